import type { OperatorAct, Receipt } from '../audit/index.ts';
import { sha256Hex } from '../base/index.ts';
import { entryOf, openAccount } from './account.ts';
import type { Arrival } from './arrival.ts';
import { authenticateFeeder } from './authenticate.ts';
import { asLukouError } from './compose-answer.ts';
import type { OperationCounter } from './count-operations.ts';
import type { RequestPorts } from './ports.ts';
import { recordAct } from './record-act.ts';

/** What taking in deliveries needs. */
export interface DeliveryPorts extends RequestPorts {
  /** Counts those of each agency that are under way. */
  readonly deliveries: OperationCounter;
}

/** Who hands in, and what records as theirs what came of it. */
export interface Feeding {
  readonly feeder: { readonly actor: string; readonly agency: string };
  readonly record: (act: OperatorAct) => Promise<Receipt>;
}

/** What a system hands in. */
export interface Delivery<T> {
  /** Written into the record as the operation where nothing was taken in: "deliver gat1400-passages". */
  readonly name: string;
  /** The agency whose records they become. */
  readonly owner: string;
  /** Takes them in, and puts on record as the system's act what came of it, well or not. */
  take(by: Feeding): Promise<T>;
}

/**
 * Takes in what a system of an agency hands in at a door, once it is known that it may. An agency has only so many
 * deliveries under way: further ones are refused before they are read, so that a sender who is too fast waits.
 *
 * @throws LukouError UNAUTHENTICATED, DELIVERY_REFUSED, LIMIT_CONCURRENCY, or what `take` throws, once that is recorded;
 *   AUDIT_UNAVAILABLE where nothing could be recorded.
 */
export async function takeDelivery<T>(
  arrival: Arrival,
  { name, owner, take }: Delivery<T>,
  ports: DeliveryPorts,
): Promise<T> {
  const account = openAccount(arrival);
  let isRecorded = false;
  try {
    const { principal } = await authenticateFeeder(owner, account, ports);
    return await ports.deliveries.during(owner, () =>
      take({
        feeder: { actor: principal.pseudonym, agency: principal.agency },
        record: async (act) => {
          const receipt = await recordAct(principal, { ...act, ip: arrival.ip }, ports.audit);
          isRecorded = true;
          return receipt;
        },
      }),
    );
  } catch (error) {
    const known = asLukouError(error);
    if (known.status >= 500) ports.onFault(arrival.requestId, error);
    if (isRecorded || known.code === 'AUDIT_UNAVAILABLE' || known.kind === 'fatal') throw known;
    account.code = known.code;
    const entry = entryOf(account, { status: known.status, sha256: sha256Hex(''), bytes: 0 }, null);
    await ports.audit.record({ ...entry, operation: { ...entry.operation, name } });
    throw known;
  }
}
