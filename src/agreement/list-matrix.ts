import { describeMask, describeStatistic } from '../masking/index.ts';
import { bindGrant } from './bind-grant.ts';
import type { Coordinate } from './catalogue.ts';
import { USES } from './codes.ts';
import type { Decision, Grant } from './grant.ts';
import { askOf, describeClass, listClasses } from './list-classes.ts';
import type { Policy } from './policy.ts';

/** What every class of callers may do with every field at one instant. */
export interface AgreementMatrix {
  /** "AG-TRAFFIC-POLICE analyst PUBLIC_SAFETY with a case". */
  readonly classes: readonly string[];
  /** A row a field, in order of name; its cells in the order of `classes`, as {@link describeAccess} writes them. */
  readonly rows: readonly { readonly coordinate: string; readonly cells: readonly string[] }[];
}

/** The matrix of coordinates and caller classes of a policy. Fields of types without data are left out. */
export function listMatrix(policy: Policy, nowMs: number): AgreementMatrix {
  const classes = listClasses(policy);
  const grants = classes.map((found) => bindGrant(policy, askOf(found), nowMs));
  return {
    classes: classes.map(describeClass),
    rows: policy.catalogue.coordinates
      .filter(({ isStructure }) => !isStructure)
      .map((coordinate) => ({
        coordinate: coordinate.name,
        cells: grants.map((grant) => describeAccess(grant, coordinate)),
      })),
  };
}

/**
 * One cell: "allow +filter +sort", "mask:plate.region +match:50/day", "statistic:10/5", "act", "PROHIBITED", or "-" where no
 * clause speaks of it.
 */
export function describeAccess(grant: Grant, { name: coordinate, isAct }: Coordinate): string {
  const uses = USES.flatMap((use) => {
    const decision = grant.decideUse(use, coordinate);
    return decision.kind === 'deny' ? [] : [`+${use}${describeBound(decision)}${describeLimit(decision)}`];
  });
  const shown = describeRead(grant.decide(coordinate));
  return [isAct ? shown.replace(/^allow/, 'act') : shown, ...uses].join(' ');
}

function describeRead(decision: Decision): string {
  const { kind, mask, code } = decision;
  if (kind === 'pointer') return `pointer${describeLimit(decision)}`;
  if (decision.statistic !== undefined)
    return `${describeStatistic(decision.statistic)}${describeLimit(decision)}`;
  if (kind !== 'deny')
    return `${mask === null ? 'allow' : `mask:${describeMask(mask)}`}${describeLimit(decision)}`;
  return code === 'NO_AGREEMENT' || code === 'NOT_GRANTED' ? '-' : code;
}

function describeBound({ statistic }: Decision): string {
  return statistic === undefined ? '' : `:${statistic.k}/${statistic.roundTo}`;
}

function describeLimit({ limitPerDay }: Decision): string {
  return limitPerDay === undefined ? '' : `:${limitPerDay}/day`;
}
