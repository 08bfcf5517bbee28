import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/storage/index.ts';
import { openStreamDesk } from '../../src/wiring/index.ts';
import { startNats, WHY_NO_NATS } from '../../test/world/nats/start-nats.ts';

/** `lukou stream` at a server of the bench's own. */
export interface ByNats {
  /** Milliseconds until messages that wait at the server have become so many rows. */
  takeIn(messages: readonly string[], rows: number): Promise<number>;
  close(): Promise<void>;
}

const ADAPTER = 'gat1400-passages';

/** Null where there is no nats-server here; that is said. */
export async function openByNats(database: Database): Promise<ByNats | null> {
  if (WHY_NO_NATS !== null) {
    console.log(`left out: ${WHY_NO_NATS}`);
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), 'lukou-bench-nats-'));
  const nats = await startNats();
  const client = await nats.connect();
  const manager = await jetstreamManager(client);
  const keptOpen = { ...database, [Symbol.asyncDispose]: () => Promise.resolve() };
  const follow = openStreamDesk({
    readConfig: () => readConfig({ LUKOU_DATA: folder }),
    joinDatabase: () => Promise.resolve(keptOpen),
    onMessage: () => undefined,
  });
  let streams = 0;
  return {
    async takeIn(messages, rows) {
      streams += 1;
      const name = `ROUND-${streams}`;
      await manager.streams.add({ name, subjects: [name] });
      for (const message of messages) await jetstream(client).publish(name, message);
      const ending = new AbortController();
      const from = `nats://${nats.address}/${name}?batch=1000`;
      const startedMs = performance.now();
      let inMs = 0;
      await follow({ from, adapter: ADAPTER, signal: ending.signal }, (_receipt, { rowsWritten }) => {
        if (rowsWritten < rows) return;
        inMs = performance.now();
        ending.abort();
      });
      await manager.streams.delete(name);
      return inMs - startedMs;
    },
    async close() {
      await nats.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
