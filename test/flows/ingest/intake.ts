import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MarkReport } from '../../../src/audit/index.ts';
import { systemClock } from '../../../src/base/index.ts';
import {
  ingestFile,
  readAdapter,
  type Adapter,
  type IngestEntry,
  type IngestPorts,
  type IngestReceipt,
} from '../../../src/ingest/index.ts';
import { createIngestStore } from '../../../src/storage/index.ts';
import { keepIncidents } from '../../world/incidents.ts';
import { itUnless } from '../../world/skip-aloud.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SHARED_DATA = join(ROOT, '../shared/data');

/** `it` where the shared real data lie beside the project, else a skip that says so. */
export function itWithSharedData(...test: Parameters<typeof it>): void {
  itUnless(existsSync(SHARED_DATA) ? null : '../shared/data is not here, so real files cannot be taken in')(
    ...test,
  );
}

/** Path of a file of the shared real data. */
export const sharedFile = (name: string): string => join(SHARED_DATA, name);

/** A shipped adapter. */
export async function shippedAdapter(name: string): Promise<Adapter> {
  return readAdapter(await readFile(join(ROOT, 'adapters', `${name}.yaml`), 'utf8'), `${name}.yaml`);
}

/** A database of the test's own with the ingest flow's ports on it, and what the log was told. */
export interface Intake {
  readonly database: TestDatabase;
  readonly ports: IngestPorts;
  readonly entries: IngestEntry[];
  /** What the gates reported. */
  readonly incidents: MarkReport[];
  /** Takes in a file by an adapter or the name of a shipped one. */
  ingest(adapter: Adapter | string, path: string): Promise<IngestReceipt>;
  /** Takes in a text as if it were a file. */
  ingestText(adapter: Adapter | string, text: string | Uint8Array, name?: string): Promise<IngestReceipt>;
  /** Rows of a query as superuser, whom no row scope binds. */
  rows<Row extends object>(query: string): Promise<Row[]>;
}

export async function openIntake(): Promise<Intake> {
  const database = await createTestDatabase();
  const entries: IngestEntry[] = [];
  const incidents: MarkReport[] = [];
  const ports: IngestPorts = {
    store: createIngestStore(database.ingest),
    log: {
      async recordIngest(entry) {
        entries.push(entry);
        return { index: entries.length - 1, id: entry.runId };
      },
    },
    incidents: keepIncidents(incidents),
    clock: systemClock,
  };
  const adapterOf = async (adapter: Adapter | string): Promise<Adapter> =>
    typeof adapter === 'string' ? shippedAdapter(adapter) : adapter;
  return {
    database,
    ports,
    entries,
    incidents,
    ingest: async (adapter, path) => ingestFile({ adapter: await adapterOf(adapter), path }, ports),
    ingestText: async (adapter, text, name = 'rows.csv') =>
      ingestFile({ adapter: await adapterOf(adapter), name, stream: streamOf(text) }, ports),
    rows: (query) => database.admin(async (client) => (await client.query(query)).rows),
  };
}

async function* streamOf(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === 'string' ? Buffer.from(text) : text;
}
