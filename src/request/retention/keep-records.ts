import { auditsAll } from '../../agreement/index.ts';
import type {
  AuditLog,
  Erasure,
  ErasureDesk,
  PruneRange,
  Retention,
  RetentionDesk,
} from '../../audit/index.ts';
import { type Clock, isUuid, LukouError, sha256Hex, uuidV7 } from '../../base/index.ts';
import type { Principal, VouchedPrincipal } from '../../identity/index.ts';
import { recordAct } from '../record-act.ts';
import { requireNote } from '../require-note.ts';

/** What these steps need; the wiring brings it. */
export interface KeepingPorts {
  readonly desk: RetentionDesk;
  readonly erasures: ErasureDesk;
  readonly retention: Retention;
  readonly log: Pick<AuditLog, 'record'>;
  readonly clock: Clock;
}

/** A range of records after an approval. */
export interface ApprovedPrune extends PruneRange {
  /** Different people who have approved it; two are needed. */
  readonly approvals: number;
}

/**
 * Approves that the records before an instant go from a log, as far as they are whole tiles. The record of the approval is
 * written first.
 *
 * @throws LukouError PRUNE_REFUSED, AUDIT_UNAVAILABLE.
 */
export async function approvePrune(
  principal: Principal,
  { log, before }: { readonly log: string; readonly before: Date },
  ports: KeepingPorts,
): Promise<ApprovedPrune> {
  const auditor = requireAuditor(principal);
  const { desk, retention } = ports;
  const range = { log, toIndex: await desk.findToIndex(log, before) };
  const why = await desk.whyNotPrunable(range, retention);
  if (why !== null)
    throw new LukouError('PRUNE_REFUSED', `Records of ${log} before ${range.toIndex}: ${why}.`);
  await record(auditor, `approve pruning ${log} to ${range.toIndex}`, null, ports);
  return { ...range, approvals: await desk.approve(range, auditor) };
}

/**
 * Approves that the detail of the records before an instant goes, by whole tiles as records do. The record of the approval
 * is written first.
 *
 * @throws LukouError PRUNE_REFUSED, AUDIT_UNAVAILABLE.
 */
export async function approveErasingDetail(
  principal: Principal,
  { log, before }: { readonly log: string; readonly before: Date },
  ports: KeepingPorts,
): Promise<ApprovedPrune> {
  const range = { log, toIndex: await ports.desk.findToIndex(log, before) };
  const why = await ports.erasures.whyDetailStays(range, ports.retention);
  const what = `detail of ${log} to ${range.toIndex}`;
  return { ...range, approvals: await approve(principal, what, { kind: 'detail', range }, why, ports) };
}

/**
 * Approves that the key of an epoch of subjects is destroyed; gives how many people have. The record of the approval is
 * written first.
 *
 * @param why - why it may not be, whoever approves; null where it may.
 * @throws LukouError PRUNE_REFUSED, AUDIT_UNAVAILABLE.
 */
export async function approveDestroyingKey(
  principal: Principal,
  { epoch, why }: { readonly epoch: number; readonly why: string | null },
  ports: KeepingPorts,
): Promise<number> {
  return approve(principal, `subject key ${epoch}`, { kind: 'subject key', epoch }, why, ports);
}

async function approve(
  principal: Principal,
  what: string,
  erasure: Erasure,
  why: string | null,
  ports: KeepingPorts,
): Promise<number> {
  const auditor = requireAuditor(principal);
  if (why !== null) throw new LukouError('PRUNE_REFUSED', `The ${what}: ${why}.`);
  await record(auditor, `approve erasing ${what}`, null, ports);
  return ports.erasures.approve(erasure, auditor);
}

/**
 * Holds a log, or all logs: nothing is pruned until the hold is ended. Resolves with the hold's id.
 *
 * @throws LukouError PRUNE_REFUSED, HOLD_UNKNOWN, REVIEW_NOTE_INVALID, AUDIT_UNAVAILABLE.
 */
export async function placeHold(
  principal: Principal,
  { log, reason: written }: { readonly log: string | null; readonly reason: string },
  ports: KeepingPorts,
): Promise<string> {
  const auditor = requireAuditor(principal);
  const reason = requireNote(written, 'REVIEW_NOTE_INVALID');
  const id = uuidV7(ports.clock.nowMs());
  await record(auditor, `hold ${log ?? 'all logs'}: ${id}`, reason, ports);
  await ports.desk.hold({ id, log, reason }, auditor);
  return id;
}

/** Ends a hold. Throws LukouError PRUNE_REFUSED, HOLD_UNKNOWN, AUDIT_UNAVAILABLE. */
export async function endHold(principal: Principal, id: string, ports: KeepingPorts): Promise<void> {
  const auditor = requireAuditor(principal);
  if (!isUuid(id)) throw new LukouError('HOLD_UNKNOWN');
  await record(auditor, `end hold ${id}`, null, ports);
  await ports.desk.endHold(id, auditor);
}

function requireAuditor(principal: Principal): VouchedPrincipal {
  if (principal.role === 'public' || !auditsAll(principal))
    throw new LukouError(
      'PRUNE_REFUSED',
      'An auditor of the agency that keeps the log decides what is pruned and what is held.',
    );
  return principal;
}

async function record(
  auditor: VouchedPrincipal,
  name: string,
  text: string | null,
  { log, clock }: Pick<KeepingPorts, 'log' | 'clock'>,
): Promise<void> {
  const requestId = uuidV7(clock.nowMs());
  const documentSha256 = text === null ? null : sha256Hex(text);
  await recordAct(auditor, { name, documentSha256, requestId }, log);
}
