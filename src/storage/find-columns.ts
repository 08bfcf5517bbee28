import type { Pool } from 'pg';
import { runNamed } from './run-named.ts';

const FIND_COLUMNS = {
  name: 'common.find-columns',
  text: `
    select distinct given.name
      from unnest($1::text[], $2::text[], $3::text[]) as given (name, table_name, column_name)
      join pg_class c on c.relname = given.table_name and c.relkind in ('r', 'p', 'v', 'm')
      join pg_namespace n on n.oid = c.relnamespace
        and n.nspname in ('reference', 'traffic', 'checkpoint', 'mediation', 'oversight', 'ingest')
      left join pg_attribute a on a.attrelid = c.oid and a.attname = given.column_name and not a.attisdropped
     where given.column_name = '' or a.attname is not null`,
};

/** Those of the names, `Type` or `Type.field`, that have a table or a column of that name: `snake_case`, in any schema. */
export async function findColumns(pool: Pool, names: readonly string[]): Promise<readonly string[]> {
  const parts = names.map((name) => name.split('.').map(toSnakeCase));
  const values = [names, parts.map(([table]) => table), parts.map(([, column]) => column ?? '')];
  const { rows } = await runNamed<{ name: string }>(pool, FIND_COLUMNS, values);
  return rows.map(({ name }) => name).toSorted();
}

function toSnakeCase(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
}
