import { PUBLIC_ASSIGNEE, type BreakGlassReason, type Purpose, type Role } from './codes.ts';
import type { Ask } from './grant.ts';
import type { Policy } from './policy.ts';
import { opensByCase } from './row-ties.ts';

/** A kind of caller that some agreement serves. */
export interface CallerClass {
  /** Null for the public. */
  readonly agency: string | null;
  readonly role: Role;
  readonly purpose: Purpose | null;
  readonly hasCase: boolean;
  /** Of those who break the glass; left out for the ordinary way. */
  readonly breakGlass?: BreakGlassReason;
}

/**
 * Every class of callers that a policy serves, in order of agency, role and purpose. A class is there with and without
 * a case where some agreement that serves it asks for one, or opens rows by it.
 */
export function listClasses({ agreements }: Pick<Policy, 'agreements'>): readonly CallerClass[] {
  const classes = new Map<string, CallerClass>();
  for (const agreement of agreements) {
    const { assignee, roles, purposes, requiresCase, permissions, breakGlass } = agreement;
    const asksForCase =
      requiresCase || permissions.some((permission) => permission.requiresCase) || opensByCase(agreement);
    for (const role of roles) {
      for (const purpose of purposes ?? [null]) {
        const agency = assignee === PUBLIC_ASSIGNEE ? null : assignee;
        // Nobody breaks the glass without a case.
        for (const reason of breakGlass?.reasons ?? []) {
          const found = { agency, role, purpose, hasCase: true, breakGlass: reason };
          classes.set(describeClass(found), found);
        }
        if (breakGlass !== null) continue;
        for (const hasCase of asksForCase ? [false, true] : [false]) {
          const found = { agency, role, purpose, hasCase };
          classes.set(describeClass(found), found);
        }
      }
    }
  }
  return [...classes].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
}

/** "AG-TRAFFIC-POLICE analyst PUBLIC_SAFETY with a case". */
export function describeClass({ agency, role, purpose, hasCase, breakGlass }: CallerClass): string {
  return [
    agency ?? [],
    role,
    purpose ?? [],
    hasCase ? 'with a case' : [],
    breakGlass === undefined ? [] : `breaking the glass for ${breakGlass}`,
  ]
    .flat()
    .join(' ');
}

/** The class as an ask. Decisions about fields depend on whether there is a case, never on which. */
export function askOf({ agency, role, purpose, hasCase, breakGlass }: CallerClass): Ask {
  const caseReference = hasCase ? 'any case' : null;
  return { agency, role, purpose, caseReference, ...(breakGlass !== undefined && { breakGlass }) };
}
