import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePrivateFile } from '../../../src/audit/index.ts';
import { type Clock, systemClock } from '../../../src/base/index.ts';
import { buildWitnessServer } from '../../../src/http/index.ts';
import { type NoteKey, readNoteKey } from '../../../src/merkle/index.ts';
import { openWitness, type Witness } from '../../../src/witness/index.ts';

/** A witness that serves on loopback. */
export interface ServingWitness {
  readonly witness: Witness;
  readonly key: NoteKey;
  readonly url: URL;
  readonly folder: string;
  readonly conflicts: string[];
  readonly faults: unknown[];
  /** The error of its disk from now on; null where it writes. */
  fault: Error | null;
  /** The same witness, as after a crash: opened again from its files. */
  reopen(): Promise<Witness>;
  close(): Promise<void>;
}

export async function serveWitness(
  name: string,
  logs: readonly NoteKey[],
  clock: Clock = systemClock,
): Promise<ServingWitness> {
  const folder = await mkdtemp(join(tmpdir(), 'lukou-witness-'));
  const conflicts: string[] = [];
  const faults: unknown[] = [];
  const open = (): Promise<Witness> =>
    openWitness({
      folder,
      name,
      logs,
      clock,
      onConflict: (reason) => conflicts.push(reason),
      async writeState(...file) {
        if (serving.fault !== null) throw serving.fault;
        await writePrivateFile(...file);
      },
    });
  const serving = { fault: null as Error | null };
  const witness = await open();
  const server = buildWitnessServer(witness, (error) => faults.push(error));
  server.listen({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  return Object.assign(serving, {
    witness,
    key: readNoteKey(witness.vkey),
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
    folder,
    conflicts,
    faults,
    reopen: open,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
      await rm(folder, { recursive: true, force: true });
    },
  });
}
