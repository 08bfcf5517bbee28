import type { SessionScope } from '../../../src/storage/index.ts';
import type { TestDatabase } from '../../postgres/database.ts';
import { insertRows } from './insert-rows.ts';
import { CHECKPOINT_ROWS } from './sample-checkpoint.ts';
import { insertLog } from './sample-log.ts';
import { MEDIATION_ROWS } from './sample-mediation.ts';
import { TRAFFIC_ROWS } from './sample-traffic.ts';

export { JANUARY, TENTH } from './sample-span.ts';

const SCOPED_TYPES = [
  'Checkpoint',
  'CheckpointPassage',
  'DetentionMediation',
  'DisputeIncident',
  'DisputeWarning',
  'Gantry',
  'GantryPassage',
  'MediationCase',
  'Violation',
] as const;

/** Types whose rows are tied to agencies and cases. */
const TIED_TYPES: ReadonlySet<string> = new Set(['DetentionMediation', 'DisputeWarning', 'MediationCase']);

type Limits = Partial<SessionScope[string]>;

/** A scope that opens these divisions of every type; `limits` holds for all types that can be limited so. */
export function scopeOf(divisions: readonly string[], limits: Limits = {}): SessionScope {
  const { ties = [], ...others } = limits;
  const opened = { divisions, notBefore: null, withheldUsages: [], ...others };
  return Object.fromEntries(
    SCOPED_TYPES.map((type) => [type, { ...opened, ties: TIED_TYPES.has(type) ? ties : [] }]),
  );
}

/** Every row. */
export const EVERYTHING = scopeOf(['']);

/** A handful of rows whose sums are worked out by hand in the tests. Two counties of 1507, one of 1504, some without. */
export async function insertSample(database: TestDatabase): Promise<void> {
  const tables = { ...TRAFFIC_ROWS, ...CHECKPOINT_ROWS, ...MEDIATION_ROWS };
  await database.admin(async (admin) => {
    for (const parent of ['traffic.flow_observation', 'traffic.gantry_passage', 'checkpoint.passage']) {
      for (const month of ['2025-12-01', '2026-01-01']) {
        await admin.query('select ingest.ensure_month($1, $2)', [parent, month]);
      }
    }
    for (const [table, rows] of Object.entries(tables)) await insertRows(admin, table, rows);
    await insertLog(admin);
  });
}
