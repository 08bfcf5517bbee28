import { agreementName, type Agreement } from './agreement.ts';
import type { Suspension } from './suspension.ts';

/** Whether each suspension is of an agreement that is there, by one of its parties, and said once. */
export function checkSuspensions(
  suspensions: readonly Suspension[],
  agreements: readonly Agreement[],
): readonly string[] {
  if (suspensions.length === 0) return [];
  const byName = new Map(agreements.map((agreement) => [agreementName(agreement), agreement]));
  const seen = new Set<string>();
  return suspensions.flatMap((suspension) => {
    const name = agreementName(suspension);
    const agreement = byName.get(name);
    if (agreement === undefined)
      return [`suspensions: ${name} is no agreement of the set: correct it, or remove it from the list`];
    if (seen.has(name)) return [`suspensions: ${name} is listed twice: keep one`];
    seen.add(name);
    const { assigner, assignee } = agreement;
    return [assigner, assignee].includes(suspension.by)
      ? []
      : [`suspensions: ${name} can be suspended by ${assigner} or ${assignee}, not by ${suspension.by}`];
  });
}
