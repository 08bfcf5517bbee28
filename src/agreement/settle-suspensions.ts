import { canonicalJson } from '../base/index.ts';
import { agreementName } from './agreement.ts';
import type { AgencyKey } from './signing/agency-keys.ts';
import { isSignedLift, isSignedSuspension } from './signing/sign-suspension.ts';
import type { ListedSuspension, Suspension } from './suspension.ts';

/** Which suspensions hold, and what is to be said about the list. */
export interface SettledSuspensions {
  readonly inForce: readonly Suspension[];
  /** A line for each entry that is not as its party signed it, and each that is missing. */
  readonly complaints: readonly string[];
}

/**
 * Settles a list against what held before. To suspend withdraws access, so an entry counts whoever wrote it, and it is said
 * where nobody signed it. To lift gives access back: that takes the signature of the party that suspended. An entry that is
 * gone, or changed, without one leaves what it said before in force.
 *
 * @param keys - of the agencies; null where signatures are not looked at, and the list alone counts.
 */
export function settleSuspensions(
  listed: readonly ListedSuspension[],
  earlier: readonly Suspension[],
  keys: readonly AgencyKey[] | null,
): SettledSuspensions {
  if (keys === null)
    return { inForce: listed.filter(({ lift }) => lift === null).map(toPlain), complaints: [] };
  const standing = listed.filter((entry) => !isSignedLift(entry, keys));
  const withdrawn = earlier.filter((before) => !listed.some((entry) => isSame(entry, before)));
  // Of an entry that was changed, what it said before holds.
  const names = new Set(withdrawn.map(agreementName));
  return {
    inForce: [...standing.filter((entry) => !names.has(agreementName(entry))).map(toPlain), ...withdrawn],
    complaints: [
      ...standing
        .filter((entry) => !isSignedSuspension(entry, keys))
        .map(
          (entry) => `${describe(entry)} is not signed by a steward of ${entry.by}: it counts all the same`,
        ),
      ...standing
        .filter(({ lift }) => lift !== null)
        .map(
          (entry) =>
            `${describe(entry)} is lifted without the signature of a steward of ${entry.by}: it stays`,
        ),
      ...withdrawn.map(
        (entry) =>
          `${describe(entry)} was changed or taken off the list without a signed lift: it stays. Write it there as it was, and lift it: lukou agreement lift`,
      ),
    ],
  };
}

function toPlain({ uid, version, fromMs, by, reason }: Suspension): Suspension {
  return { uid, version, fromMs, by, reason };
}

function isSame(one: Suspension, other: Suspension): boolean {
  return canonicalJson(toPlain(one)) === canonicalJson(toPlain(other));
}

function describe(suspension: Suspension): string {
  return `the suspension of ${agreementName(suspension)} by ${suspension.by}`;
}
