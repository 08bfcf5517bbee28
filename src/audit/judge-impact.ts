import { type Agreement, agreementName, type Policy } from '../agreement/index.ts';
import { describeMask } from '../masking/index.ts';
import type { RecordedDecisions, TriedDecision } from './replay-record.ts';
import { replayDecisions } from './replay-record.ts';

/** One decision that would come out otherwise, for one class of callers, and how often it was made. */
export interface Impact {
  /** "AG-TRAFFIC-POLICE analyst PUBLIC_SAFETY with a case". */
  readonly who: string;
  readonly coordinate: string;
  readonly before: string;
  readonly after: string;
  /** Whether the caller would see more, less, or otherwise than then. */
  readonly kind: 'newly allowed' | 'newly masked' | 'newly denied' | 'masked otherwise' | 'newly pointed at';
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
 * @param known - the versions that records may name: what their masks' parameters were.
 */
export async function judgeImpact(
  records: AsyncIterable<RecordedDecisions>,
  policy: Policy,
  notBeforeMs: number,
  known: readonly Agreement[],
): Promise<ImpactReport> {
  const masks = masksByClause(known);
  const found = new Map<string, Impact>();
  let recordsRead = 0;
  let recordsChanged = 0;
  for await (const record of records) {
    recordsRead += 1;
    const atMs = Math.max(Date.parse(record.time), notBeforeMs);
    const changed = replayDecisions(record, policy, atMs)
      .map((tried) => withParameters(tried, masks))
      .filter(({ recorded, replayed }) => recorded !== replayed);
    if (changed.length > 0) recordsChanged += 1;
    for (const { coordinate, recorded, replayed } of changed) {
      const who = describeCaller(record);
      const key = JSON.stringify([who, coordinate, recorded, replayed]);
      const earlier = found.get(key);
      found.set(key, {
        who,
        coordinate,
        before: recorded,
        after: replayed,
        kind: kindOf(recorded, replayed),
        records: (earlier?.records ?? 0) + 1,
      });
    }
  }
  const impacts = [...found.values()].toSorted((a, b) => b.records - a.records);
  return { recordsRead, recordsChanged, impacts };
}

/** Masks with their parameters, by the clause that orders them: `uid@version#clause`. */
function masksByClause(agreements: readonly Agreement[]): ReadonlyMap<string, string> {
  return new Map(
    agreements.flatMap((agreement) =>
      agreement.permissions.flatMap(({ id, mask }): [string, string][] =>
        mask === null ? [] : [[`${agreementName(agreement)}#${id}`, describeMask(mask)]],
      ),
    ),
  );
}

/** The same mask with other parameters shows more or less: where a record names it alone, its clause says the rest. */
function withParameters(tried: TriedDecision, masks: ReadonlyMap<string, string>): TriedDecision {
  const { mask, recorded, replayed, recordedRule } = tried;
  const before = masks.get(recordedRule);
  if (recorded !== replayed || mask === null || before === undefined || before === mask) return tried;
  return { ...tried, recorded: `mask:${before}`, replayed: `mask:${mask}` };
}

function describeCaller({ actor, purpose }: RecordedDecisions): string {
  const words = [
    actor.agency ?? [],
    actor.role,
    purpose.code ?? [],
    purpose.caseRef === null ? [] : 'with a case',
    purpose.breakGlass === undefined ? [] : `breaking the glass for ${purpose.breakGlass}`,
  ];
  return words.flat().join(' ');
}

function kindOf(before: string, after: string): Impact['kind'] {
  if (isDenied(after)) return 'newly denied';
  if (after === 'pointer') return 'newly pointed at';
  if (isMasked(after)) return isMasked(before) ? 'masked otherwise' : 'newly masked';
  return 'newly allowed';
}

const isDenied = (decision: string): boolean => /(?:^|:)deny:/.test(decision);
// A number of groups is a number that is not told as it is.
const isMasked = (decision: string): boolean => /(?:^|:)(?:mask|statistic):/.test(decision);
