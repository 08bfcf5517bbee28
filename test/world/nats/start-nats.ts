import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { whyNotRun } from '../skip-aloud.ts';

/** A real server on loopback, with a store of its own. */
export interface NatsUnderTest {
  /** host:port, the same after a restart. */
  readonly address: string;
  /** A client of the test's own, which is closed with the server. */
  connect(): Promise<NatsConnection>;
  /** As a crash ends it. */
  kill(): Promise<void>;
  /** Begins again with what is in the store. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

// Debian puts it where an ordinary user's PATH does not look.
const BINARY = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin']
  .map((folder) => join(folder, 'nats-server'))
  .find((path) => whyNotRun(path, ['--version']) === null);

/** Why tests with NATS cannot run here; null where they can. */
export const WHY_NO_NATS =
  BINARY === undefined ? 'There is no nats-server here (Debian: apt-get install nats-server).' : null;

/** @param config - more lines for the server's configuration. */
export async function startNats(config = ''): Promise<NatsUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'lukou-nats-'));
  const address = `127.0.0.1:${await freePort()}`;
  const file = join(folder, 'nats.conf');
  await writeFile(file, `listen: "${address}"\njetstream { store_dir: "${folder}/store" }\n${config}\n`);
  const clients: NatsConnection[] = [];
  let server: ChildProcess = await start();
  return {
    address,
    async connect() {
      const client = await connect({ servers: address, maxReconnectAttempts: -1, reconnectTimeWait: 50 });
      clients.push(client);
      return client;
    },
    kill,
    async restart() {
      server = await start();
    },
    async close() {
      for (const client of clients) await client.close();
      await kill();
      await rm(folder, { recursive: true });
    },
  };

  async function start(): Promise<ChildProcess> {
    const child = spawn(BINARY!, ['--config', file], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    while (!said.includes('Server is ready')) {
      if (child.exitCode !== null) throw new Error(`nats-server has ended:\n${said}`);
      await setTimeout(10);
    }
    return child;
  }

  async function kill(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'close');
    server.kill('SIGKILL');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
