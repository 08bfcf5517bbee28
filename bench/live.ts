import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-sse';
import type { Database } from '../src/storage/index.ts';
import { median, nextMessage } from './federation/peer-process.ts';
import { postedPassages, writeCheckpoints } from './ingest/make-passages.ts';
import { openDataset } from './query/dataset.ts';
import type { Ready } from './query/protocol.ts';

/** Passages of a delivery: what a busy platform has in a quarter of a second. */
const BATCH = 500;
const EVERY_MS = 250;
/** As many as an agency may have under way. */
const SENDERS = 2;
const WARM_UP = 20;
const MEASURED = 120;
/** In so many deliveries there is one of the vehicle that is watched for. */
const WATCHED_IN = 2;
const PLATE = '蒙E8W88W';
const CASE = 'BENCH-2026-1';
/** Until the last event is there. */
const PATIENCE_MS = 10_000;

const BARS = { medianMs: 1_000, passagesPerSecond: (BATCH * 1_000) / EVERY_MS };

/** What one run of the bench measured. */
interface LiveFigures {
  /** From the first byte of a delivery to the event of a passage in it, at the other gateway. */
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Median until the door has answered a delivery: it is committed then. */
  readonly doorMs: number;
  readonly passagesPerSecond: number;
  /** Processor time in seconds a second: of the gateway that takes in, and of the one that tells. */
  readonly doorCpu: number;
  readonly tellingCpu: number;
  readonly load: number;
  readonly missed: readonly string[];
}

/** A gateway in a process of its own. */
interface Peer {
  readonly child: ChildProcess;
  readonly ready: Ready;
}

/**
 * Passages stream in at one gateway, two thousand a second in deliveries of {@link BATCH}, each guarded, recorded and
 * committed; at another process on the same database somebody watches for a plate, over server-sent events, each of them
 * decided, metered, guarded and recorded before it leaves.
 */
