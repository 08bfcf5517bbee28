import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/storage/index.ts';
import { joinDevelopmentIssuer } from '../../src/wiring/index.ts';
import { killSomeBackend } from '../crash/postgres-processes.ts';
import { startNats, WHY_NO_NATS } from '../world/nats/start-nats.ts';
import { messageOf, passage } from '../world/passages.ts';
import { itUnless } from '../world/skip-aloud.ts';
import { until } from '../world/until.ts';
import { followOn } from './streams/follow-on.ts';
import { startLukou, workersOf } from './streams/lukou-processes.ts';

const TOLD_EVENTS = `
adapter: told-events
version: 1
description: Road events of a test, one JSON object a line.
attribution: This test
format: ndjson
timezone: '+08:00'
outputs:
  - type: RoadEvent
    label: PUBLIC
    columns:
      id: id
      version: { constant: 1 }
      eventKind: { constant: CLOSURE }
      status: { constant: ACTIVE }
      informationStatus: { constant: REAL }
      confidentiality: { constant: NO_RESTRICTION }
      divisionCode: { constant: '150724' }
      validFrom: at
`;
const PASSAGES_A_MESSAGE = 20;

/** Until something holds, or long enough for what follows to say what is missing. */
async function within(holds: () => boolean | Promise<boolean>): Promise<void> {
  const over = AbortSignal.timeout(15_000);
  await until(async () => over.aborted || (await holds()));
}

const whyNot = process.platform === 'linux' ? WHY_NO_NATS : 'Processes are found in /proc, which is Linux’s.';

