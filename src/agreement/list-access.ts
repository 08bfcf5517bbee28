import { LukouError } from '../base/index.ts';
import { bindGrant } from './bind-grant.ts';
import type { Coordinate } from './catalogue.ts';
import { LOG_KEEPER } from './codes.ts';
import type { Decision } from './grant.ts';
import { askOf, type CallerClass, listClasses } from './list-classes.ts';
import type { Policy } from './policy.ts';

/** What classes of callers may read of one agency's fields at one instant. */
export interface AccessTable {
  readonly classes: readonly CallerClass[];
  /** A row a field, in order of name; its decisions in the order of `classes`. */
  readonly rows: readonly { readonly coordinate: Coordinate; readonly decisions: readonly Decision[] }[];
}

/** Of which fields and callers a table is asked for, and by whom. */
export interface AskedAccess {
  /** The agency that owns the fields. */
  readonly owner: string;
  /** Of this type alone; of all where it is null. */
  readonly typeName: string | null;
  /** Callers of this agency alone, `PUBLIC_ASSIGNEE` being everybody; of all where it is null. */
  readonly assignee: string | null;
  /** The agency that asks. */
  readonly reader: string;
}

/** Columns of one table. Every role and purpose of one agency, with and without a case or a reason, are fewer. */
const MOST_CLASSES = 150;

/**
 * The fields of `owner`, and what every class that one of its agreements serves may read of them. Whoever is neither the
 * owner nor the keeper of the log is told of its own classes alone, and of no field that is invisible to all of them.
 *
 * @throws LukouError ARGUMENT_INVALID where there are more classes than one table shows.
 */
export function listAccess(
  policy: Policy,
  { owner, typeName, assignee, reader }: AskedAccess,
  nowMs: number,
): AccessTable {
  const seesAll = reader === owner || reader === LOG_KEEPER;
  // What others have agreed with each other says nothing of these fields.
  const serving = policy.agreements.filter(
    (agreement) =>
      agreement.assigner === owner &&
      (assignee === null || agreement.assignee === assignee) &&
      (seesAll || agreement.assignee === reader),
  );
  const classes = requireFew(listClasses({ agreements: serving }), owner);
  const grants = classes.map((found) => bindGrant(policy, askOf(found), nowMs));
  const rows = policy.catalogue.coordinates
    .filter((field) => field.owner === owner && !field.isStructure && !field.isAct)
    .filter((field) => typeName === null || field.typeName === typeName)
    .map((coordinate) => ({
      coordinate,
      decisions: grants.map((grant) => grant.decide(coordinate.name)),
    }));
  return { classes, rows: seesAll ? rows : rows.filter(isKnownToSome) };
}

/** Each class is bound anew while nobody else is answered, so it is counted before. */
function requireFew(classes: readonly CallerClass[], owner: string): readonly CallerClass[] {
  if (classes.length <= MOST_CLASSES) return classes;
  throw new LukouError(
    'ARGUMENT_INVALID',
    `${owner} serves ${classes.length} classes of callers, and one answer shows ${MOST_CLASSES}: ask by agency for those of one.`,
  );
}

const isKnownToSome = ({ decisions }: AccessTable['rows'][number]): boolean =>
  decisions.some(({ code }) => code !== 'INVISIBLE');
