import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../storage/index.ts';

/** The database of a process that answers requests: the embedded one, started here, or the one that is configured. */
export function openServingDatabase(config: Config, onMessage: (text: string) => void): Promise<Database> {
  return openDatabase({
    dataFolder: config.LUKOU_DATA,
    databaseUrl: config.DATABASE_URL,
    databaseAppUrl: config.DATABASE_APP_URL,
    secret: config.LUKOU_SECRET,
    statementTimeoutMs: config.LUKOU_STATEMENT_TIMEOUT_MS,
    mode: 'serve',
    onMessage,
  });
}
