import { PURPOSES } from '../../agreement/index.ts';
import { canonicalJson, LukouError, sha256Hex, uuidV7 } from '../../base/index.ts';
import type { Actor } from '../../identity/index.ts';
import { recordAct } from '../record-act.ts';
import { requireNote } from '../require-note.ts';
import type { MovePorts } from './move-item.ts';
import type { ActReceipt } from './ports.ts';

/** What an agency asks another one to share. */
export interface AskedSharing {
  /** The agency that has it. */
  readonly provider: string;
  /** What is asked for, in the applicant's words. */
  readonly resource: string;
  /** A code of purposes: ROAD_SAFETY and so on. */
  readonly purpose: string;
  readonly legalBasis: string;
}

/** An application as it is kept when it is new. */
export interface NewApplication extends AskedSharing {
  readonly id: string;
  readonly applicant: string;
  readonly openedAtMs: number;
  readonly openedBy: string;
  readonly requestId: string;
}

/** The applications, in one transaction. */
export interface ApplicationDesk {
  open(application: NewApplication): Promise<void>;
}

const FIRST_STATE = 'DRAFT';
const AGENCY = /^AG-[A-Z0-9-]{2,60}$/;

/**
 * Opens an application to share data, as a draft of the caller's agency. The record is written before it can be seen.
 *
 * @throws LukouError ACT_REFUSED, APPLICATION_INVALID, AUDIT_UNAVAILABLE.
 */
export async function applyForSharing(
  person: Actor,
  asked: AskedSharing,
  desk: ApplicationDesk,
  { log, clock, requestId }: Pick<MovePorts, 'log' | 'clock' | 'requestId'>,
): Promise<ActReceipt> {
  const { pseudonym, agency, role, authMethod } = person;
  if (pseudonym === null || agency === null) throw new LukouError('ACT_REFUSED');
  const { provider, purpose } = asked;
  if (!AGENCY.test(provider) || provider === agency || !PURPOSES.some((known) => known === purpose))
    throw new LukouError('APPLICATION_INVALID');
  const resource = requireNote(asked.resource, 'APPLICATION_INVALID');
  const legalBasis = requireNote(asked.legalBasis, 'APPLICATION_INVALID');
  const openedAtMs = clock.nowMs();
  const id = uuidV7(openedAtMs);
  const { index } = await recordAct(
    { pseudonym, agency, role, authMethod },
    {
      name: `open SharingApplication ${id}`,
      documentSha256: sha256Hex(canonicalJson({ provider, resource, purpose, legalBasis })),
      requestId,
    },
    log,
  );
  const opened = { applicant: agency, openedAtMs, openedBy: pseudonym, requestId };
  await desk.open({ id, provider, resource, purpose, legalBasis, ...opened });
  const actedAt = new Date(openedAtMs).toISOString();
  return { id, state: FIRST_STATE, version: 0, actedAt, log: log.log, index };
}
