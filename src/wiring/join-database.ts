import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../storage/index.ts';
import { databasePlaceOf } from './database-place.ts';

/** The database of a command: that of the gateways, where it lies. */
export async function joinDatabase(
  config: Config,
  onMessage: (text: string) => void,
): Promise<Database & AsyncDisposable> {
  const database = await openDatabase({ ...databasePlaceOf(config), mode: 'join', onMessage });
  return { ...database, [Symbol.asyncDispose]: () => database.close() };
}
