import { once } from 'node:events';
import { openNews } from '../../../src/nats/index.ts';
import { listenToDatabase, openWakeUpLine, passOn } from '../../../src/storage/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { type NatsUnderTest, startNats, WHY_NO_NATS } from '../../world/nats/start-nats.ts';
import { itUnless } from '../../world/skip-aloud.ts';
import { until } from '../../world/until.ts';
import { setImmediate, setTimeout } from 'node:timers/promises';

/** A way to be told that there may be news, and what its tests do to it. */
interface Way {
  readonly listen: Parameters<typeof openWakeUpLine>[0];
  publish(topic: string): Promise<void>;
  /** Takes the connection away while a topic is published. */
  missing(topic: string): Promise<void>;
  close(): Promise<void>;
}

async function byDatabase(database: TestDatabase): Promise<Way> {
  const publish = async (topic: string): Promise<void> =>
    void (await database.owner((client) => client.query(`select live.publish($1, '*', '{x}')`, [topic])));
  return {
    listen: listenToDatabase(database.app),
    publish,
    async missing(topic) {
      await database.admin(async (client) => {
        await client.query(`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and query = 'listen lukou_live'`);
        await client.query(`select live.publish($1, '*', '{x}')`, [topic]);
      });
    },
    close: () => Promise.resolve(),
  };
}

/** Two processes: one that is told by the server alone, and one that passes on what the database says. */
async function byNats(database: TestDatabase, nats: NatsUnderTest): Promise<Way> {
  const server = { server: nats.address, tls: null, login: null, name: 'test' };
  const told: string[] = [];
  const [ears, mouth] = [1, 2].map(() => openNews(server, 'lukou-live', (line) => void told.push(line)));
  const closing = new AbortController();
  const { publish } = await byDatabase(database);
  // Connected before the database is asked: what is named before that is named to nobody.
  await new Promise<void>((resolve) => void mouth!.listen(() => resolve(), closing.signal));
  const passingOn = passOn(database.app, mouth!, closing.signal);
  return {
    listen: ears!.listen,
    publish,
    async missing(topic) {
      await nats.kill();
      await publish(topic);
      await nats.restart();
      // The mouth may find it last.
      await until(() => told.filter((line) => line.includes('is there again')).length === 2);
    },
    async close() {
      closing.abort();
      await passingOn;
      await ears!.close();
      await mouth!.close();
      expect(told.filter((line) => line.includes('is away'))).toHaveLength(2);
    },
  };
}

/** The clock would wake everybody as well. */
const NO_CLOCK_MS = 600_000;

describe.each(['the database', 'NATS'] as const)('Told by %s', (how) => {
  const itTells = itUnless(how === 'NATS' ? WHY_NO_NATS : null);

  itTells('whoever waits is woken by its own topic, and by what went unheard', async () => {
    await using stack = new AsyncDisposableStack();
    const database = await createTestDatabase();
    stack.defer(() => database.drop());
    const nats = how === 'NATS' ? await startNats() : null;
    if (nats !== null) stack.defer(() => nats.close());
    const way = nats === null ? await byDatabase(database) : await byNats(database, nats);
    stack.defer(() => way.close());
    const line = openWakeUpLine(way.listen, NO_CLOCK_MS);
    stack.defer(() => line.close());

    // The first wait opens the line, and is told that anything may have happened before; so is who passes on.
    await line.expect('road').heard;
    await until(async () => {
      using wait = line.expect('first');
      await way.publish('first');
      return await Promise.race([wait.heard.then(() => true), setTimeout(200, false)]);
    });
    // Told before anybody awaits it.
    {
      using wait = line.expect('road');
      using other = line.expect('alarm');
      const woken: string[] = [];
      void other.heard.then(() => woken.push('alarm'));
      await way.publish('road');
      await wait.heard;
      expect(woken).toEqual([]);
    }
    // Missed by the line, and looked at when it is there again.
    {
      using wait = line.expect('alarm');
      await way.missing('alarm');
      await wait.heard;
    }
    {
      using wait = line.expect('alarm');
      await way.publish('alarm');
      await wait.heard;
    }
  });
});

it('A line that is closed wakes everybody who waits, though nobody answers at its other end', async () => {
  const news = openNews(
    { server: '127.0.0.1:1', tls: null, login: null, name: 'test' },
    'lukou-live',
    () => undefined,
  );
  const line = openWakeUpLine(news.listen);
  const { heard } = line.expect('road');
  news.name('road');
  await line.close();
  await expect(heard).resolves.toBeUndefined();
  await news.close();
});

it('Who names a topic ten thousand times has it looked at a few times, the last time after the last of them', async () => {
  let name: (topic: string) => void = () => undefined;
  const line = openWakeUpLine(async (tell, signal) => {
    name = tell;
    await once(signal, 'abort');
  }, NO_CLOCK_MS);
  let looks = 0;
  let lastLook = 0;
  let said = 0;
  const over = new AbortController();
  const looking = (async () => {
    while (!over.signal.aborted) {
      using wait = line.expect('road');
      await wait.heard;
      looks += 1;
      lastLook = said;
    }
  })();
  for (said = 1; said < 10_000; said += 1) {
    name('road');
    if (said % 100 === 0) await setImmediate();
  }
  name('road');
  await until(() => lastLook === said);
  expect(looks).toBeLessThan(200);
  over.abort();
  await line.close();
  await looking;
});

itUnless(WHY_NO_NATS)(
  'A server that lets the login hear nothing ends nobody: the operator is told once, and the clock goes on',
  async () => {
    const nats = await startNats(`
      authorization { users: [ { user: deaf, password: p, permissions: { subscribe: ["_INBOX.>"] } } ] }`);
    const told: string[] = [];
    const server = {
      server: nats.address,
      tls: null,
      login: { user: 'deaf', password: 'p' },
      name: 'test',
    };
    const news = openNews(server, 'lukou-live', (message) => void told.push(message));
    const line = openWakeUpLine(news.listen, 100);
    await line.expect('road').heard;
    await until(() => told.length > 0);
    // Asked for again, and refused again.
    await setTimeout(600);
    await line.expect('road').heard;
    await line.close();
    await news.close();
    await nats.close();
    expect(told).toEqual([
      `nats: ${nats.address} refuses a subscription to this login; give it the rights that it needs`,
    ]);
  },
);
