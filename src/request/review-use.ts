import { LOG_KEEPER } from '../agreement/index.ts';
import type { AuditLog, Receipt } from '../audit/index.ts';
import { isUuid, LukouError, sha256Hex, type Clock } from '../base/index.ts';
import type { Actor } from '../identity/index.ts';
import { recordAct } from './record-act.ts';
import { requireNote } from './require-note.ts';

/** What a reviewer may find. */
type Verdict = 'JUSTIFIED' | 'UNJUSTIFIED';

/** A use of a broken glass, as far as it decides who may review it. */
export interface ReviewableUse {
  /** The agency whose data was opened. */
  readonly owner: string;
  /** The pseudonym of who opened it. */
  readonly principal: string;
  readonly isReviewed: boolean;
}

/** A review as it is kept: final. */
export interface Review {
  readonly useId: string;
  readonly reviewedAtMs: number;
  readonly verdict: Verdict;
  /** The reviewer's pseudonym. */
  readonly reviewer: string;
  readonly agency: string;
  readonly role: string;
  readonly note: string;
}

/** What reviewing needs; the wiring brings it. */
export interface ReviewPorts {
  readonly uses: {
    /** Null where there is none of this id. */
    find(id: string): Promise<ReviewableUse | null>;
    /** Throws REVIEW_DONE where somebody else was faster. */
    keep(review: Review): Promise<void>;
  };
  readonly log: Pick<AuditLog, 'record'>;
  readonly clock: Clock;
  /** The request that it is done by; at a terminal there is none, and the record names the use. */
  readonly requestId?: string;
}

const REVIEWERS: ReadonlySet<string> = new Set(['steward', 'auditor']);

/**
 * Reviews one use of a broken glass: by a steward or an auditor of the agency whose data it opened, never by who used it,
 * and once. The record is written first: a crash in between leaves a record of a review that is still to be made.
 *
 * @throws LukouError REVIEW_UNKNOWN, REVIEW_REFUSED, REVIEW_DONE, REVIEW_NOTE_INVALID, AUDIT_UNAVAILABLE.
 */
export async function reviewUse(
  principal: Actor,
  asked: { readonly id: string; readonly verdict: Verdict; readonly note: string },
  { uses, log, clock, requestId }: ReviewPorts,
): Promise<Receipt> {
  const { id, verdict } = asked;
  const use = isUuid(id) ? await uses.find(id) : null;
  const { role, agency, pseudonym, authMethod } = principal;
  // As in Query.breakGlassUses: to others there is no such use.
  if (use === null || (agency !== use.owner && agency !== LOG_KEEPER)) throw new LukouError('REVIEW_UNKNOWN');
  if (agency !== use.owner || !REVIEWERS.has(role) || pseudonym === use.principal)
    throw new LukouError('REVIEW_REFUSED');
  if (use.isReviewed) throw new LukouError('REVIEW_DONE');
  const note = requireNote(asked.note, 'REVIEW_NOTE_INVALID');
  const reviewedAtMs = clock.nowMs();
  const receipt = await recordAct(
    { pseudonym, agency, role, authMethod },
    {
      name: `review break-glass ${id}: ${verdict}`,
      documentSha256: sha256Hex(note),
      requestId: requestId ?? id,
    },
    log,
  );
  await uses.keep({ useId: id, reviewedAtMs, verdict, reviewer: pseudonym, agency, role, note });
  return receipt;
}
