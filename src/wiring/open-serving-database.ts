import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../storage/index.ts';
import { databasePlaceOf } from './database-place.ts';

/** The database of a process that answers requests: the embedded one, started here, or the one that is configured. */
export function openServingDatabase(config: Config, onMessage: (text: string) => void): Promise<Database> {
  return openDatabase({
    ...databasePlaceOf(config),
    statementTimeoutMs: config.LUKOU_STATEMENT_TIMEOUT_MS,
    mode: 'serve',
    onMessage,
  });
}