export async function run(): Promise<LiveFigures> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'lukou-bench-live-'));
  // As root the database server runs as another account, which must pass through.
  await chmod(dataFolder, 0o711);
  const database = await openDataset(dataFolder, 'serve');
  const peers: Peer[] = [];
  const start = async (caller: string, purpose: string, settings: object): Promise<Peer> => {
    const args = [dataFolder, caller, purpose, JSON.stringify(settings)];
    const child = fork(join(import.meta.dirname, 'query', 'serve-lukou.ts'), args, {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    const peer = { child, ready: (await nextMessage(child)) as Ready };
    peers.push(peer);
    return peer;
  };
  try {
    await writeCheckpoints(database);
    await openCase(database);
    const door = await start('police-feeder', 'NONE', {
      LUKOU_LOG: 'door',
      LUKOU_DELIVERIES: 'gat1400-passages',
    });
    const telling = await start('analyst', 'PUBLIC_SAFETY', { LUKOU_LOG: 'telling' });
    return await measure(door, telling);
  } finally {
    for (const { child } of peers) {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    }
    await database.close();
    await rm(dataFolder, { recursive: true });
  }
}

function openCase(database: Database): Promise<unknown> {
  return database.ingest.query(
    `insert into oversight.case_file (agency, case_no, purposes, opened_at, online_label)
       values ('AG-TRAFFIC-POLICE', $1, '{PUBLIC_SAFETY}', '2026-01-01', 'INTERNAL')`,
    [CASE],
  );
}

async function measure(door: Peer, telling: Peer): Promise<LiveFigures> {
  const heardAtMs = new Map<string, number[]>();
  const client = createClient({
    url: telling.ready.url,
    headers: { ...telling.ready.headers, 'lukou-case': CASE },
    retryAttempts: 0,
  });
  let trouble: unknown = null;
  client.subscribe(
    {
      query: 'subscription ($plate: PlateNo!) { passageRecorded(plateNo: $plate) { id passTime } }',
      variables: { plate: PLATE },
    },
    {
      next({ data, errors }) {
        const id = (data?.['passageRecorded'] as { readonly id: string } | null | undefined)?.id;
        if (id === undefined) trouble = errors;
        else heardAtMs.set(id, [...(heardAtMs.get(id) ?? []), performance.now()]);
      },
      error: (error) => (trouble = error),
      complete: () => (trouble ??= 'The stream has ended.'),
    },
  );
  // The intake has to know of the watch before the first passage.
  await sleep(1_000);
  const deliveries = Array.from({ length: WARM_UP + MEASURED }, (_none, at) => makeDelivery(at));
  await post(door, deliveries.slice(0, WARM_UP));
  const cpuBefore = await Promise.all([door, telling].map(cpuOf));
  const { sentAtMs, repliedMs, tookMs } = await post(door, deliveries.slice(WARM_UP));
  const [doorCpu, tellingCpu] = (await Promise.all([door, telling].map(cpuOf))).map(
    (after, at) => (after - cpuBefore[at]!) / 1_000 / tookMs,
  );
  const asked = [...sentAtMs.keys()];
  for (const untilMs = performance.now() + PATIENCE_MS; performance.now() < untilMs; await sleep(50))
    if (trouble !== null || asked.every((id) => heardAtMs.has(id))) break;
  client.dispose();
  if (trouble !== null) throw new Error(`The watch ended: ${JSON.stringify(trouble)}`);
  const lost = asked.filter((id) => !heardAtMs.has(id)).length;
  const repeated = [...heardAtMs.values()].filter((times) => times.length > 1).length;
  const delays = asked.flatMap((id) => (heardAtMs.get(id) ?? []).map((heard) => heard - sentAtMs.get(id)!));
  const sorted = delays.toSorted((one, other) => one - other);
  const figures = {
    medianMs: Math.round(median(sorted)),
    p95Ms: Math.round(sorted[Math.floor(sorted.length * 0.95)]!),
    doorMs: Math.round(median(repliedMs)),
    passagesPerSecond: Math.round((MEASURED * BATCH) / (tookMs / 1_000)),
    doorCpu: Number(doorCpu!.toFixed(2)),
    tellingCpu: Number(tellingCpu!.toFixed(2)),
    load: Number(loadavg()[0]!.toFixed(1)),
  };
  console.log(
    `${figures.passagesPerSecond} passages/s at the door; ${sorted.length} of the watched plate reached the other gateway ` +
      `after ${figures.medianMs} ms (median), ${figures.p95Ms} ms (95 of 100), of which the door took ${figures.doorMs}; ` +
      `CPU ${figures.doorCpu} at the door, ${figures.tellingCpu} at the other; load ${figures.load}`,
  );
  return {
    ...figures,
    missed: [
      ...(figures.medianMs <= BARS.medianMs
        ? []
        : [`median ${figures.medianMs} ms, at most ${BARS.medianMs}`]),
      // The last delivery ends after its turn has begun.
      ...(figures.passagesPerSecond >= 0.97 * BARS.passagesPerSecond
        ? []
        : [`${figures.passagesPerSecond} passages/s, ${BARS.passagesPerSecond} were to come in`]),
      ...(lost === 0 ? [] : [`${lost} passages were not told`]),
      ...(repeated === 0 ? [] : [`${repeated} passages were told twice`]),
    ],
  };
}

/** A delivery, and the passage of the watched plate in it. */
interface Delivery {
  readonly body: string;
  readonly watched: string | null;
}

function makeDelivery(at: number): Delivery {
  const body = postedPassages(at * BATCH, (at + 1) * BATCH);
  if (at % WATCHED_IN !== 0) return { body, watched: null };
  const delivery = JSON.parse(body) as {
    MotorVehicleListObject: { MotorVehicleObject: { MotorVehicleID: string; PlateNo: string }[] };
  };
  const passage = delivery.MotorVehicleListObject.MotorVehicleObject[at % BATCH]!;
  passage.PlateNo = PLATE;
  return { body: JSON.stringify(delivery), watched: passage.MotorVehicleID };
}

/** Posts each delivery at its time, or as soon after it as the door takes another one. */
async function post({ ready: { url, headers } }: Peer, deliveries: readonly Delivery[]) {
  const sentAtMs = new Map<string, number>();
  const repliedMs: number[] = [];
  const beganMs = performance.now();
  const left = deliveries.entries();
  await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      for (const [at, { body, watched }] of left) {
        await sleep(Math.max(0, beganMs + at * EVERY_MS - performance.now()));
        const sentMs = performance.now();
        if (watched !== null) sentAtMs.set(watched, sentMs);
        const reply = await fetch(url.replace('/graphql', '/ingest/gat1400-passages'), {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body,
        });
        const receipt = (await reply.json()) as { rowsWritten?: number };
        repliedMs.push(performance.now() - sentMs);
        if (receipt.rowsWritten !== BATCH)
          throw new Error(`The door answered ${reply.status}: ${JSON.stringify(receipt)}`);
      }
    }),
  );
  return { sentAtMs, repliedMs, tookMs: performance.now() - beganMs };
}

async function cpuOf({ child }: Peer): Promise<number> {
  child.send('cpu');
  return (await nextMessage(child)) as number;
}
