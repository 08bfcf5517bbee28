import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '../../src/storage/index.ts';

/** Makes a table of the shape, partitions and indexes of checkpoint.passage that COPY alone fills. */
export async function makeBareTable(database: Database): Promise<void> {
  await database.owner((client) =>
    client.query(`
      create schema bench;
      create table bench.passage (like checkpoint.passage including all) partition by range (pass_time);
      create table bench.passage_2026_01 partition of bench.passage
        for values from ('2026-01-01 00:00:00+08') to ('2026-02-01 00:00:00+08');
      create table bench.passage_2026_02 partition of bench.passage
        for values from ('2026-02-01 00:00:00+08') to ('2026-03-01 00:00:00+08');
      create table bench.passage_2026_03 partition of bench.passage
        for values from ('2026-03-01 00:00:00+08') to ('2026-04-01 00:00:00+08');`),
  );
}

const COPY = 'copy bench.passage from stdin with (format csv)';

/** Copies a CSV file into the bare table; answers how many milliseconds it took. */
export function copyBare(database: Database, path: string): Promise<number> {
  return database.owner(async (client) => {
    const startedMs = performance.now();
    await pipeline(createReadStream(path, { highWaterMark: 262_144 }), client.query(copyFrom(COPY)));
    return performance.now() - startedMs;
  });
}

/** Copies batches of CSV into the bare table one after the other, each committed; answers how many milliseconds it took. */
export function copyBatches(database: Database, batches: readonly string[]): Promise<number> {
  return database.owner(async (client) => {
    const startedMs = performance.now();
    for (const batch of batches) await pipeline(Readable.from([batch]), client.query(copyFrom(COPY)));
    return performance.now() - startedMs;
  });
}
