import type { DisclosureRecordRow } from '../open-record.ts';
import type { ReplayedRecord } from './desk.ts';
import type { OversightGround } from './oversight-ground.ts';

/** Decisions of records, made again. An agency sees those about its own fields. */
export function createReplayReader({ desk }: OversightGround) {
  return {
    async replayOf({
      leaf,
      ownCoordinates,
    }: Pick<DisclosureRecordRow, 'leaf' | 'ownCoordinates'>): Promise<ReplayedRecord | null> {
      const replayed = leaf === null ? null : await desk.replayRecord(Buffer.from(leaf, 'utf8'));
      if (replayed === null || ownCoordinates === null) return replayed;
      const own = new Set(ownCoordinates);
      return { ...replayed, decisions: replayed.decisions.filter(({ coordinate }) => own.has(coordinate)) };
    },
  };
}
