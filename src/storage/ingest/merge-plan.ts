import type { RecordColumn } from '../../ingest/index.ts';

/** How staged records of one type get into their table. Texts are SQL; `s` is the staged row. */
export interface MergePlan {
  readonly table: string;
  readonly key: readonly string[];
  /** A register takes over what changed; an observation, once made, stays as it is. */
  readonly onConflict: 'replace' | 'keep';
  /** Column that says which of two is the later edition of a register entry: an earlier one changes nothing. */
  readonly edition?: string;
  /** Column that the table is partitioned by. */
  readonly month?: string;
  /** Rows that meet a condition are quarantined with its code. */
  readonly quarantine?: readonly { readonly code: string; readonly when: string }[];
  /** Runs first, once the quarantined rows are out. */
  readonly before?: readonly string[];
  /** Joined to the staged rows; it must neither drop nor double one. */
  readonly join?: string;
  /** Columns that are not taken as they are staged. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Staged columns that the table has none of. */
  readonly omit?: readonly string[];
  /** Temporary table that is told of new and changed rows: their ids, unless it names other columns. */
  readonly note?: string | { readonly table: string; readonly columns: readonly string[] };
}

/** The temporary table that the records of one type are copied into. */
export function stageTable(type: string): string {
  return `pg_temp.stage_${type.toLowerCase()}`;
}

/** Makes the staging table: line number and label, then the type's columns. */
export function createStage(type: string, columns: readonly RecordColumn[]): string {
  const described = columns.map(({ column, columnType }) => `${column} ${columnType}`);
  return `create temp table ${stageTable(type).replace('pg_temp.', '')} (line_no bigint, online_label text, ${described.join(', ')}) on commit drop`;
}

/** Moves the rows that may not go on into the quarantine. */
export function quarantineStaged(type: string, { code, when }: { code: string; when: string }): string {
  return `with withheld as (delete from ${stageTable(type)} s where ${when} returning s.line_no)
    insert into pg_temp.withheld select line_no, '${type}', '${code}' from withheld`;
}

/** Merges the staged rows; answers how many are new or changed. */
export function mergeStaged(type: string, plan: MergePlan, columns: readonly RecordColumn[]): string {
  const staged = ['online_label', ...columns.map(({ column }) => column)];
  const taken = staged.filter((column) => plan.omit?.includes(column) !== true);
  const values = new Map(taken.map((column) => [column, `s.${column}`]));
  for (const [column, expression] of Object.entries(plan.columns ?? {})) values.set(column, expression);
  const names = [...values.keys()];
  // Of two rows of one register entry in a file the later one counts; two would stop the statement.
  const edition = plan.edition === undefined ? '' : `s.${plan.edition} desc, `;
  const order = plan.key.map((column) => values.get(column)!).join(', ');
  const select =
    plan.onConflict === 'replace'
      ? `select distinct on (${order}) ${[...values.values()].join(', ')} from ${stageTable(type)} s ${plan.join ?? ''} order by ${order}, ${edition}s.line_no desc`
      : `select ${[...values.values()].join(', ')} from ${stageTable(type)} s ${plan.join ?? ''}`;
  const insert = `insert into ${plan.table} as t (${names.join(', ')}) ${select} on conflict (${plan.key.join(', ')}) ${onConflict(plan, names)}`;
  if (plan.note === undefined) return insert;
  const { table, columns: told } =
    typeof plan.note === 'string' ? { table: plan.note, columns: ['id'] } : plan.note;
  return `with merged as (${insert} returning ${told.map((column) => `t.${column}`).join(', ')}),
    noted as (insert into pg_temp.${table} select ${told.join(', ')} from merged on conflict do nothing)
    select from merged`;
}

function onConflict(plan: MergePlan, names: readonly string[]): string {
  const rest = names.filter((name) => !plan.key.includes(name));
  if (plan.onConflict === 'keep' || rest.length === 0) return 'do nothing';
  const listed = (prefix: string): string => rest.map((name) => `${prefix}.${name}`).join(', ');
  return `do update set (${rest.join(', ')}) = row(${listed('excluded')})
    where (${listed('t')}) is distinct from (${listed('excluded')})${plan.edition === undefined ? '' : ` and excluded.${plan.edition} >= t.${plan.edition}`}`;
}
