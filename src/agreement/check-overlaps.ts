import { agreementName, type Agreement } from './agreement.ts';

/**
 * Two agreements that would serve one caller class at one instant. None could be chosen, and adding them up is out of
 * the question, so the set is refused. An instant of change belongs to the later one: `until` is not included.
 */
export function checkOverlaps(agreements: readonly Agreement[]): readonly string[] {
  const parties = Map.groupBy(agreements, ({ assigner, assignee }) => `${assigner} ${assignee}`);
  return [...checkRepeatedVersions(agreements), ...[...parties.values()].flatMap(checkParties)];
}

function checkRepeatedVersions(agreements: readonly Agreement[]): string[] {
  return [...Map.groupBy(agreements, agreementName)]
    .filter(([, group]) => group.length > 1)
    .map(([name, group]) => `${group.map(({ source }) => source).join(', ')}: all are ${name}: keep one`);
}

// In order of beginning, each against those that have not ended: as many as there are classes, if all is well.
function checkParties(agreements: readonly Agreement[]): string[] {
  const problems: string[] = [];
  let open: Agreement[] = [];
  for (const later of agreements.toSorted((a, b) => a.validFromMs - b.validFromMs)) {
    open = open.filter(({ validUntilMs }) => later.validFromMs < validUntilMs);
    const problem = findClash(later, open);
    if (problem !== null) problems.push(problem);
    open.push(later);
  }
  return problems;
}

function findClash(later: Agreement, open: readonly Agreement[]): string | null {
  for (const earlier of open) {
    const shared = sharedClass(earlier, later);
    if (shared !== null && agreementName(earlier) !== agreementName(later))
      return (
        `${later.source}: ${agreementName(later)} and ${agreementName(earlier)} would both serve ${shared}: ` +
        'end one before the other begins, or divide their roles or purposes'
      );
  }
  return null;
}

function sharedClass(one: Agreement, other: Agreement): string | null {
  const role = one.roles.find((candidate) => other.roles.includes(candidate));
  // Who breaks the glass is of another class than who does not.
  if (role === undefined || (one.breakGlass === null) !== (other.breakGlass === null)) return null;
  if (one.purposes === null || other.purposes === null) return `${one.assignee} as ${role}`;
  const purpose = one.purposes.find((candidate) => other.purposes?.includes(candidate));
  return purpose === undefined ? null : `${one.assignee} as ${role} for ${purpose}`;
}
