import { everyPath, type HostileCase, type NoSuchPath } from './paths.ts';

/** Cases that the shipped schema leaves no way to at all. */
export const CASES_WITHOUT_A_WAY: readonly HostileCase[] = [
  never('F3', 'a renamed rule directive is no rule passed by', 'NEVER_BUILT'),
  never('F8', 'no search looks into denied fields', 'NO_SEARCH'),
  never('F12', 'no quantifier stands for another', 'NO_QUANTIFIERS'),
  never('F15', 'no update passes the rules of rows by', 'NO_BULK_ACTS'),
];

function never(id: string, title: string, reason: NoSuchPath): HostileCase {
  return { id, title, verdict: 'withheld', paths: everyPath(() => reason) };
}
