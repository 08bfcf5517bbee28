import { LukouError } from '../base/index.ts';
import { checkAppLogin, checkServer, findAdvice } from './check-server.ts';
import { ensureRoles } from './ensure-roles.ts';
import { awaitTurn, migrateDatabase } from './migrate.ts';
import { asOwner, type Login, type Logins } from './pools.ts';
import type { ScopeSigner } from './scope-signer.ts';

/** A PostgreSQL of the operator's own, checked and migrated. */
export interface ExternalDatabase {
  readonly logins: Logins;
  readonly describe: string;
}

/** Checks and migrates the database of `databaseUrl`. Throws DATABASE_UNSUITABLE with every reason. */
export async function connectExternal(
  urls: { databaseUrl: string; databaseAppUrl: string | undefined },
  signer: ScopeSigner,
  onMessage: (message: string) => void,
): Promise<ExternalDatabase> {
  const owner = parseUrl('DATABASE_URL', urls.databaseUrl);
  const app = urls.databaseAppUrl === undefined ? owner : parseUrl('DATABASE_APP_URL', urls.databaseAppUrl);
  const { version, ownerName } = await asOwner(owner, async (client) => {
    const serverVersion = await checkServer(client);
    await awaitTurn(client);
    await ensureRoles(client, serverVersion);
    await migrateDatabase(client, signer, { sharedDatabase: true });
    const { rows } = await client.query<{ name: string }>('select current_user::text as name');
    return { version: serverVersion, ownerName: rows[0]!.name };
  });
  const advice = findAdvice(version);
  if (advice !== null) onMessage(advice);
  if (urls.databaseAppUrl === undefined) {
    onMessage(
      'DATABASE_APP_URL is not set: requests use the login of DATABASE_URL, which only its role keeps from the ' +
        'tables. In production give the application a login of its own (docs/database.md).',
    );
  } else {
    await asOwner(app, (client) => checkAppLogin(client, ownerName));
  }
  const { host, pathname, searchParams } = requireUrl('DATABASE_URL', urls.databaseUrl);
  const place = `${searchParams.get('host') ?? host}${pathname}`;
  return { logins: { owner, app, ingest: owner }, describe: `PostgreSQL ${version} at ${place}` };
}

/** Startup options move out of the URL, where they would take the place of ours, in front of them. */
function parseUrl(setting: string, text: string): Login {
  const url = requireUrl(setting, text);
  const options = url.searchParams.get('options') ?? '';
  url.searchParams.delete('options');
  return { connectionString: url.href, options };
}

/** Takes PostgreSQL's way to name a socket as well: `postgresql://login@/database?host=/folder`. */
function requireUrl(setting: string, text: string): URL {
  const address = text.replace('@/', '@localhost/');
  if (URL.canParse(address) && /^postgres(ql)?:$/.test(new URL(address).protocol)) return new URL(address);
  throw new LukouError(
    'SETTING_INVALID',
    `${setting} is no address like postgresql://login:password@host:5432/database.`,
  );
}
