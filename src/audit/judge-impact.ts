import type { Policy } from '../agreement/index.ts';
import type { RecordedDecisions } from './replay-record.ts';
import { replayDecisions } from './replay-record.ts';

/** One decision that would come out otherwise, for one class of callers, and how often it was made. */
export interface Impact {
  /** "AG-TRAFFIC-POLICE analyst PUBLIC_SAFETY with a case". */
  readonly who: string;
  readonly coordinate: string;
  readonly before: string;
  readonly after: string;
  /** Whether the caller would see more, less, or otherwise than then. */
  readonly kind: 'newly allowed' | 'newly masked' | 'newly denied' | 'masked otherwise';
  /** Records in which the decision was made. */
  readonly records: number;
}

/** What a draft would have changed. */
export interface ImpactReport {
  readonly recordsRead: number;
  readonly recordsChanged: number;
  /** Most frequent first. */
  readonly impacts: readonly Impact[];
}

/**
 * Makes recorded decisions again under another policy, and counts what comes out otherwise. Decisions of past days are
 * judged at the instant at which the policy under trial is whole, where they were made before it.
 *
 * @param notBeforeMs - from when on all of the policy is in force.
 */
export async function judgeImpact(
  records: AsyncIterable<RecordedDecisions>,
  policy: Policy,
  notBeforeMs: number,
): Promise<ImpactReport> {
  const found = new Map<string, Impact>();
  let recordsRead = 0;
  let recordsChanged = 0;
  for await (const record of records) {
    recordsRead += 1;
    const atMs = Math.max(Date.parse(record.time), notBeforeMs);
    const changed = replayDecisions(record, policy, atMs).filter(
      ({ recorded, replayed }) => recorded !== replayed,
    );
    if (changed.length > 0) recordsChanged += 1;
    for (const { coordinate, recorded, replayed } of changed) {
      const who = describeCaller(record);
      const key = JSON.stringify([who, coordinate, recorded, replayed]);
      const known = found.get(key);
      found.set(key, {
        who,
        coordinate,
        before: recorded,
        after: replayed,
        kind: kindOf(recorded, replayed),
        records: (known?.records ?? 0) + 1,
      });
    }
  }
  const impacts = [...found.values()].toSorted((a, b) => b.records - a.records);
  return { recordsRead, recordsChanged, impacts };
}

function describeCaller({ actor, purpose }: RecordedDecisions): string {
  const words = [
    actor.agency ?? [],
    actor.role,
    purpose.code ?? [],
    purpose.caseRef === null ? [] : 'with a case',
  ];
  return words.flat().join(' ');
}

function kindOf(before: string, after: string): Impact['kind'] {
  if (isDenied(after)) return 'newly denied';
  if (isMasked(after)) return isMasked(before) ? 'masked otherwise' : 'newly masked';
  return 'newly allowed';
}

const isDenied = (decision: string): boolean => /(?:^|:)deny:/.test(decision);
const isMasked = (decision: string): boolean => decision.startsWith('mask:');
