import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../src/storage/index.ts';
import { openWorld } from '../test/world/open-world.ts';
import { median } from './federation/peer-process.ts';
import { type ByNats, openByNats } from './ingest/by-nats.ts';
import { copyBatches, makeBareTable } from './ingest/copy-bare.ts';
import { postedPassages, tableRows, writeCheckpoints } from './ingest/make-passages.ts';

const ROUNDS = 9;
const BATCHES = 40;
/** Passages of a delivery: what a busy platform has in a quarter of a second. */
const BATCH = 500;
/** Passages of a round that come over NATS one by one, each a message. */
const ONE_BY_ONE = 4_000;
/** As many as an agency may have under way. */
const SENDERS = 2;

/** What one run of the bench measured. */
interface StreamFigures {
  readonly passagesPerSecond: number;
  readonly barePassagesPerSecond: number;
  /** Of a bare COPY in batches of the same size, how much is left: round by round. */
  readonly ratio: number;
  /** Through `lukou stream`: in messages of the same size, and in messages of one passage. Null without a nats-server. */
  readonly byNats: { readonly inBatches: number; readonly oneByOne: number } | null;
}

/**
 * Passages posted at the gateway's door in small deliveries, each guarded, recorded durably and committed, beside a bare
 * COPY of the same rows in committed batches of the same size, and beside the same from NATS: rounds in turn, on one server.
 */
export async function run(): Promise<StreamFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'lukou-bench-stream-'));
  // As root the database server runs as another account, which must pass through.
  chmodSync(folder, 0o711);
  try {
    const onMessage = (message: string): void => console.error(message);
    const database = await openDatabase({ dataFolder: join(folder, 'data'), mode: 'serve', onMessage });
    return await measure(database);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(database: Database): Promise<StreamFigures> {
  await writeCheckpoints(database);
  await makeBareTable(database);
  const world = await openWorld(database, { LUKOU_DELIVERIES: 'gat1400-passages' });
  const nats = await openByNats(database);
  try {
    await world.gateway.app.listen({ host: '127.0.0.1', port: 0 });
    const address = world.gateway.app.server.address();
    if (address === null || typeof address === 'string') throw new Error('The gateway does not listen.');
    const url = `http://127.0.0.1:${address.port}/ingest/gat1400-passages`;
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${await world.tokenFor('police-feeder')}`,
    };
    const door: number[] = [];
    const bare: number[] = [];
    const streamed: { readonly inBatches: number; readonly oneByOne: number }[] = [];
    // The first round warms up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const starts = Array.from({ length: BATCHES }, (_none, at) => (round * BATCHES + at) * BATCH);
      const posted = starts.map((from) => postedPassages(from, from + BATCH));
      const copied = starts.map((from) => tableRows(from, from + BATCH));
      const byDoor = (): Promise<number> => postAll(url, headers, posted);
      const byCopy = (): Promise<number> => copyBatches(database, copied);
      // Whoever is first in a round is not so in the next.
      const [doorMs, bareMs] =
        round % 2 === 0 ? [await byDoor(), await byCopy()] : [await byCopy(), await byDoor()].toReversed();
      if (round > 0) {
        door.push(doorMs!);
        bare.push(bareMs!);
      }
      console.log(`round ${round} of ${ROUNDS}: door ${rate(doorMs!)}/s, bare COPY ${rate(bareMs!)}/s`);
      if (nats === null) continue;
      const passed = await overNats(nats, round);
      if (round > 0) streamed.push(passed);
      console.log(`  NATS ${passed.inBatches}/s in messages of ${BATCH}, ${passed.oneByOne}/s one by one`);
    }
    const figures = {
      passagesPerSecond: rate(median(door)),
      barePassagesPerSecond: rate(median(bare)),
      ratio: Number(median(door.map((ms, at) => bare[at]! / ms)).toFixed(2)),
      byNats:
        nats === null
          ? null
          : {
              inBatches: median(streamed.map(({ inBatches }) => inBatches)),
              oneByOne: median(streamed.map(({ oneByOne }) => oneByOne)),
            },
    };
    console.log(
      `${figures.passagesPerSecond} passages/s at the door in deliveries of ${BATCH}, bare COPY ` +
        `${figures.barePassagesPerSecond}/s: ${figures.ratio} of it`,
    );
    if (figures.byNats !== null)
      console.log(
        `${figures.byNats.inBatches} passages/s over NATS in messages of ${BATCH}, ${figures.byNats.oneByOne} one by one`,
      );
    return figures;
  } finally {
    await nats?.close();
    await world.close();
  }
}

const rate = (ms: number, passages = BATCHES * BATCH): number => Math.round(passages / (ms / 1_000));

/** Other passages than those that the door takes in. */
async function overNats(nats: ByNats, round: number): Promise<{ inBatches: number; oneByOne: number }> {
  const from = (ROUNDS + 1 + 2 * round) * BATCHES * BATCH;
  const inBatches = Array.from({ length: BATCHES }, (_none, at) =>
    postedPassages(from + at * BATCH, from + (at + 1) * BATCH),
  );
  const next = from + BATCHES * BATCH;
  const oneByOne = Array.from({ length: ONE_BY_ONE }, (_none, at) =>
    postedPassages(next + at, next + at + 1),
  );
  return {
    inBatches: rate(await nats.takeIn(inBatches, BATCHES * BATCH)),
    oneByOne: rate(await nats.takeIn(oneByOne, ONE_BY_ONE), ONE_BY_ONE),
  };
}

async function postAll(
  url: string,
  headers: Record<string, string>,
  batches: readonly string[],
): Promise<number> {
  const startedMs = performance.now();
  const left = batches.values();
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      for (const body of left) {
        const reply = await fetch(url, { method: 'POST', headers, body });
        const receipt = (await reply.json()) as { rowsWritten?: number };
        if (receipt.rowsWritten !== BATCH)
          throw new Error(`The door answered ${reply.status}: ${JSON.stringify(receipt)}`);
      }
    }),
  );
  return performance.now() - startedMs;
}
