import { Client, escapeLiteral } from 'pg';
import type { LoginRole } from './credentials.ts';

/** The one database of the embedded server. */
export const DATABASE_NAME = 'lukou';

/**
 * Makes the roles and the empty database where they are missing. Each login is its own role, so that no `set role`
 * leads from the application's connection to the owner.
 */
export async function createLoginRoles(
  socketFolder: string,
  passwords: Readonly<Record<LoginRole, string>>,
): Promise<void> {
  const admin = new Client({
    host: socketFolder,
    database: 'postgres',
    user: 'lukou_admin',
    password: passwords.lukou_admin,
  });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [DATABASE_NAME]);
    if (rowCount !== 0) return;
    await admin.query(roleScript(passwords));
    // Last, and alone as it cannot be part of a transaction: its presence says that all of it is done.
    await admin.query(`create database ${DATABASE_NAME} owner lukou_owner`);
  } finally {
    await admin.end();
  }
}

function roleScript(passwords: Readonly<Record<LoginRole, string>>): string {
  const secret = (role: LoginRole): string => escapeLiteral(passwords[role]);
  return `
    drop role if exists lukou_owner, lukou_app_login, lukou_ingest_login, lukou_app, lukou_ingest;
    create role lukou_app nologin;
    create role lukou_ingest nologin;
    create role lukou_owner login password ${secret('lukou_owner')};
    create role lukou_app_login login password ${secret('lukou_app_login')} in role lukou_app;
    create role lukou_ingest_login login password ${secret('lukou_ingest_login')} in role lukou_ingest;
    revoke all on database postgres from public;`;
}