itUnless(whyNot)(
  'R7 while PostgreSQL, NATS, a gateway and the intake are killed under load, nothing is lost, nothing comes twice, and whoever follows has every number',
  async () => {
    await using stack = new AsyncDisposableStack();
    const folder = await mkdtemp(join(tmpdir(), 'lukou-killed-streams-'));
    stack.defer(() => rm(folder, { recursive: true, force: true }));
    // As root the database server runs as another account, which must pass through.
    await chmod(folder, 0o711);
    const adapter = join(folder, 'told-events.yaml');
    await writeFile(adapter, TOLD_EVENTS);
    const nats = await startNats();
    stack.defer(() => nats.close());
    const client = await nats.connect();
    await (await jetstreamManager(client)).streams.add({ name: 'PASSAGES', subjects: ['passages'] });
    const env = {
      PATH: process.env['PATH']!,
      PORT: '0',
      LUKOU_DATA: join(folder, 'data'),
      LUKOU_SAMPLE: 'none',
      LUKOU_EVENTS: `nats://${nats.address}/lukou-live`,
      LUKOU_DELIVERIES: `gat1400-passages,${adapter}`,
    };
    const gateway = startLukou(['start', '--workers', '2'], env);
    stack.defer(async () => void (await gateway.end('SIGTERM')));
    const url = await gateway.waitFor('lukou ready ');
    const config = readConfig({ LUKOU_DATA: env.LUKOU_DATA });
    const database = await openDatabase({
      dataFolder: env.LUKOU_DATA,
      mode: 'join',
      onMessage: () => undefined,
    });
    stack.defer(() => database.close());
    await database.ingest.query(`
      insert into checkpoint.checkpoint (id, name, status, category, usage, is_enforcement, online_label)
      values ('tollgate-1', '伊敏河桥', 'NORMAL', 'COUNTY', 'TRAFFIC', true, 'INTERNAL')`);
    const intakeArgs = [
      'stream',
      '--from',
      `nats://${nats.address}/PASSAGES`,
      '--adapter',
      'gat1400-passages',
    ];
    let intake = startLukou(intakeArgs, env);
    stack.defer(async () => void (await intake.end('SIGTERM')));
    await intake.waitFor('stream: taking in');

    const issuer = await joinDevelopmentIssuer(config);
    const asAnalyst = {
      authorization: `Bearer ${await issuer.tokenFor('analyst')}`,
      'lukou-purpose': 'ROAD_SAFETY',
    };
    // Connections are spread over the workers: one follower at each of them.
    const followers = [1, 2].map(() => followOn(url, asAnalyst, 'roadEventChanged'));
    stack.defer(() => followers.forEach((follower) => follower.stop()));

    const sent = { passages: new Set<string>(), events: new Set<string>() };
    const over = new AbortController();
    const some = (way: string, round: number): readonly object[] =>
      Array.from({ length: PASSAGES_A_MESSAGE }, (_none, at) => passage(`${way}-${round}-${at}`));
    const keep = (passages: readonly object[]): void =>
      passages.forEach((each) => sent.passages.add((each as { MotorVehicleID: string }).MotorVehicleID));
    // Whoever hears no answer sends the same again: what was taken in meanwhile is known by its ids.
    const insist = async (send: () => Promise<boolean>): Promise<void> => {
      while (!(await send().catch(() => false))) await sleep(50);
    };
    const post = async (
      who: 'police-feeder' | 'transport-feeder',
      name: string,
      type: string,
      body: string,
    ) => {
      const headers = { authorization: `Bearer ${await issuer.tokenFor(who)}`, 'content-type': type };
      await insist(async () => {
        const signal = AbortSignal.timeout(5_000);
        return (await fetch(new URL(`/ingest/${name}`, url), { method: 'POST', headers, body, signal })).ok;
      });
    };
    const rounds = async (send: (round: number) => Promise<void>): Promise<void> => {
      for (let round = 0; !over.signal.aborted; round += 1) await send(round).then(() => sleep(100));
    };
    const senders = [
      rounds(async (round) => {
        const passages = some('door', round);
        await post('police-feeder', 'gat1400-passages', 'application/json', messageOf(...passages));
        keep(passages);
      }),
      rounds(async (round) => {
        const passages = some('nats', round);
        const publish = () =>
          jetstream(client, { timeout: 1_000 }).publish('passages', messageOf(...passages));
        await insist(() => publish().then(() => true));
        keep(passages);
      }),
      rounds(async (round) => {
        const id = `event-${round}`;
        const line = JSON.stringify({ id, at: '2026-03-02T08:00:00+08:00' });
        await post('transport-feeder', 'told-events', 'application/x-ndjson', line);
        sent.events.add(id);
      }),
    ];

    const faults: readonly (() => Promise<unknown>)[] = [
      // First: what it held comes again after five seconds.
      async () => {
        await intake.end('SIGKILL');
        intake = startLukou(intakeArgs, env);
        await intake.waitFor('stream: taking in');
      },
      // Before anything ends a stream: whoever comes back may come back to the other worker.
      async () => process.kill((await workersOf(gateway))[0]!, 'SIGKILL'),
      async () => {
        await nats.kill();
        await sleep(200);
        await nats.restart();
      },
      () => killSomeBackend(env.LUKOU_DATA, 0.9),
    ];
    for (const strike of faults) {
      const before = [sent.passages.size, sent.events.size];
      await strike();
      // Under load again, before the next one falls.
      await until(() => sent.passages.size > before[0]! + 60 && sent.events.size > before[1]! + 2);
    }
    over.abort();
    await Promise.all(senders);

    const read = async (text: string, { ingest, app } = database): Promise<readonly string[]> =>
      (await (text.includes('live.') ? app : ingest).query<{ id: string }>(text)).rows.map(({ id }) => id);
    const passages = (): Promise<readonly string[]> => read('select id from checkpoint.passage');
    await within(async () => (await passages()).length >= sent.passages.size);
    expect((await passages()).toSorted()).toEqual([...sent.passages].toSorted());
    expect((await read('select id from traffic.road_event')).toSorted()).toEqual([...sent.events].toSorted());

    const told = await read(`
      select row_id as id from live.event where topic = 'roadEvent' and audience = 'RESTRICTED_TO_AUTHORITIES' order by number`);
    expect(told).toHaveLength(sent.events.size);
    await within(() => followers.every(({ numbers }) => numbers.length >= told.length));
    for (const { numbers, ids } of followers) {
      expect(numbers).toEqual(told.map((_id, at) => at + 1));
      expect(ids).toEqual(told);
    }
    // The gateway that was killed had somebody: they came back by themselves, and lost nothing.
    expect(followers.flatMap(({ endings }) => endings)).toContain('cut');
    expect(await intake.end('SIGTERM')).toBe(0);
  },
  120_000,
);
