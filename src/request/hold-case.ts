import { LOG_KEEPER } from '../agreement/index.ts';
import type { AuditLog, Receipt } from '../audit/index.ts';
import { LukouError, sha256Hex, type Clock, uuidV7 } from '../base/index.ts';
import type { Principal } from '../identity/index.ts';
import type { CaseRegister } from './ports.ts';
import { recordAct } from './record-act.ts';

const LONGEST_MS = 180 * 86_400_000;

/** What is held, and until when. */
export interface AskedHold {
  /** The agency whose case it is. */
  readonly agency: string;
  readonly caseReference: string;
  readonly untilMs: number;
}

/** A hold as it is kept: it never changes, and ends by itself. */
export interface Hold extends AskedHold {
  readonly id: string;
  readonly heldAtMs: number;
  /** The pseudonym of who set it. */
  readonly actor: string;
  readonly actorAgency: string;
  readonly actorRole: string;
}

/** What holding needs; the wiring brings it. */
export interface HoldPorts {
  readonly cases: CaseRegister;
  readonly holds: { keep(hold: Hold): Promise<void> };
  readonly log: Pick<AuditLog, 'record'>;
  readonly clock: Clock;
}

/**
 * Withholds the records for a case from whoever asks who looked at somebody, until a day within 180: by a steward or an
 * auditor of the agency whose case it is, or by an auditor of the agency that keeps the log. A hold that stands is
 * lengthened by another one. The record is written first: a crash in between leaves a record of a hold still to be set.
 *
 * @throws LukouError HOLD_REFUSED, HOLD_CASE_UNKNOWN, HOLD_SPAN_INVALID, AUDIT_UNAVAILABLE.
 */
export async function holdCase(
  principal: Principal,
  asked: AskedHold,
  { cases, holds, log, clock }: HoldPorts,
): Promise<Receipt> {
  const { role, agency, pseudonym, authMethod } = principal;
  const isOwn = agency === asked.agency && (role === 'steward' || role === 'auditor');
  if (pseudonym === null || !(isOwn || (agency === LOG_KEEPER && role === 'auditor')))
    throw new LukouError('HOLD_REFUSED');
  const heldAtMs = clock.nowMs();
  const { untilMs } = asked;
  if (!(untilMs > heldAtMs && untilMs <= heldAtMs + LONGEST_MS)) throw new LukouError('HOLD_SPAN_INVALID');
  const caseReference = asked.caseReference.normalize('NFKC');
  if ((await cases.find(asked.agency, caseReference)) === null) throw new LukouError('HOLD_CASE_UNKNOWN');

  const id = uuidV7(heldAtMs);
  const receipt = await recordAct(
    { pseudonym, agency, role, authMethod },
    {
      name: `hold case until ${new Date(untilMs).toISOString()}`,
      documentSha256: sha256Hex(JSON.stringify([asked.agency, caseReference])),
      requestId: id,
      caseReference,
    },
    log,
  );
  const actor = { actor: pseudonym, actorAgency: agency, actorRole: role };
  await holds.keep({ id, agency: asked.agency, caseReference, heldAtMs, untilMs, ...actor });
  return receipt;
}
