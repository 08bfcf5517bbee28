import type pg from 'pg';
import { LukouError } from '../base/index.ts';

interface ServerFacts {
  readonly version: number;
  readonly version_text: string;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly encoding: string;
  readonly superuser_or_bypass: boolean;
}

const OLDEST_MAJOR = 15;

/** First releases in which statistics tell a login nothing of rows that row-level security hides (CVE-2025-8713). */
const TIGHT_RELEASES: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6 };

/** What the operator of a server of this version should know, or null. */
export function findAdvice(version: string): string | null {
  const [major = 0, minor = 0] = version.split(/[. ]/).map(Number);
  const tight = TIGHT_RELEASES[major];
  if (tight === undefined || minor >= tight) return null;
  return `PostgreSQL ${version} can leak hidden rows through its statistics: update it to ${major}.${tight} or later.`;
}

/** Refuses (DATABASE_UNSUITABLE) a server that could lose what it acknowledged; returns its version. */
export async function checkServer(owner: pg.Client): Promise<string> {
  const facts = await readFacts(owner);
  const complaints = [
    facts.version < OLDEST_MAJOR * 10_000 &&
      `it is version ${facts.version_text}: use PostgreSQL ${OLDEST_MAJOR} or later`,
    facts.fsync !== 'on' && 'fsync is off, so it forgets records that it acknowledged: set fsync = on',
    facts.full_page_writes !== 'on' &&
      'full_page_writes is off, so a crash can damage it: set full_page_writes = on',
    facts.encoding !== 'UTF8' &&
      `its encoding is ${facts.encoding}: create the database with encoding 'UTF8'`,
  ].filter((complaint) => complaint !== false);
  if (complaints.length > 0)
    throw new LukouError('DATABASE_UNSUITABLE', `Of the server: ${complaints.join('; ')}.`);
  return facts.version_text;
}

/** Refuses an application login that row-level security or the log's grants would not bind. */
export async function checkAppLogin(app: pg.Client, ownerName: string): Promise<void> {
  const { superuser_or_bypass: unbound } = await readFacts(app);
  const { rows } = await app.query<{ login: string; is_owner: boolean; is_app: boolean }>(
    `select session_user::text as login,
            pg_has_role(session_user, $1, 'member') as is_owner,
            pg_has_role(session_user, 'lukou_app', 'member') as is_app`,
    [ownerName],
  );
  const { login, is_owner: isOwner, is_app: isApp } = rows[0]!;
  const complaint = unbound
    ? 'is a superuser or bypasses row-level security'
    : isOwner
      ? `is a member of ${ownerName}, which owns the tables`
      : isApp
        ? null
        : `is no member of lukou_app: grant lukou_app to "${login}"`;
  if (complaint === null) return;
  throw new LukouError('DATABASE_UNSUITABLE', `The login "${login}" of DATABASE_APP_URL ${complaint}.`);
}

async function readFacts(client: pg.Client): Promise<ServerFacts> {
  const { rows } = await client.query<ServerFacts>(
    `select current_setting('server_version_num')::integer as version,
            current_setting('server_version') as version_text,
            current_setting('fsync') as fsync,
            current_setting('full_page_writes') as full_page_writes,
            current_setting('server_encoding') as encoding,
            (select rolsuper or rolbypassrls from pg_roles where rolname = session_user) as superuser_or_bypass`,
  );
  return rows[0]!;
}
