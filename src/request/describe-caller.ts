import {
  agreementName,
  type Ask,
  bindGrant,
  BREAK_GLASS_REASONS,
  type BreakGlassReason,
  type Grant,
  type Policy,
  PURPOSE_NAMES,
  PURPOSES,
} from '../agreement/index.ts';
import type { Principal } from '../identity/index.ts';

/** Who asks, and what its agreements let it state: as schema/gateway.graphql writes it. */
export interface CallerDescription {
  readonly agency: string | null;
  readonly role: string;
  readonly pseudonym: string | null;
  readonly issuedAt: string | null;
  readonly expiresAt: string | null;
  readonly purpose: string | null;
  readonly withCase: boolean;
  readonly breakGlass: string | null;
  readonly purposes: readonly StatablePurpose[];
}

/** A purpose under which some agreement serves the caller. */
export interface StatablePurpose {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly agreements: readonly string[];
  readonly legalBases: readonly string[];
  readonly caseOpensMore: boolean;
  readonly caseIsNeeded: boolean;
  readonly breakGlass: readonly BreakGlassWay[];
}

interface BreakGlassWay {
  readonly reason: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly agreements: readonly string[];
  readonly sessionMinutes: number;
  readonly until: string;
}

/** What of a principal its holder may be told. */
export type CallerSession = Pick<Principal, 'pseudonym' | 'issuedAtMs' | 'expiresAtMs'>;

/** Describes a caller to itself. Pure: the same policy, ask, session and instant give the same description. */
export function describeCaller(
  policy: Policy,
  ask: Ask,
  session: CallerSession,
  nowMs: number,
): CallerDescription {
  return {
    agency: ask.agency,
    role: ask.role,
    pseudonym: session.pseudonym,
    issuedAt: printInstant(session.issuedAtMs),
    expiresAt: printInstant(session.expiresAtMs),
    purpose: ask.purpose,
    withCase: ask.caseReference !== null,
    breakGlass: ask.breakGlass ?? null,
    purposes: PURPOSES.map(describePurpose).filter(
      ({ agreements, breakGlass }) => agreements.length > 0 || breakGlass.length > 0,
    ),
  };

  function describePurpose(code: (typeof PURPOSES)[number]): StatablePurpose {
    const plain = { agency: ask.agency, role: ask.role, purpose: code };
    const without = bindGrant(policy, { ...plain, caseReference: null }, nowMs);
    const withCase = bindGrant(policy, { ...plain, caseReference: 'any case' }, nowMs);
    const opened = countOpened(policy, without);
    return {
      code,
      nameZh: PURPOSE_NAMES[code].zh,
      nameEn: PURPOSE_NAMES[code].en,
      agreements: withCase.agreements.map(agreementName),
      legalBases: listLegalBases(policy, withCase),
      caseOpensMore: countOpened(policy, withCase) > opened,
      caseIsNeeded: opened === 0,
      breakGlass: (Object.keys(BREAK_GLASS_REASONS) as BreakGlassReason[]).flatMap((reason) =>
        describeGlass(
          reason,
          bindGrant(policy, { ...plain, caseReference: 'any case', breakGlass: reason }, nowMs),
        ),
      ),
    };
  }

  function describeGlass(reason: BreakGlassReason, { agreements }: Grant): readonly BreakGlassWay[] {
    if (agreements.length === 0 || session.issuedAtMs === null) return [];
    const sessionMs = Math.min(...agreements.map(({ breakGlassMs }) => breakGlassMs ?? 0));
    const { zh, en } = BREAK_GLASS_REASONS[reason];
    return [
      {
        reason,
        nameZh: zh,
        nameEn: en,
        agreements: agreements.map(agreementName),
        sessionMinutes: sessionMs / 60_000,
        until: new Date(session.issuedAtMs + sessionMs).toISOString(),
      },
    ];
  }
}

function printInstant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

function listLegalBases(policy: Policy, { agreements }: Grant): readonly string[] {
  const bound = new Set(agreements.map(agreementName));
  const bases = policy.agreements.filter((agreement) => bound.has(agreementName(agreement)));
  return [...new Set(bases.map(({ legalBasis }) => legalBasis))].toSorted();
}

/** How many fields a grant opens in any way. */
function countOpened({ catalogue }: Policy, grant: Grant): number {
  return catalogue.coordinates.filter(
    ({ name, isStructure }) => !isStructure && grant.decide(name).kind !== 'deny',
  ).length;
}
