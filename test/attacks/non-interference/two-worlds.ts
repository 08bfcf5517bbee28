import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { insertSample } from '../../storage/readers/sample.ts';
import { type AskOptions, type Asker, openWorld, type Reply, type World } from '../../world/open-world.ts';

import { withoutNames } from '../without-names.ts';

/** What a caller can tell about one request: its bytes, and how long it takes, by the statements that it needs. */
export interface Sight {
  readonly status: number;
  readonly text: string;
  readonly resultSha256: string | undefined;
  readonly statements: readonly string[];
}

/** The sample's log is another's: a gateway over it writes its own. */
export const BARE_SETTINGS = { LUKOU_LOG: 'asked' };

/** The small sample, changed by more statements. */
export async function createBare(more: string): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await insertSample(database);
  await database.admin((client) => client.query(more));
  return database;
}

/** A world over it. */
export async function openBare(more: string): Promise<World> {
  return openWorld(await createBare(more), BARE_SETTINGS);
}

/** Asks, and tells what can be seen of it. */
export async function look(
  world: World,
  asker: Asker,
  query: string,
  options: AskOptions,
): Promise<Sight & { readonly reply: Reply }> {
  world.statements.length = 0;
  const reply = await world.ask(asker, query, options);
  return {
    reply,
    status: reply.status,
    text: withoutNames(reply.text),
    // The record of a refusal names the request, and so does its digest.
    resultSha256: reply.body.data == null ? undefined : reply.body.extensions.receipt.resultSha256,
    // Those of one request run side by side, in no order.
    statements: world.statements.toSorted(),
  };
}
