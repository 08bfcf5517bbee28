import {
  type Ask,
  bindGrant,
  BREAK_GLASS_REASONS,
  type BreakGlassReason,
  type Decision,
  type Grant,
  type Policy,
  PURPOSES,
} from '../agreement/index.ts';

/** A way to open what is denied, under the caller's agreements of today. */
export interface Opening {
  readonly purpose: string;
  readonly withCase: boolean;
  /** Reasons for which the glass may be broken to open it; empty where the ordinary way does. */
  readonly breakGlass: readonly BreakGlassReason[];
  /** How long after signing in a session may use a broken glass; null for the ordinary way. */
  readonly sessionMinutes: number | null;
}

/** Lists the ways that open what `decide` decides about, the ordinary ones first. */
export type ListOpenings = (decide: (grant: Grant) => Decision) => readonly Opening[];

interface Way {
  readonly ask: Ask;
  readonly grant: Grant;
}

const REASONS = Object.keys(BREAK_GLASS_REASONS) as BreakGlassReason[];

/** Binds what the caller's class could ask otherwise, once for all that is denied to it. */
export function findOpenings(policy: Policy, { agency, role, ...asked }: Ask, nowMs: number): ListOpenings {
  const who = { agency, role };
  const caseReference = asked.caseReference ?? 'any case';
  const bind = (other: Ask): Way => ({ ask: other, grant: bindGrant(policy, other, nowMs) });
  const ordinary = PURPOSES.flatMap((purpose) =>
    [null, caseReference].map((stated) => bind({ ...who, purpose, caseReference: stated })),
  );
  const broken = PURPOSES.flatMap((purpose) =>
    REASONS.map((breakGlass) => bind({ ...who, purpose, caseReference, breakGlass })),
  ).filter(({ grant }) => grant.agreements.length > 0);
  return (decide) => {
    const opening = ({ grant }: Way): boolean => decide(grant).kind !== 'deny';
    return [
      ...ordinary.filter(opening).map(({ ask: { purpose, caseReference: stated } }) => ({
        purpose: purpose!,
        withCase: stated !== null,
        breakGlass: [],
        sessionMinutes: null,
      })),
      ...[...Map.groupBy(broken.filter(opening), nameWay).values()].map(([first, ...others]) => ({
        purpose: first!.ask.purpose!,
        withCase: true,
        breakGlass: [first!, ...others].map(({ ask: { breakGlass } }) => breakGlass!),
        sessionMinutes: sessionOf(first!.grant),
      })),
    ];
  };
}

function nameWay({ ask, grant }: Way): string {
  return `${ask.purpose} ${sessionOf(grant)}`;
}

/** Of several agreements the shortest session holds. */
function sessionOf({ agreements }: Grant): number {
  return Math.min(...agreements.map(({ breakGlassMs }) => breakGlassMs ?? 0)) / 60_000;
}
