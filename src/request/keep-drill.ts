import { type AuditLog, type Drilled, type KeptDrill, operatorEntry, passedDrill } from '../audit/index.ts';
import { canonicalJson, type Clock, sha256Hex, uuidV7 } from '../base/index.ts';
import type { Actor } from '../identity/index.ts';
import { recordAct } from './record-act.ts';

/** What keeping the result of a drill needs; the wiring brings it. */
export interface DrillPorts {
  readonly drills: { keep(drill: KeptDrill): Promise<void> };
  readonly log: Pick<AuditLog, 'record'>;
  /** The name of that log. */
  readonly logName: string;
  readonly clock: Clock;
}

/**
 * Keeps what a drill of the guard found. The record is written first, and holds the SHA-256 of the findings: a crash in
 * between leaves a record of a result that is to be drilled again.
 *
 * @param person - null for whoever sits at the terminal without saying who they are.
 * @throws LukouError AUDIT_UNAVAILABLE, STORAGE_FAULT.
 */
export async function keepDrill(
  person: Actor | null,
  { gates, controls, kept }: Drilled,
  { drills, log, logName, clock }: DrillPorts,
): Promise<KeptDrill> {
  const drilledAtMs = clock.nowMs();
  const id = uuidV7(drilledAtMs);
  const found = { gates, controls, kept };
  const passed = passedDrill(found);
  const act = {
    name: `guard drill ${id}: ${passed ? 'passed' : 'failed'}`,
    documentSha256: sha256Hex(canonicalJson(found)),
    requestId: id,
  };
  const named = person === null || person.role === 'public' ? null : person;
  const { index } = await (named === null ? log.record(operatorEntry(act)) : recordAct(named, act, log));
  const who = { actor: named?.pseudonym ?? 'operator', agency: named?.agency ?? null };
  const drill = { id, drilledAtMs, ...who, ...found, passed, log: logName, index };
  await drills.keep(drill);
  return drill;
}
