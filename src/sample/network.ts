import { buildCrosswalk } from './build-crosswalk.ts';
import { buildSegments, type Segment } from './build-segments.ts';
import { placeCheckpoints, placeGantries, type CheckpointSite, type GantrySite } from './place-sites.ts';
import type { SampleRecord } from './sample-record.ts';

/** Everything that stands still: a few hundred rows, the same in every size of the sample. */
export interface Network {
  readonly segments: readonly Segment[];
  readonly crosswalk: readonly SampleRecord<'RoadCrosswalk'>[];
  readonly gantries: readonly GantrySite[];
  readonly checkpoints: readonly CheckpointSite[];
}

/** Builds the roads and what stands on them. */
export function buildNetwork(seed: number): Network {
  const segments = buildSegments(seed);
  const checkpoints = placeCheckpoints(segments);
  const pointsM = new Map(checkpoints.map(({ segment, record }) => [segment.id, [record.stakeM!]]));
  return {
    segments,
    crosswalk: buildCrosswalk(segments, pointsM, seed),
    gantries: placeGantries(segments),
    checkpoints,
  };
}
