import { sumGantryPassages } from '../../statements/traffic/sum-gantry-passages.ts';
import type { ReaderGround } from '../ground.ts';
import { keepStatistics, type TableArguments } from '../statistics/open-statistics.ts';
import type { StatisticSource } from '../statistics/statistic-source.ts';

type GantryGroup = 'DIVISION' | 'SEGMENT' | 'GANTRY' | 'VEHICLE_GROUP';

const GANTRY_PASSAGES: StatisticSource<GantryGroup> = {
  type: 'GantryPassage',
  statement: sumGantryPassages,
  dimensions: [
    { name: 'DIVISION', shows: 'Gantry.divisionCode' },
    { name: 'SEGMENT', shows: 'Gantry.segment' },
    { name: 'GANTRY', shows: 'GantryPassage.gantry' },
    { name: 'VEHICLE_GROUP', shows: 'GantryPassage.vehicleGroup' },
  ],
};

/** A group of passages under gantries in one month. */
export interface GantryStatisticRow {
  readonly month: string;
  readonly divisionCode: string | null;
  readonly segmentId: string | null;
  readonly gantryId: string | null;
  readonly vehicleGroup: string | null;
  readonly passages: number | null;
  readonly vehicles: number | null;
  readonly suppressed: boolean;
}

/** Numbers about passages under gantries for callers who are told of groups only. */
export const openGantryStatistics = keepStatistics(GANTRY_PASSAGES);

/** Tables of passages under gantries. */
export function readStatistics(ground: ReaderGround) {
  return {
    gantryStatistics: async (
      asked: TableArguments<GantryGroup, 'VEHICLES'>,
    ): Promise<readonly GantryStatisticRow[]> => {
      const groups = await openGantryStatistics(ground).list('Query.gantryStatistics', {
        ...asked,
        withSubjects: asked.measures.includes('VEHICLES'),
      });
      return groups.map(({ month, keys, rows, subjects, isPartial }) => ({
        month,
        divisionCode: keys.DIVISION,
        segmentId: keys.SEGMENT,
        gantryId: keys.GANTRY,
        vehicleGroup: keys.VEHICLE_GROUP,
        passages: rows,
        vehicles: subjects,
        suppressed: isPartial,
      }));
    },
  };
}
