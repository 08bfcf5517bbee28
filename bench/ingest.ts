import { mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/base/index.ts';
import { ingestFile, readAdapter } from '../src/ingest/index.ts';
import { createIngestStore, openDatabase, type Database } from '../src/storage/index.ts';
import { copyBare, makeBareTable } from './ingest/copy-bare.ts';
import { PASSAGE_ADAPTER, writeCheckpoints, writePassages, writeTableRows } from './ingest/make-passages.ts';
import { watchMemory } from './ingest/watch-memory.ts';
import { NO_INCIDENTS } from '../test/world/incidents.ts';

const ROWS = 1_000_000;

/** What one run of the bench measured. */
interface IngestFigures {
  readonly rows: number;
  readonly bareRowsPerSecond: number;
  readonly ingestRowsPerSecond: number;
  /** Of the bare COPY's rate, how much is left with validation, guard, deduplication and derived columns. */
  readonly ratio: number;
  readonly memoryGrowthMb: number;
}

/**
 * Takes in a million passages from CSV, and copies the same rows bare into a table of the same shape, partitions and
 * indexes: half of them before, half after, so that a busy machine slows both alike.
 */
export async function run(): Promise<IngestFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'lukou-bench-'));
  // As root the database server runs as another account, which must pass through.
  chmodSync(folder, 0o711);
  try {
    const database = await openDatabase({
      dataFolder: join(folder, 'data'),
      mode: 'serve',
      onMessage: (message) => console.error(message),
    });
    try {
      return await measure(folder, database);
    } finally {
      await database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, database: Database): Promise<IngestFigures> {
  const passages = join(folder, 'passages.csv');
  const halves = [join(folder, 'first.csv'), join(folder, 'second.csv')] as const;
  console.log(`writing ${ROWS.toLocaleString('en')} passages`);
  await writePassages(passages, ROWS);
  await writeTableRows(halves[0], 0, ROWS / 2);
  await writeTableRows(halves[1], ROWS / 2, ROWS);
  await writeCheckpoints(database);
  await makeBareTable(database);

  const before = await copyBare(database, halves[0]);
  const memory = watchMemory();
  const receipt = await ingestFile(
    { adapter: readAdapter(PASSAGE_ADAPTER, 'bench'), path: passages },
    {
      store: createIngestStore(database.ingest),
      log: { recordIngest: async ({ runId }) => ({ index: 0, id: runId }) },
      incidents: NO_INCIDENTS,
      clock: systemClock,
    },
  );
  const memoryGrowthMb = memory.stop();
  const after = await copyBare(database, halves[1]);
  if (receipt.rowsWritten !== ROWS)
    throw new Error(`${receipt.rowsWritten} of ${ROWS} rows were written: ${JSON.stringify(receipt)}`);

  const bareRowsPerSecond = Math.round(ROWS / ((before + after) / 1000));
  const ingestRowsPerSecond = Math.round(ROWS / (receipt.durationMs / 1000));
  const ratio = Number((ingestRowsPerSecond / bareRowsPerSecond).toFixed(2));
  console.log(`bare COPY      ${bareRowsPerSecond.toLocaleString('en')} rows/s`);
  console.log(`ingest         ${ingestRowsPerSecond.toLocaleString('en')} rows/s`);
  console.log(`ratio          ${ratio} (bar 0.40)`);
  console.log(`memory growth  ${memoryGrowthMb} MB (bar 150)`);
  return { rows: ROWS, bareRowsPerSecond, ingestRowsPerSecond, ratio, memoryGrowthMb };
}
