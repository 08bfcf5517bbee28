import type { AgreementFile } from './agreement-file.ts';
import { PUBLIC_ASSIGNEE, type Purpose, type Role } from './codes.ts';

/** The roles that `appliesTo` names. */
export function rolesOf({ appliesTo }: AgreementFile): readonly Role[] {
  return appliesTo.flatMap((constraint) =>
    constraint.leftOperand === 'role' ? constraint.rightOperand : [],
  );
}

/** The purposes that `appliesTo` names; null where it does not constrain them. */
export function purposesOf({ appliesTo }: AgreementFile): readonly Purpose[] | null {
  const purposes = appliesTo.flatMap((constraint) =>
    constraint.leftOperand === 'purpose' ? constraint.rightOperand : [],
  );
  return purposes.length === 0 ? null : purposes;
}

/** What no single place of the file shows: each finding says what to write instead. */
export function checkAgreementFile(file: AgreementFile): readonly string[] {
  return [...checkSpan(file), ...checkRepetitions(file), ...checkCallers(file), ...checkMaskedActions(file)];
}

function checkSpan({ valid: { from, until } }: AgreementFile): string[] {
  return Date.parse(from) < Date.parse(until) ? [] : ['valid: "from" must lie before "until"'];
}

function checkRepetitions({ appliesTo, rows, permission, prohibition }: AgreementFile): string[] {
  const callers = repeated(appliesTo.map(({ leftOperand }) => leftOperand));
  const clauses = repeated([...permission, ...prohibition].map(({ id }) => id));
  const operands = Object.entries(rows).flatMap(([typeName, constraints]) =>
    constraints === 'all'
      ? []
      : repeated(constraints.map(({ leftOperand }) => leftOperand)).map(
          (operand) => `${typeName}: ${operand}`,
        ),
  );
  return [
    ...callers.map((operand) => `appliesTo: ${operand} is constrained twice: write one list`),
    ...operands.map((place) => `rows.${place} is constrained twice: write one constraint`),
    ...clauses.map((id) => `the id ${id} is used twice: records could not tell the clauses apart`),
  ];
}

function checkCallers(file: AgreementFile): string[] {
  const roles = rolesOf(file);
  if (roles.length === 0) return ['appliesTo: name the roles that the agreement serves'];
  const isPublicOnly = roles.every((role) => role === 'public');
  if (
    (roles.includes('public') || file.assignee === PUBLIC_ASSIGNEE) &&
    !(isPublicOnly && file.assignee === PUBLIC_ASSIGNEE)
  ) {
    return [`appliesTo: the role public, alone, goes with the assignee ${PUBLIC_ASSIGNEE} and with no other`];
  }
  return isPublicOnly || purposesOf(file) !== null
    ? []
    : ['appliesTo: name the purposes; only an agreement whose single role is public may go without'];
}

function checkMaskedActions({ permission }: AgreementFile): string[] {
  return permission.flatMap(({ id, mask, action }) =>
    mask === undefined || (action.includes('read') && !action.includes('filter') && !action.includes('sort'))
      ? []
      : [
          `permission ${id}: a mask goes with read, alone or with match; a masked field cannot be filtered or sorted`,
        ],
  );
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
