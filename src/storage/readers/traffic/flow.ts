import { endsOf, type TimeSpan } from '../../arguments.ts';
import { batchReads, rowsByParent } from '../../batches.ts';
import { requirePageSize } from '../../pages.ts';
import type { FlowBucketRow } from '../../statements/traffic/flow-buckets.ts';
import type { FlowObservationRow } from '../../statements/traffic/flow-observation.ts';
import { listGantryFlow } from '../../statements/traffic/list-gantry-flow.ts';
import { listSegmentFlow } from '../../statements/traffic/list-segment-flow.ts';
import { summariseFlowAtStake } from '../../statements/traffic/summarise-flow-at-stake.ts';
import { summariseFlow } from '../../statements/traffic/summarise-flow.ts';
import { readAsked, type ReaderGround } from '../ground.ts';

type BucketSize = 'HOUR' | 'DAY' | 'MONTH';

interface StakeFlow {
  readonly roadCode: string;
  /** Metres. */
  readonly stake: number;
  readonly during: TimeSpan;
  readonly bucket: BucketSize;
}

/** Traffic flow: single observations, and sums in buckets of time. */
export function readFlow(ground: ReaderGround) {
  const { session } = ground;
  const summaries = batchReads<[string, string, string], readonly FlowBucketRow[]>(
    async (segmentIds, from, to, unit) =>
      rowsByParent(await session.run(summariseFlow, [segmentIds, from, to, unit]), (row) => row.segmentId),
    [],
  );
  const onSegments = batchReads<[number, string, string], readonly FlowObservationRow[]>(
    async (segmentIds, first, from, to) =>
      rowsByParent(
        await readAsked(ground, [], listSegmentFlow, [segmentIds, from, to, first]),
        (row) => row.segmentId,
      ),
    [],
  );
  const atGantries = batchReads<[number, string, string], readonly FlowObservationRow[]>(
    async (gantryIds, first, from, to) =>
      rowsByParent(
        await readAsked(ground, [], listGantryFlow, [gantryIds, from, to, first]),
        (row) => row.gantryId,
      ),
    [],
  );

  return {
    flowSummary: (segmentId: string, during: TimeSpan, bucket: BucketSize) =>
      summaries(segmentId, ...endsOf(during), bucket.toLowerCase()),
    segmentFlow: (segmentId: string, first: number, during?: TimeSpan | null) =>
      onSegments(segmentId, requirePageSize(first), ...endsOf(during)),
    gantryFlow: (gantryId: string, first: number, during?: TimeSpan | null) =>
      atGantries(gantryId, requirePageSize(first), ...endsOf(during)),
    flowAtStake: ({ roadCode, stake, during, bucket }: StakeFlow): Promise<readonly FlowBucketRow[]> =>
      session.run(summariseFlowAtStake, [roadCode, stake, ...endsOf(during), bucket.toLowerCase()]),
  };
}
