import { type Database, openSession } from '../../src/storage/index.ts';
import { openBareReader, type SubgraphName } from '../bare-agencies.ts';
import { EVERY_ROW_SCOPE } from './dataset.ts';

/**
 * What an agency's resolvers find in their context, for one operation, and how it ends: every row is open. Rows are read
 * whole unless `asked` says what is asked for.
 */
export function openBareContext<Name extends SubgraphName>(
  name: Name,
  { app: pool, signer }: Database,
  asked?: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const scope = EVERY_ROW_SCOPE;
  const session = openSession({ pool, signer, scope });
  const read = openBareReader(name, { session, scope, ...(asked && { asked }) });
  return { context: { read }, close: () => session.close() };
}
