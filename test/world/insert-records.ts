import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DisclosureEntry } from '../../src/audit/index.ts';
import type { Database } from '../../src/storage/index.ts';
import { openLog } from '../../src/wiring/index.ts';
import { entryWith } from '../audit-log/entry.ts';

/** A record as a test tells it: what is left out is that of a plain answer to an analyst of the traffic police. */
export interface ToldRecord extends Partial<DisclosureEntry> {
  /** When it was written, RFC 3339. */
  readonly at: string;
}

/** What records are of where nothing is said. */
export const PLAIN_ENTRY: DisclosureEntry = entryWith({
  actor: { pseudonym: 'p1_analyst', agency: 'AG-TRAFFIC-POLICE', role: 'analyst', auth: 'jwt' },
  purpose: { code: 'ROAD_SAFETY', caseReference: null },
  policyDigest: 'b'.repeat(64),
  grantDigest: 'c'.repeat(64),
  operation: { name: null, documentSha256: 'd'.repeat(64), variablesHmac: null },
  fields: [['CheckpointPassage.passTime', 'allow', 'urn:agr:hlbe:police-own:0005@1#p1']],
  result: { rows: 1, bytes: 100, sha256: 'e'.repeat(64), status: 200, code: 'OK' },
  recipient: { agency: 'AG-TRAFFIC-POLICE', system: null },
  maxSensitivity: 'INTERNAL',
  requestId: 'r-1',
  owners: ['AG-TRAFFIC-POLICE'],
});

/** Writes the log "past" of a database, which begins with the record of its beginning: what was asked at other instants. */
export async function insertRecords(database: Database, records: readonly ToldRecord[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lukou-past-log-'));
  let nowMs = Date.parse(records[0]!.at);
  const clock = { nowMs: () => nowMs };
  const place = { database, folder, log: 'past', gatewayName: 'lukou', clock, onMessage: () => undefined };
  const audit = await openLog(place);
  try {
    for (const { at, ...told } of records) {
      nowMs = Date.parse(at);
      await audit.record({ ...PLAIN_ENTRY, ...told });
    }
  } finally {
    await audit.close();
    await rm(folder, { recursive: true });
  }
}
