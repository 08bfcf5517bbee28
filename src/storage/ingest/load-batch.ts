import type pg from 'pg';
import type { LoadRow, RecordColumn, RecordTypeName, TypeCounts } from '../../ingest/index.ts';
import { holdSteps } from '../live/steps-beside-intake.ts';
import { copyRows } from './copy-rows.ts';
import { createNotes } from './derive.ts';
import { compileCopyEncoder } from './encode-copy.ts';
import { createStage, mergeStaged, quarantineStaged, stageTable } from './merge-plan.ts';
import { MERGE_PLANS } from './merge-plans.ts';

/** Makes the partitions of these months ('2026-01-01') where they are missing, outside the run's transaction. */
export type EnsureMonths = (table: string, months: readonly string[]) => Promise<void>;

/** Rows of one type, encoded and ready to be copied. */
export interface Chunk {
  readonly pieces: readonly Buffer[];
  readonly rowCount: number;
}

/** Takes the records of one type, chunk by chunk. */
export interface TypeLoader {
  /** Encodes rows for the next chunk. */
  add(rows: readonly LoadRow[]): void;
  /** What was added since the last time. */
  take(): Chunk;
  /** Copies a chunk to the staging table. */
  stage(chunk: Chunk): Promise<void>;
  /** Merges what is staged into the type's own table. */
  merge(): Promise<void>;
  counts(): TypeCounts;
}

/** Makes the staging table of a type, what it is noted in, and its loader. */
export async function openTypeLoader(
  client: pg.PoolClient,
  type: RecordTypeName,
  columns: readonly RecordColumn[],
  ensureMonths: EnsureMonths,
): Promise<TypeLoader> {
  const plan = MERGE_PLANS[type];
  const encode = compileCopyEncoder(columns.map(({ columnType }) => columnType));
  const mergeStatement = mergeStaged(type, plan, columns);
  const knownMonths = new Set<string>();
  const quarantined: Record<string, number> = {};
  let pieces: Buffer[] = [];
  let waiting = 0;
  let staged = 0;
  let isFilled = false;
  let total = 0;
  let written = 0;
  await client.query([...holdSteps(type), createStage(type, columns), ...createNotes(type)].join(';\n'));

  return {
    add(rows) {
      pieces.push(encode(rows));
      waiting += rows.length;
    },
    take() {
      const chunk = { pieces, rowCount: waiting };
      pieces = [];
      waiting = 0;
      return chunk;
    },
    async stage({ pieces: encoded, rowCount }) {
      if (rowCount === 0) return;
      // Not behind each merge: the last chunk's, which mostly is the only one's, goes with the run.
      if (isFilled) await client.query(`truncate ${stageTable(type)}`);
      isFilled = true;
      await copyRows(client, stageTable(type), encoded);
      staged += rowCount;
    },
    async merge() {
      if (staged === 0) return;
      total += staged;
      for (const rule of plan.quarantine ?? []) {
        const { rowCount } = await client.query(quarantineStaged(type, rule));
        if (rowCount) quarantined[rule.code] = (quarantined[rule.code] ?? 0) + rowCount;
      }
      await makeMonths();
      for (const statement of plan.before ?? []) await client.query(statement);
      written += (await client.query(mergeStatement)).rowCount ?? 0;
      staged = 0;
    },
    counts() {
      const withheld = Object.values(quarantined).reduce((sum, rows) => sum + rows, 0);
      return { written, duplicate: total - withheld - written, quarantined };
    },
  };

  async function makeMonths(): Promise<void> {
    if (plan.month === undefined) return;
    const { rows } = await client.query<{ month: string }>(
      `select distinct date_trunc('month', ${plan.month} at time zone interval '8 hours')::date::text as month
         from ${stageTable(type)}`,
    );
    const missing = rows.map(({ month }) => month).filter((month) => !knownMonths.has(month));
    if (missing.length > 0) await ensureMonths(plan.table, missing);
    for (const month of missing) knownMonths.add(month);
  }
}
