import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findCosignature, type NoteKey, readNoteKey, readSignedNote } from '../../../src/merkle/index.ts';
import { createLogReader } from '../../../src/storage/index.ts';
import { openHead } from '../../audit-log/independent-log.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import { type Reply, type World, WORLD_NOW } from '../../world/open-world.ts';
import { serveWitness, type ServingWitness } from './open-witness-server.ts';

const HOUR_MS = 3_600_000;

describe('A gateway that must be witnessed within four hours', () => {
  let folder: string;
  let world: World;
  let witness: ServingWitness;
  // A witness that knows no key of the log answers, and cosigns nothing.
  const known: NoteKey[] = [];
  let nowMs = Date.parse(WORLD_NOW);
  const clock = { nowMs: () => nowMs };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-policy-'));
    witness = await serveWitness('witness.test/one', known, clock);
    const policy = join(folder, 'witnesses.yaml');
    await writeFile(
      policy,
      `quorum: 1\neverySeconds: 1\nwitnesses:\n  - key: ${witness.witness.vkey}\n    url: ${witness.url.href}\n`,
    );
    world = await openSampleWorld({ LUKOU_WITNESSES: policy }, { clock });
  }, 120_000);
  afterAll(async () => {
    await world?.close();
    await witness.close();
    await rm(folder, { recursive: true });
  });

  const ask = (): Promise<Reply> => world.ask('public', '{ roadSegments(first: 1) { nodes { id } } }');
  const ready = async (): Promise<{ status: number; text: string }> => {
    const { statusCode, body } = await world.gateway.app.inject({ url: '/health/ready' });
    return { status: statusCode, text: body };
  };

  /** Asks until the answer has this status. */
  async function expectStatus(status: number): Promise<Reply> {
    for (;;) {
      const reply = await ask();
      if (reply.status === status) return reply;
      await setTimeout(50);
    }
  }

  it('answers while the time is not over, says that nobody has cosigned, then stops and is not ready', async () => {
    expect((await ask()).status).toBe(200);
    nowMs += 3 * HOUR_MS;
    expect((await ask()).status).toBe(200);
    expect(world.messages.join('\n')).toMatch(
      /witness witness.test\/one: witness.test\/one answers with status 404/,
    );
    nowMs += 2 * HOUR_MS;
    const refused = await expectStatus(503);
    expect(refused.body.data ?? null).toBeNull();
    expect(refused.body.errors?.[0]?.extensions['code']).toBe('AUDIT_UNAVAILABLE');
    expect(await ready()).toEqual({
      status: 503,
      text: expect.stringMatching(/Fewer than 1 witnesses have seen what was recorded since/),
    });
  });

  it('answers again once it is witnessed', async () => {
    const logs = await createLogReader(world.database.log).listLogs();
    known.push(...logs.flatMap(({ keys }) => keys.map(({ vkey }) => readNoteKey(vkey))));
    expect((await expectStatus(200)).body.extensions.receipt.index).toBeGreaterThan(0);
    expect((await ready()).status).toBe(200);
    expect(world.messages.at(-1)).toBe('witness witness.test/one: cosigns again');
  });

  it('serves the head that was cosigned a moment ago with its lines, and later the newest without them', async () => {
    const checkpoint = async (): Promise<string> =>
      (await world.gateway.app.inject({ url: '/log/checkpoint' })).body;
    const witnessKey = readNoteKey(witness.witness.vkey);
    const log = (await createLogReader(world.database.log).listLogs()).find((each) => each.log === 'gateway');
    const cosigned = await checkpoint();
    expect(findCosignature(readSignedNote(cosigned), witnessKey)).toBe(Math.floor(nowMs / 1_000));
    expect(openHead(cosigned, log!.keys[0]!.vkey).origin).toBe(log!.origin);
    // Nobody cosigns from here on.
    known.length = 0;
    const { receipt } = (await ask()).body.extensions;
    nowMs += 11 * 60_000;
    const newest = await checkpoint();
    expect(findCosignature(readSignedNote(newest), witnessKey)).toBeNull();
    expect(openHead(newest, log!.keys[0]!.vkey).size).toBeGreaterThan(receipt.index);
  });
});
