import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Copies encoded rows into a table, as fast as the server takes them. */
export async function copyRows(
  client: pg.PoolClient,
  table: string,
  pieces: readonly Buffer[],
): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} from stdin`));
  const done = finished(stream);
  // The failure is awaited below; until then it must not count as unhandled.
  done.catch(() => undefined);
  for (const piece of pieces) {
    if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done]);
  }
  stream.end();
  await done;
}
