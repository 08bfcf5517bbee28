import type pg from 'pg';
import { writtenForms } from '../classification/index.ts';

const LIST_TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name, c.relforcerowsecurity as "bindsOwner"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
   order by 1`;

/**
 * Names of the tables of which a row holds a text in any of its written forms, also in the bytes of a record. For drills:
 * it reads everything, and for so long nobody else reads what is under row-level security.
 *
 * @param owner - of the tables, outside a transaction.
 */
export async function findTablesHolding(owner: pg.Client, text: string): Promise<string[]> {
  const forms = [...writtenForms(text).values()];
  // Bytes of a row are printed as hexadecimal; quotes and backslashes are doubled, once more in an array.
  const printed = [...forms, ...forms.map((form) => Buffer.from(form).toString('hex'))];
  const sought = printed.map((form) => form.replaceAll(/["\\]/g, ''));
  const holding: string[] = [];
  await owner.query('begin');
  try {
    const { rows } = await owner.query<{ name: string; bindsOwner: boolean }>(LIST_TABLES);
    for (const { name, bindsOwner } of rows) {
      if (bindsOwner) await owner.query(`alter table ${name} no force row level security`);
      const found = await owner.query(
        `select from ${name} t cross join lateral (select translate(t::text, '"\\', '') as printed offset 0) as line
          where exists (select from unnest($1::text[]) as form where strpos(line.printed, form) > 0) limit 1`,
        [sought],
      );
      if (found.rowCount !== 0) holding.push(name);
    }
  } finally {
    await owner.query('rollback');
  }
  return holding;
}
