import type { ResolvedAgreement } from './resolve-clauses.ts';

/**
 * What traces somebody through public places is for one purpose and with a case only (PIPL art. 26, 28): to be shown in
 * clear, and to be looked for by its value, which is bounded besides. Masked, or as numbers of groups, it may be for others.
 */
export function checkPurposeLocks({ agreement, permissions }: ResolvedAgreement): readonly string[] {
  return permissions.flatMap((clause) => {
    const { id, actions, mask, contact, limitPerDay, coordinates } = clause;
    const isShown = mask === null && contact === null;
    const opening = actions.filter((action) => action !== 'aggregate' && (action !== 'read' || isShown));
    const locked = coordinates.filter(({ onlyFor }) => onlyFor !== null && opening.length > 0);
    return locked.flatMap(({ name, onlyFor }) => [
      ...(agreement.purposes?.every((purpose) => purpose === onlyFor) === true
        ? []
        : [
            `${id}: ${opening.join(' and ')} ${name} is for ${onlyFor} alone: mask it, or write an agreement of that purpose`,
          ]),
      ...(agreement.requiresCase || clause.requiresCase
        ? []
        : [`${id}: ${opening.join(' and ')} ${name} takes a case: requires: {caseReference: true}`]),
      ...(opening.includes('match') && limitPerDay === null
        ? [`${id}: match ${name} takes a bound: limit: {perDay: 50}`]
        : []),
    ]);
  });
}
