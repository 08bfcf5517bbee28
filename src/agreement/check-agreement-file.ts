import type { AgreementFile } from './agreement-file.ts';
import { scanText } from '../classification/index.ts';
import { checkStatisticClauses } from './check-statistics.ts';
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
  return [
    ...checkSpan(file),
    ...checkRepetitions(file),
    ...checkCallers(file),
    ...checkActs(file),
    ...checkMaskedActions(file),
    ...checkStatisticClauses(file),
    ...checkPointers(file),
    ...checkInvisible(file),
    ...checkPromises(file),
    ...checkTies(file),
  ];
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

/** An act shows nothing, so nothing of it is masked or counted; and whoever breaks the glass may look, not touch. */
function checkActs({ permission, breakGlass }: AgreementFile): string[] {
  return permission
    .filter(({ action }) => action.includes('act'))
    .flatMap(({ id, action, mask, aggregate }) => [
      ...(action.length > 1 || mask !== undefined || aggregate !== undefined
        ? [`permission ${id}: act goes alone, without a mask or a rule of groups: write a clause of its own`]
        : []),
      ...(breakGlass === undefined
        ? []
        : [`permission ${id}: nobody acts through a broken glass: leave act to the ordinary agreement`]),
    ]);
}

const IN_CLEAR = ['filter', 'sort', 'group'] as const;

function checkMaskedActions({ permission }: AgreementFile): string[] {
  return permission.flatMap(({ id, mask, action }) =>
    mask === undefined || (action.includes('read') && !IN_CLEAR.some((use) => action.includes(use)))
      ? []
      : [
          `permission ${id}: a mask goes with read, alone or with match; a masked field cannot be filtered, sorted or grouped by`,
        ],
  );
}

/** A pointer shows nothing of what it points at, and says whom to ask: in words that may go online. */
function checkPointers({ permission }: AgreementFile): string[] {
  return permission.flatMap(({ id, action, mask, contact }) => {
    if (!action.includes('point'))
      return contact === undefined ? [] : [`permission ${id}: a contact goes with the action point`];
    if (action.length > 1 || mask !== undefined)
      return [`permission ${id}: point goes alone, without a mask: nothing of the record is shown`];
    if (contact === undefined)
      return [`permission ${id}: write whom to ask about the record: contact: "..."`];
    return scanText(contact).verdict === 'block'
      ? [`permission ${id}: the contact carries a secrecy mark: write another, or keep the agreement offline`]
      : [];
  });
}

function checkInvisible({ prohibition }: AgreementFile): string[] {
  return prohibition
    .filter(({ invisible, action }) => invisible && !action.includes('read') && !action.includes('act'))
    .map(({ id }) => `prohibition ${id}: invisible goes with read or act: nobody misses what may be read`);
}

function checkPromises(file: AgreementFile): string[] {
  const { handling, obligation, breakGlass } = file;
  const isSpanKnown = obligation.some(({ action, after }) => action === 'delete' && after !== undefined);
  return [
    repeated(handling).map((code) => `handling: ${code} is written twice: write it once`),
    handling.includes('DELETE_AFTER') && !isSpanKnown
      ? ['handling: DELETE_AFTER needs an obligation {action: delete, after: ...} that says when']
      : [],
    breakGlass !== undefined && rolesOf(file).includes('public')
      ? ['breakGlass: the public has no session that could be held to account: name other roles']
      : [],
  ].flat();
}

/** What a row is tied to for a caller is its agency's: the public has none, and states no case. */
function checkTies({ assignee, rows }: AgreementFile): string[] {
  if (assignee !== PUBLIC_ASSIGNEE) return [];
  return Object.entries(rows).flatMap(([typeName, constraints]) =>
    constraints === 'all'
      ? []
      : constraints
          .filter(({ leftOperand }) => leftOperand === 'agency' || leftOperand === 'case')
          .map(
            ({ leftOperand }) =>
              `rows.${typeName}: the public has no agency and states no case: remove ${leftOperand}`,
          ),
  );
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
