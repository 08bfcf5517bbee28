import { agreementName } from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import { type Account, agreementsBehind } from './account.ts';
import type { BreakGlassReport } from './break-glass.ts';
import type { RequestPorts } from './ports.ts';
import type { AnnouncedPlan, Plan } from './stages.ts';

/**
 * Tells every agency whose data a broken glass is about to open, and opens the review that it has to make. Before
 * anything is fetched: where it cannot be told, nothing is asked for. A crash after this leaves an alarm without an
 * answer, never the reverse.
 */
export async function announceBreakGlass(
  plan: Plan,
  account: Account,
  ports: RequestPorts,
): Promise<AnnouncedPlan> {
  for (const report of account.breakGlass === null ? [] : listReports(plan, account)) {
    const { askedAtMs, owner, agency, principal, agreement, requestId, caseReference, reason } = report;
    const who = { owner, agency, principal, agreement, requestId, caseReference, reason };
    await ports.alarms.raise({ kind: 'BREAK_GLASS', raisedAtMs: askedAtMs, ...who });
    await ports.breakGlass.report(report);
  }
  return plan as unknown as AnnouncedPlan;
}

function listReports({ bound }: Plan, account: Account): readonly BreakGlassReport[] {
  const { breakGlass: reason, purpose, caseReference, principal } = account;
  if (reason === null || purpose === null || caseReference === null || principal?.pseudonym == null)
    throw new LukouError('INTERNAL', 'The glass is broken without all that it takes.');
  const { agency, role, pseudonym, issuedAtMs } = principal;
  const decisions = [...account.selected, ...account.uses];
  return agreementsBehind(account).map(({ uid, version, assigner, breakGlassMs }) => ({
    askedAtMs: bound.nowMs,
    sessionEndsAtMs: issuedAtMs + (breakGlassMs ?? 0),
    owner: assigner,
    agency,
    role,
    principal: pseudonym,
    agreement: agreementName({ uid, version }),
    reason,
    purpose,
    caseReference,
    requestId: account.arrival.requestId,
    fields: [
      ...new Set(
        decisions.filter(({ decision }) => decision.agreementUid === uid).map(({ coordinate }) => coordinate),
      ),
    ].toSorted(),
  }));
}
