import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { itUnless } from '../../world/skip-aloud.ts';
import { until } from '../../world/until.ts';
import { type NatsUnderTest, startNats, WHY_NO_NATS } from '../../world/nats/start-nats.ts';
import { messageOf, passage } from '../../world/passages.ts';
import { openStreamUnderTest, type StreamUnderTest } from './stream-desk.ts';

const ALSO_FAILS = [() => true, () => false] as const;

const itStreams = itUnless(WHY_NO_NATS);

describe('lukou stream', () => {
  let nats: NatsUnderTest;
  let client: NatsConnection;
  let manager: JetStreamManager;
  let lukou: StreamUnderTest;
  let streams = 0;

  beforeAll(async () => {
    if (WHY_NO_NATS !== null) return;
    nats = await startNats();
    client = await nats.connect();
    manager = await jetstreamManager(client);
    lukou = await openStreamUnderTest();
  });
  afterAll(async () => {
    if (WHY_NO_NATS !== null) return;
    await lukou.close();
    await nats.close();
  });

  /** A stream of a test's own, and what sends to it. */
  async function makeStream() {
    streams += 1;
    const name = `PASSAGES-${streams}`;
    await manager.streams.add({ name, subjects: [`${name}.>`] });
    const send = async (...messages: readonly string[]): Promise<void> => {
      for (const message of messages) await jetstream(client).publish(`${name}.one`, message);
    };
    /** What the broker holds against the consumer: neither answered nor still to be sent. */
    const left = async (): Promise<number> => {
      const { num_ack_pending, num_pending } = await manager.consumers.info(name, 'lukou-gat1400-passages');
      return num_ack_pending + num_pending;
    };
    return { name, send, left, from: `nats://${nats.address}/${name}` };
  }

  itStreams('publishes what has come together, and says to the broker that it is in', async () => {
    const { send, left, from } = await makeStream();
    await send(...Array.from({ length: 60 }, (_none, at) => messageOf(passage(`together-${at}`))));
    const running = lukou.start(from);
    await until(
      async () => (await lukou.passages()).filter((id) => id.startsWith('together-')).length === 60,
    );
    await send(messageOf(passage('together-60'), passage('together-61', { PassTime: 'soon' })));
    await until(() => running.receipts.some(({ quarantined }) => 'PASS_TIME_INVALID' in quarantined));
    expect(await running.stop()).toEqual({
      messages: 61,
      refused: 0,
      rowsRead: 62,
      rowsWritten: 61,
      rowsDuplicate: 0,
      quarantined: { PASS_TIME_INVALID: 1 },
    });
    expect(running.receipts.length).toBeLessThan(10);
    await until(async () => (await left()) === 0);
  });

  itStreams(
    'refuses one message and takes in those around it, and a redelivery changes nothing',
    async () => {
      const { send, left, from, name } = await makeStream();
      await send(
        messageOf(passage('around-1')),
        messageOf(passage('around-2', { Remark: '机密★10年' })),
        '{"MotorVehicleListObject":',
        messageOf(passage('around-3')),
        messageOf(passage('around-1')),
      );
      const running = lukou.start(from);
      await until(async () => (await left().catch(() => 1)) === 0);
      expect(await running.stop()).toMatchObject({
        messages: 5,
        refused: 2,
        rowsWritten: 2,
        rowsDuplicate: 1,
      });
      expect((await lukou.passages()).filter((id) => id.startsWith('around'))).toEqual([
        'around-1',
        'around-3',
      ]);
      const refused = lukou.told.filter((line) => line.includes('does not come again'));
      expect(refused.map((line) => /message (\d+)/.exec(line)?.[1])).toEqual(['2', '3']);
      expect(refused.join()).not.toContain('机密');
      const { rows } = await lukou.database.admin((admin) =>
        admin.query('select actor, agency, source_name, line_no::int as line from oversight.guard_incident'),
      );
      expect(rows).toEqual([
        { actor: `stream ${name}`, agency: 'AG-TRAFFIC-POLICE', source_name: `${name} 2`, line: 1 },
      ]);
    },
  );

  itStreams('puts back what cannot be recorded, and takes it in once it can', async () => {
    const { send, left, from } = await makeStream();
    const owner = (text: string) => lukou.database.owner((admin) => admin.query(text));
    await owner('alter table ingest.batch rename to batch_away');
    await send(messageOf(passage('later-1')));
    const running = lukou.start(from);
    await until(() => lukou.told.some((line) => line.includes('wait where they are')));
    await owner('alter table ingest.batch_away rename to batch');
    await until(async () => (await lukou.passages()).includes('later-1'));
    expect(await running.stop()).toMatchObject({ messages: 1, rowsWritten: 1 });
    await until(async () => (await left()) === 0);
    expect(lukou.told.filter((line) => line.includes('wait where they are'))).toHaveLength(1);
  });

  itStreams('goes on where it was when the server comes back, and misses nothing', async () => {
    const { send, from } = await makeStream();
    const running = lukou.start(from);
    await send(messageOf(passage('back-1')));
    await until(async () => (await lukou.passages()).includes('back-1'));
    await nats.kill();
    await nats.restart();
    await until(() => lukou.told.some((line) => line.includes('is there again')));
    // The sender too has to find out that its server is another process.
    await until(() => send(messageOf(passage('back-2'))).then(...ALSO_FAILS));
    await until(async () => (await lukou.passages()).includes('back-2'));
    expect(await running.stop()).toMatchObject({ rowsWritten: 2 });
  });

  itStreams(
    'ends with an error when its consumer is deleted, so that nobody waits for what never comes',
    async () => {
      const { name, send, from } = await makeStream();
      await send(messageOf(passage('deleted-1')));
      const running = lukou.start(from);
      await until(async () => (await lukou.passages()).includes('deleted-1'));
      await manager.consumers.delete(name, 'lukou-gat1400-passages');
      await expect(running.ended).rejects.toThrow(/is not there any more/);
    },
  );

  itStreams.each([
    ['nats://me:secret@127.0.0.1/X', /SETTING_INVALID|leave user and password out/],
    ['nats://nats.example/X', /for loopback/],
    ['http://127.0.0.1/X', /begin with tls/],
    ['nats://127.0.0.1/', /comes one name/],
    ['nats://127.0.0.1/a.b', /comes one name/],
    ['nats://127.0.0.1/X?batch=0', /the options are consumer, subject, batch/],
    ['nats://127.0.0.1/X?durable=x', /the options are/],
    ['nats://127.0.0.1/X?batch=1&batch=2', /the options are/],
  ])('refuses the address %s', async (from, why) => {
    await expect(lukou.start(from).ended).rejects.toThrow(why);
    await expect(lukou.start(from).ended).rejects.not.toThrow(/secret/);
  });

  itStreams(
    'refuses a stream that is not there, a consumer that loses messages, an adapter that reads lines',
    async () => {
      const { name, from } = await makeStream();
      const nowhere = `nats://${nats.address}/NOWHERE`;
      await expect(lukou.start(nowhere).ended).rejects.toMatchObject({ code: 'NATS_UNUSABLE' });
      const lossy = { max_deliver: 3, headers_only: true };
      for (const [setting, value] of Object.entries(lossy)) {
        const consumer = { durable_name: setting, ack_policy: 'explicit', max_ack_pending: 10 } as const;
        await manager.consumers.add(name, { ...consumer, [setting]: value });
        await expect(lukou.start(`${from}?consumer=${setting}`).ended).rejects.toThrow(/other settings/);
      }
      await expect(lukou.start(from, {}, 'tw-m06a').ended).rejects.toThrow(/reads @line or @file/);
    },
  );
});
