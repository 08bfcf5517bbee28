import type pg from 'pg';

/** Inserts rows given by column; columns that a row leaves out are null. Every row is labelled INTERNAL. */
export async function insertRows(
  client: pg.Client | pg.Pool,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const labelled = rows.map((row) => ({ ...row, ...(table.startsWith('reference.') ? {} : LABEL) }));
  const columns = [...new Set(labelled.flatMap((row) => Object.keys(row)))].join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(labelled)],
  );
}

const LABEL = { online_label: 'INTERNAL' };
