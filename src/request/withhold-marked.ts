import { LukouError } from '../base/index.ts';
import type { RequestPorts } from './ports.ts';

/** Something in an answer that carries a mark. */
export interface MarkedText {
  readonly rule: string;
  /** Null for what the client wrote itself: nobody releases that. */
  readonly text: string | null;
}

/** Who would have been answered, and of whose data. */
export interface Addressee {
  /** A pseudonym; null for the public. */
  readonly pseudonym: string | null;
  readonly agency: string | null;
  readonly owners: readonly string[];
  readonly requestId: string;
}

/**
 * Opens an incident for each text that nobody has released, and throws EGRESS_WITHHELD; does nothing where two persons
 * have released all of them. An answer that carries the same mark to the same person twice a day opens one.
 */
export async function withholdMarked(
  marked: readonly MarkedText[],
  { pseudonym, agency, owners, requestId }: Addressee,
  { incidents, clock }: Pick<RequestPorts, 'incidents' | 'clock'>,
): Promise<void> {
  const released = await incidents.released();
  const found = new Map<string, { readonly rule: string; readonly markHash: string | null }>();
  for (const { rule, text } of marked) {
    const markHash = text === null ? null : incidents.hashOf(text);
    if (markHash === null || !released.has(markHash))
      found.set(`${rule} ${markHash ?? ''}`, { rule, markHash });
  }
  if (found.size === 0) return;
  for (const { rule, markHash } of found.values())
    await incidents.open({
      gate: 'EGRESS',
      detectedAtMs: clock.nowMs(),
      rule,
      source: null,
      sourceDigest: null,
      line: null,
      markHash,
      // What a client wrote itself is nobody's data.
      owners: markHash === null ? [] : owners,
      actor: pseudonym ?? 'public',
      agency,
      requestId,
    });
  throw new LukouError('EGRESS_WITHHELD');
}
