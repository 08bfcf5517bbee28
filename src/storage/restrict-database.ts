import { escapeIdentifier, type Client } from 'pg';

/**
 * Takes from everybody what PostgreSQL gives everybody in a new database: connecting and temporary tables. These
 * rights hang on the database itself and are not copied with a template, hence not part of a migration.
 */
export async function restrictDatabase(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string; mine: boolean }>(
    `select datname as name, pg_has_role(datdba, 'usage') as mine from pg_database where datname = current_database()`,
  );
  const { name, mine } = rows[0]!;
  if (!mine) return;
  const database = escapeIdentifier(name);
  await owner.query(
    `revoke all on database ${database} from public;
     grant connect on database ${database} to lukou_app, lukou_ingest;
     grant temporary on database ${database} to lukou_ingest;`,
  );
}
