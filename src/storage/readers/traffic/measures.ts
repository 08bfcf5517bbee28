import { endsOf, type TimeSpan } from '../../arguments.ts';
import { measureRoads, type RoadMeasuresRow } from '../../statements/traffic/measure-roads.ts';
import type { ReaderGround } from '../ground.ts';
import { shareOf } from '../share-of.ts';
import { audienceOf } from './audience.ts';

/** Measures of roads, with the share that they come to. */
export type ToldRoadMeasures = RoadMeasuresRow & { readonly observedShare: number | null };

/** How well roads are watched, and how fast events are told of. */
export function readMeasures(ground: Pick<ReaderGround, 'session' | 'agency'>) {
  return {
    async roadMeasures(during: TimeSpan): Promise<ToldRoadMeasures> {
      const [measured] = await ground.session.run(measureRoads, [...endsOf(during), audienceOf(ground)]);
      const { lowGradeSegments, observedSegments, medianMinutesToPublication: median } = measured!;
      return {
        ...measured!,
        observedShare: shareOf(observedSegments, lowGradeSegments),
        medianMinutesToPublication: median === null ? null : Math.round(median * 10) / 10,
      };
    },
  };
}
