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

/**
 * The fields of `owner`, and what every class may read of them. Whoever is neither the owner nor the keeper of the log is
 * told of its own classes alone, and of no field that is invisible to all of them.
 *
 * @param typeName - of this type alone; of all where it is null.
 * @param reader - the agency that asks.
 */
export function listAccess(
  policy: Policy,
  {
    owner,
    typeName,
    reader,
  }: { readonly owner: string; readonly typeName: string | null; readonly reader: string },
  nowMs: number,
): AccessTable {
  const seesAll = reader === owner || reader === LOG_KEEPER;
  const classes = listClasses(policy).filter(({ agency }) => seesAll || agency === reader);
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

const isKnownToSome = ({ decisions }: AccessTable['rows'][number]): boolean =>
  decisions.some(({ code }) => code !== 'INVISIBLE');
