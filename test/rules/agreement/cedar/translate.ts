/** The keys of an agreement file that Cedar can speak of. */
export interface TranslatedAgreement {
  readonly uid: string;
  readonly version: number;
  readonly assigner: string;
  readonly assignee: string;
  readonly valid: { readonly from: string; readonly until: string };
  readonly appliesTo: readonly { readonly leftOperand: string; readonly rightOperand: readonly string[] }[];
  readonly requires: { readonly caseReference: boolean };
  readonly breakGlass?: { readonly reasons: readonly string[] } | undefined;
  /** From the list of suspensions, where it is on it. */
  readonly suspendedFrom?: string | undefined;
  readonly permission: readonly TranslatedPermission[];
  readonly prohibition: readonly TranslatedClause[];
}

interface TranslatedClause {
  readonly id: string;
  readonly action: readonly string[];
  readonly target: readonly string[];
}

interface TranslatedPermission extends TranslatedClause {
  readonly mask?: unknown;
  readonly requires?: { readonly caseReference: boolean } | undefined;
}

/** Cedar policies by their ids, which are the clauses' names: `uid@version#clause`. */
export type CedarPolicies = Readonly<Record<string, string>>;

const STRUCTURE: CedarPolicies = {
  structure: 'permit (principal, action, resource) when { resource.isStructure };',
};
const ANY_ACTION = 'true';
const NEEDS_SIGHT = ['filter', 'sort', 'group'];

/**
 * Agreements as Cedar policies, a policy a clause. Cedar cannot say how a value is shown, so a masked read is permitted, as are
 * a pointer and a number of groups; nor which rows there are, since no row is asked about; nor how often, since it keeps no
 * count; nor that two agreements of one owner that fit one caller bind neither, since its permits add up.
 */
export function translate(files: readonly TranslatedAgreement[]): CedarPolicies {
  return Object.assign({}, STRUCTURE, ...files.map(translateOne)) as CedarPolicies;
}

function translateOne(file: TranslatedAgreement): CedarPolicies {
  const policies: Record<string, string> = {};
  const say = (effect: string, { id }: TranslatedClause, conditions: readonly string[]): void => {
    policies[`${file.uid}@${file.version}#${id}`] =
      `${effect} (principal, action, resource)\nwhen {\n  ${[...describeClass(file), ...conditions].join(' &&\n  ')}\n};`;
  };
  const reading = file.permission.filter(({ action }) => action.includes('read') || action.includes('point'));
  const summing = file.permission.filter(({ action }) => action.includes('aggregate'));
  const inClear = reading.filter(({ action, mask }) => mask === undefined && !action.includes('point'));
  for (const clause of file.permission) {
    // What is tested or ordered by must be seen in clear by the same caller: else using it would tell. Groups may also be
    // of what is summed up and shown nowhere.
    const beside = (others: readonly TranslatedPermission[]): string[] =>
      others
        .filter((other) => overlap(other, clause))
        .map((other) => allOf([...permitted(other), ...caseOf(other)]));
    const seen = anyOf(beside(inClear));
    const isShown = anyOf(
      reading.filter((read) => overlap(read, clause)).map((read) => allOf(permitted(read))),
    );
    const summedOnly = `(action == Action::"group" && ${anyOf(beside(summing))} && !${isShown})`;
    say('permit', clause, [
      actionsOf(clause),
      ...permitted(clause),
      ...caseOf(clause),
      ...(clause.action.some((name) => NEEDS_SIGHT.includes(name))
        ? [`(${listed(NEEDS_SIGHT)} == false || ${seen} || ${summedOnly})`]
        : []),
    ]);
  }
  for (const clause of file.prohibition) {
    const summed = `(action == Action::"read" && resource.isStatistic &&
     ${anyOf(summing.map((sum) => allOf(permitted(sum))))})`;
    const actions = clause.action.includes('read')
      ? ANY_ACTION
      : anyOf([listed(clause.action), ...(clause.action.includes('aggregate') ? [summed] : [])]);
    say('forbid', clause, [actions, `resource in [${entitiesOf(clause.target).join(', ')}]`]);
  }
  return policies;

  function caseOf({ requires }: TranslatedPermission): string[] {
    const isNeeded =
      file.breakGlass !== undefined || file.requires.caseReference || requires?.caseReference === true;
    return isNeeded ? ['context.hasCase'] : [];
  }
}

/** To point is to read less; to sum up a number about rows is to read it. */
function actionsOf({ action }: TranslatedClause): string {
  const opened = action.map((name) => (name === 'point' ? 'read' : name));
  const number = action.includes('aggregate') ? ['(action == Action::"read" && resource.isStatistic)'] : [];
  return anyOf([listed(opened), ...number]);
}

/** Of a whole type, what is told of groups only is left out. */
function permitted({ target }: TranslatedClause): string[] {
  const [types, fields] = [
    target.filter((name) => name.endsWith('.*')),
    target.filter((name) => !name.endsWith('.*')),
  ];
  const whole =
    types.length === 0
      ? []
      : [`(resource in [${entitiesOf(types).join(', ')}] && resource.comesWithItsType)`];
  return [
    anyOf([...whole, ...(fields.length === 0 ? [] : [`resource in [${entitiesOf(fields).join(', ')}]`])]),
  ];
}

/** Whether two clauses speak of one field. */
function overlap(one: TranslatedClause, other: TranslatedClause): boolean {
  return one.target.some((a) =>
    other.target.some((b) => a === b || (`${a}${b}`.includes('*') && a.split('.')[0] === b.split('.')[0])),
  );
}

function entitiesOf(targets: readonly string[]): string[] {
  return targets.map((name) => (name.endsWith('.*') ? `Type::"${name.slice(0, -2)}"` : `Field::"${name}"`));
}

function listed(actions: readonly string[]): string {
  return `[${actions.map((name) => `Action::"${name}"`).join(', ')}].contains(action)`;
}

function anyOf(conditions: readonly string[]): string {
  return `(${conditions.join(' || ') || 'false'})`;
}

function allOf(conditions: readonly string[]): string {
  return `(${conditions.join(' && ')})`;
}

function describeClass(file: TranslatedAgreement): string[] {
  const { assigner, assignee, appliesTo, valid, breakGlass, suspendedFrom } = file;
  const valuesOf = (operand: string): readonly string[] | undefined =>
    appliesTo.find(({ leftOperand }) => leftOperand === operand)?.rightOperand;
  const purposes = valuesOf('purpose');
  return [
    `resource.owner == "${assigner}"`,
    `principal.agency == "${assignee}"`,
    `${JSON.stringify(valuesOf('role'))}.contains(principal.role)`,
    ...(purposes === undefined
      ? []
      : [`context has purpose && ${JSON.stringify(purposes)}.contains(context.purpose)`]),
    breakGlass === undefined
      ? '!(context has breakGlass)'
      : `context has breakGlass && ${JSON.stringify(breakGlass.reasons)}.contains(context.breakGlass)`,
    `${instant(valid.from)} <= context.now`,
    `context.now < ${instant(valid.until)}`,
    ...(suspendedFrom === undefined ? [] : [`context.now < ${instant(suspendedFrom)}`]),
  ];
}

function instant(text: string): string {
  return `datetime("${new Date(text).toISOString()}")`;
}
