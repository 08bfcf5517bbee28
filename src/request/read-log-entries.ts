import { auditsAll } from '../agreement/index.ts';
import { LukouError, sha256Hex } from '../base/index.ts';
import { type Account, entryOf, openAccount } from './account.ts';
import type { Arrival } from './arrival.ts';
import { authenticate } from './authenticate.ts';
import { asLukouError } from './compose-answer.ts';
import type { RequestPorts } from './ports.ts';
import type { LogEntriesPage } from './stages.ts';

/** Records of a log, asked for as they are stored. */
export interface LogEntriesQuestion {
  /** Written into the record as the operation: "read log gateway 0 256". */
  readonly name: string;
  /** The bytes, and how many records they are; null where the log does not hold them. */
  read(): Promise<{ readonly bytes: Buffer; readonly rows: number } | null>;
}

/**
 * Records of the log for an auditor of the agency that keeps it, who states the purpose OVERSIGHT. Reading them is a record too, and so is being
 * refused.
 *
 * @throws LukouError AUDIT_UNAVAILABLE where nothing could be recorded; what the caller is refused with, once that is
 *   recorded.
 */
export async function readLogEntries(
  arrival: Arrival,
  question: LogEntriesQuestion,
  ports: RequestPorts,
): Promise<LogEntriesPage | null> {
  const account = openAccount(arrival);
  try {
    await requireAuditor(account, ports);
    const found = await question.read();
    if (found === null) return null;
    account.rows = found.rows;
    await record(account, question.name, { bytes: found.bytes, status: 200 }, ports);
    return { bytes: found.bytes } as LogEntriesPage;
  } catch (error) {
    const known = asLukouError(error);
    if (known.code === 'AUDIT_UNAVAILABLE' || known.kind === 'fatal') throw known;
    account.code = known.code;
    account.rows = 0;
    await record(account, question.name, { bytes: NOTHING, status: known.status }, ports);
    throw known;
  }
}

async function requireAuditor(account: Account, ports: RequestPorts): Promise<void> {
  const { principal } = await authenticate(account, ports);
  const purpose = account.arrival.headers.get('lukou-purpose');
  if (auditsAll(principal) && purpose === 'OVERSIGHT') {
    account.purpose = purpose;
    return;
  }
  throw new LukouError('LOG_READ_REFUSED');
}

const NOTHING = Buffer.alloc(0);

async function record(
  account: Account,
  name: string,
  { bytes, status }: { readonly bytes: Buffer; readonly status: number },
  ports: RequestPorts,
): Promise<void> {
  const entry = entryOf(account, { status, sha256: sha256Hex(bytes), bytes: bytes.length }, null);
  await ports.audit.record({ ...entry, operation: { ...entry.operation, name } });
}
