import { listLogs, type LogRow } from '../../statements/oversight/list-logs.ts';
import type { ProofOfRecord, WitnessedLog } from './desk.ts';
import type { OversightGround } from './oversight-ground.ts';

/** A log, and how much of it others have seen. */
export interface ShownLog extends LogRow {
  readonly quorum: number | null;
  readonly witnessedSize: number | null;
  /** Null where none are set. */
  readonly witnesses: readonly (WitnessedLog['witnesses'][number] & { readonly behind: number })[] | null;
}

/** Logs as whoever verifies them needs to see them. Nothing of it tells what a record says. */
export function createLogHealthReader({ session, desk }: OversightGround) {
  return {
    async logs(): Promise<readonly ShownLog[]> {
      const logs = await session.run(listLogs, []);
      return Promise.all(
        logs.map(async (log) => {
          const seen = await desk.findWitnesses(log.name, log.origin);
          return {
            ...log,
            quorum: seen?.quorum ?? null,
            witnessedSize: seen?.witnessedSize ?? null,
            witnesses:
              seen?.witnesses.map((witness) => ({
                ...witness,
                behind: Math.max(log.size - witness.size, 0),
              })) ?? null,
          };
        }),
      );
    },
    proofOf: ({
      log,
      index,
    }: {
      readonly log: string;
      readonly index: number;
    }): Promise<ProofOfRecord | null> => desk.proveRecord(log, index),
  };
}
