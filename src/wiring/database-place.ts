import type { Config } from '../config.ts';
import type { DatabaseOptions } from '../storage/index.ts';

/** Where the database of the settings is. */
export function databasePlaceOf(
  config: Config,
): Pick<DatabaseOptions, 'dataFolder' | 'databaseUrl' | 'databaseAppUrl' | 'secret'> {
  return {
    dataFolder: config.LUKOU_DATA,
    databaseUrl: config.DATABASE_URL,
    databaseAppUrl: config.DATABASE_APP_URL,
    secret: config.LUKOU_SECRET,
  };
}
