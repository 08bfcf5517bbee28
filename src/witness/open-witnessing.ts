import { setTimeout } from 'node:timers/promises';
import {
  describeTrouble,
  findDisagreement,
  findTime,
  type LogReader,
  type StoredHead,
} from '../audit/index.ts';
import { type Clock, LukouError } from '../base/index.ts';
import type { NoteKey } from '../merkle/index.ts';
import { prepareHeadRequest } from './prepare-head-request.ts';
import { splitView, submitHead } from './submit-head.ts';
import type { WitnessPolicy } from './witness-policy.ts';
import {
  countWitnessed,
  findHead,
  keepWitnessedHead,
  readWitnessedHeads,
  type WitnessedHeads,
} from './witnessed-heads.ts';

const HOUR_MS = 3_600_000;

/** What a gateway has its log witnessed with. */
export interface WitnessingParts {
  readonly policy: WitnessPolicy;
  readonly reader: Pick<LogReader, 'readHead' | 'readEntries' | 'readHashes'>;
  readonly log: string;
  readonly origin: string;
  /** File with the heads that witnesses have cosigned. */
  readonly path: string;
  readonly clock: Clock;
  readonly onMessage: (message: string) => void;
}

/** Has a log witnessed, again and again. */
export interface Witnessing {
  /** Why nothing may be answered now; null where enough witnesses have seen the log in time. */
  readonly trouble: LukouError | null;
  /** Submits the newest head to every witness that has not seen it, now. */
  look(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Submits the log's heads to its witnesses. Records count as witnessed when `quorum` of them have cosigned a head that
 * covers them; one that has waited longer than the policy allows stops the gateway. A witness that has cosigned another
 * history stops it at once, and for good.
 */
export async function openWitnessing(parts: WitnessingParts): Promise<Witnessing> {
  const { policy, reader, log, origin, path, clock, onMessage } = parts;
  const keys = policy.witnesses.map(({ key }) => key);
  const closing = new AbortController();
  const told = new Map<string, string>();
  let split: LukouError | null = null;
  /** The first record that too few witnesses have seen, and since when it waits; null where there is none. */
  let waiting: { readonly index: number; readonly sinceMs: number } | null = null;

  async function look(): Promise<void> {
    // Read before the log's own head, which can then be no smaller than any that was cosigned.
    const kept = await readWitnessedHeads(path);
    const head = await reader.readHead(log);
    if (head === null || split !== null) return;
    split = await findSplit(kept, head);
    const sizeSeenBy = (key: NoteKey): number => findHead(kept, key, origin)?.size ?? 0;
    const behind = policy.witnesses.filter(({ key }) => sizeSeenBy(key) < head.size);
    await Promise.all(
      behind.map(async ({ key, url }) => {
        if (url !== undefined) tell(key.name, await submit(head, key, url, sizeSeenBy(key)));
      }),
    );
    const witnessed = countWitnessed(await readWitnessedHeads(path), { keys, origin, quorum: policy.quorum });
    waiting = witnessed < head.size ? await waitFor(witnessed, head.size) : null;
    told.delete(log);
  }

  /** A record of a clock that was ahead says nothing of how long it has waited: not less than since it was first looked at. */
  async function waitFor(index: number, size: number) {
    const nowMs = clock.nowMs();
    const writtenMs = (await findTime(reader, parts, index, size)) ?? nowMs;
    const knownMs = waiting?.index === index ? waiting.sinceMs : nowMs;
    return { index, sinceMs: Math.min(writtenMs, knownMs) };
  }

  /** What witnesses have cosigned must be the beginning of this log, whichever way it came, and however long ago. */
  async function findSplit(kept: WitnessedHeads, head: StoredHead): Promise<LukouError | null> {
    for (const key of keys) {
      const seen = findHead(kept, key, origin);
      if (seen === null || (await findDisagreement(reader, head, seen)) === null) continue;
      return splitView(
        key,
        `It has cosigned ${seen.size} records, and this log’s ${head.size} do not begin with them.`,
      );
    }
    return null;
  }

  let keeping: Promise<void> = Promise.resolve();

  /** Null where the witness has cosigned; otherwise what the operator should hear. */
  async function submit(head: StoredHead, key: NoteKey, url: URL, knownSize: number): Promise<string | null> {
    try {
      const request = (size: number) => prepareHeadRequest(reader, head, size);
      const note = await submitHead({ url, key, note: head.note, knownSize, request });
      // One after the other, whatever became of the one before.
      keeping = keeping.catch(() => undefined).then(() => keepWitnessedHead(path, key, note));
      await keeping;
      return null;
    } catch (error) {
      if (error instanceof LukouError && error.code === 'LOG_SPLIT_VIEW') split ??= error;
      return describeTrouble(error);
    }
  }

  function tell(name: string, trouble: string | null): void {
    if (told.get(name) === (trouble ?? undefined)) return;
    if (trouble === null) told.delete(name);
    else told.set(name, trouble);
    onMessage(trouble === null ? `witness ${name}: cosigns again` : `witness ${name}: ${trouble}`);
  }

  async function lookAgain(): Promise<void> {
    const { signal } = closing;
    while (!signal.aborted) {
      await setTimeout(policy.everySeconds * 1_000, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await look().catch((error: unknown) => {
        // From here on nobody knows whether records are witnessed: sooner or later nothing is answered.
        waiting ??= { index: -1, sinceMs: clock.nowMs() };
        tell(log, describeTrouble(error));
      });
    }
  }

  await look();
  const looking = lookAgain();
  return {
    get trouble() {
      if (split !== null) return split;
      const limitMs = policy.unwitnessedHours * HOUR_MS;
      if (waiting === null || clock.nowMs() - waiting.sinceMs <= limitMs) return null;
      return new LukouError(
        'AUDIT_UNAVAILABLE',
        `Fewer than ${policy.quorum} witnesses have seen what was recorded since ${new Date(waiting.sinceMs).toISOString()}.`,
      );
    },
    look,
    async close() {
      closing.abort();
      await looking;
    },
  };
}
