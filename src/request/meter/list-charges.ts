import type { Catalogue, Decision, Grant } from '../../agreement/index.ts';
import { listTouched } from '../list-touched.ts';
import type { InputUse, SelectedField } from '../ports.ts';
import type { Charge } from './budget-meter.ts';
import { countRows } from './count-rows.ts';

/** One answer, as far as budgets and limits look at it. */
export interface Metered {
  readonly grant: Grant;
  readonly catalogue: Catalogue;
  readonly selected: readonly SelectedField[];
  readonly uses: readonly InputUse[];
  readonly data: unknown;
  /** How many values each position of an input was given. */
  readonly countInputs: () => ReadonlyMap<string, number>;
  /** Keyed hashes of whom the answer tells about, by the subgraph that told. */
  readonly subjects: ReadonlyMap<string, ReadonlySet<string>>;
}

type Agreement = Grant['agreements'][number];

/** What an answer costs of every budget and limit that it touches. Empty where no agreement behind it sets one. */
export function listCharges(answer: Metered): readonly Charge[] {
  return [...listBudgets(answer), ...listLimits(answer)];
}

function listBudgets(answer: Metered): readonly Charge[] {
  const { grant, selected, uses } = answer;
  const bound = listTouched(grant, [...selected, ...uses], ({ budget }) => budget !== null);
  const rows = bound.some(({ budget }) => budget?.rowsPerDay != null)
    ? countRows(answer.data, selected, answer.catalogue)
    : new Map<string, number>();
  return bound.flatMap((agreement) => {
    const { rowsPerDay = null, distinctSubjectsPerDay = null } = agreement.budget ?? {};
    const asksForSubjects = distinctSubjectsPerDay !== null && namesSubjects(agreement.assigner, answer);
    const base = chargeOf(agreement);
    return [
      rowsPerDay === null
        ? []
        : [{ ...base, measure: 'ROWS' as const, amount: rows.get(base.owner) ?? 0, allowed: rowsPerDay }],
      // Also where the answer names nobody: whether it does is what a refusal would tell.
      asksForSubjects
        ? [
            {
              ...base,
              measure: 'SUBJECTS' as const,
              subjects: subjectsOf(agreement.assigner, answer),
              allowed: distinctSubjectsPerDay,
            },
          ]
        : [],
    ].flat();
  });
}

/** Whether the question shows, masked or not, or tests a field whose values name somebody. */
function namesSubjects(owner: string, { catalogue, selected, uses }: Metered): boolean {
  return [...selected, ...uses].some(({ coordinate, decision }) => {
    const facts = catalogue.byName.get(coordinate);
    return decision.kind !== 'deny' && facts?.isSubject === true && facts.owner === owner;
  });
}

function subjectsOf(owner: string, { catalogue, subjects }: Metered): readonly string[] {
  const told = [...subjects].filter(
    ([name, known]) =>
      known.size > 0 &&
      catalogue.coordinates.some(({ subgraph, owner: whose }) => subgraph === name && whose === owner),
  );
  return [...new Set(told.flatMap(([, known]) => [...known]))];
}

/** A clause is used once for every place where it shows a field, and for every value that is tested by it. */
function listLimits({ grant, selected, uses, countInputs }: Metered): readonly Charge[] {
  const counts = new Map<string, { readonly decision: Decision; amount: number }>();
  const count = (decision: Decision, amount: number): void => {
    if (decision.limitPerDay === undefined) return;
    const known = counts.get(decision.rule);
    if (known === undefined) counts.set(decision.rule, { decision, amount });
    else known.amount += amount;
  };
  for (const { decision } of selected) count(decision, 1);
  const limited = uses.filter(({ decision }) => decision.limitPerDay !== undefined);
  const given = limited.length === 0 ? new Map<string, number>() : countInputs();
  for (const { position, decision } of limited) count(decision, given.get(position) ?? 1);
  return [...counts].flatMap(([rule, { decision, amount }]) => {
    const agreement = grant.agreements.find(({ uid }) => uid === decision.agreementUid);
    if (agreement === undefined || decision.limitPerDay === undefined) return [];
    const clause = rule.slice(rule.lastIndexOf('#') + 1);
    const measure = 'USES' as const;
    return [{ ...chargeOf(agreement), measure, clause, amount, allowed: decision.limitPerDay }];
  });
}

function chargeOf({ uid, version, assigner }: Agreement): Omit<Charge, 'measure' | 'allowed'> {
  return { agreement: uid, version, owner: assigner, clause: '', amount: 0, subjects: [] };
}
