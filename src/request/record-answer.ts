import type { Receipt } from '../audit/index.ts';
import { LukouError, canonicalJson, hmacSha256 } from '../base/index.ts';
import { type Account, entryOf } from './account.ts';
import { composeRefusal } from './compose-answer.ts';
import type { RequestPorts } from './ports.ts';
import type { Answer, CleanAnswer } from './stages.ts';

/** An answer, and the receipt that it may leave with. */
export interface Recorded {
  readonly answer: Answer | CleanAnswer;
  readonly receipt: Receipt;
}

/**
 * Writes the record, durably. An answer whose record would not fit into the log is refused instead, and the refusal
 * recorded: nothing is ever cut out of a record.
 *
 * @throws LukouError AUDIT_UNAVAILABLE where it cannot: then nothing leaves.
 */
export async function recordAnswer(
  answer: CleanAnswer,
  account: Account,
  ports: RequestPorts,
): Promise<Recorded> {
  try {
    return { answer, receipt: await record(answer, account, ports) };
  } catch (error) {
    ports.onFault(account.arrival.requestId, error);
    if (!(error instanceof LukouError) || error.code !== 'LIMIT_RECORD') throw error;
    withholdEverything(account);
    const refusal = composeRefusal(error, account);
    return { answer: refusal, receipt: await record(refusal, account, ports) };
  }
}

function record(
  { status, sha256, bytes }: Recorded['answer'],
  account: Account,
  ports: RequestPorts,
): Promise<Receipt> {
  return ports.audit.record(
    entryOf(account, { status, sha256, bytes }, hashVariables(account, ports.variablesKey)),
  );
}

/** What is refused discloses no field, no row and nobody. */
function withholdEverything(account: Account): void {
  account.rows = 0;
  account.selected = [];
  account.uses = [];
  account.disclosures = [];
  account.subjects = [];
}

/** Variables may hold plates and names: whoever has both the key and a guess can tell, and nobody else. */
export function hashVariables({ operation }: Account, key: Uint8Array): string | null {
  if (operation === null || Object.keys(operation.variables).length === 0) return null;
  return hmacSha256(key, canonicalJson(operation.variables)).toString('hex');
}
