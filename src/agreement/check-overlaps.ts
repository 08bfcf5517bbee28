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

function checkParties(agreements: readonly Agreement[]): string[] {
  const inOrder = agreements.toSorted((a, b) => a.validFromMs - b.validFromMs);
  return inOrder.flatMap((earlier, position) =>
    inOrder
      .slice(position + 1)
      .filter((later) => later.validFromMs < earlier.validUntilMs)
      .flatMap((later) => {
        const shared = sharedClass(earlier, later);
        return shared === null || agreementName(earlier) === agreementName(later)
          ? []
          : [
              `${later.source}: ${agreementName(later)} and ${agreementName(earlier)} would both serve ${shared}: ` +
                'end one before the other begins, or divide their roles or purposes',
            ];
      }),
  );
}

function sharedClass(one: Agreement, other: Agreement): string | null {
  const role = one.roles.find((candidate) => other.roles.includes(candidate));
  if (role === undefined) return null;
  if (one.purposes === null || other.purposes === null) return `${one.assignee} as ${role}`;
  const purpose = one.purposes.find((candidate) => other.purposes?.includes(candidate));
  return purpose === undefined ? null : `${one.assignee} as ${role} for ${purpose}`;
}
