import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stoppedClock } from '../../../src/base/index.ts';
import { type NoteKey, readNoteKey } from '../../../src/merkle/index.ts';
import { checkProof, leafHash, openHead } from '../../audit-log/independent-log.ts';
import { entryWith } from '../../audit-log/entry.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import { type Asker, type World, WORLD_NOW } from '../../world/open-world.ts';
import { until } from '../../world/until.ts';
import { serveWitness, type ServingWitness } from '../witness/open-witness-server.ts';

const LOGS = `{ logs {
  name origin size head writtenAt derivedTo waitingSince bornAt closedAt prunedTo keys { vkey fromSize }
  quorum witnessedSize witnesses { name vkey size seenAt behind }
} }`;

interface Log {
  readonly name: string;
  readonly origin: string;
  readonly size: number;
  readonly head: string;
  readonly writtenAt: string | null;
  readonly derivedTo: number;
  readonly waitingSince: string | null;
  readonly keys: readonly { readonly vkey: string; readonly fromSize: number }[];
  readonly witnessedSize: number | null;
  readonly witnesses: readonly object[] | null;
}

interface Proof {
  readonly index: number;
  readonly treeSize: number;
  readonly hashes: readonly string[];
  readonly head: string;
}

interface Shown {
  readonly index: number;
  readonly leaf?: string;
  readonly leafHash: string;
  readonly proof: Proof;
}

describe('What the API tells of the logs', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
    await Promise.all(Array.from({ length: 600 }, () => world.gateway.audit.record(entryWith())));
  }, 120_000);
  afterAll(() => world.close());

  async function ask<T>(asker: Asker, query: string): Promise<T> {
    const { body } = await world.ask(asker, query, { purpose: 'OVERSIGHT' });
    expect(body.errors).toBeUndefined();
    return body.data as T;
  }
  async function findLog(asker: Asker = 'auditor'): Promise<Log> {
    const { logs } = await ask<{ logs: Log[] }>(asker, LOGS);
    return logs.find(({ name }) => name === 'gateway')!;
  }
  const written = ({ index, hashes, head }: Proof): string =>
    `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes.map((hash) => `${hash}\n`).join('')}\n${head}`;

  it('is what a verifier needs: the signed head, its size and the key, as the log door serves them', async () => {
    const log = await findLog();
    const [key] = log.keys;
    const { origin, size } = openHead(log.head, key!.vkey);
    expect({ origin, size }).toEqual({ origin: log.origin, size: log.size });
    expect(size).toBeGreaterThan(600);
    expect(log).toMatchObject({ closedAt: null, prunedTo: 0, quorum: null, witnesses: null });
    expect(log.writtenAt).toMatch(/\+08:00$/);
  });

  it('a record’s proof leads from its bytes to a head that the log’s key has signed', async () => {
    const { disclosureRecords } = await ask<{ disclosureRecords: { nodes: Shown[] } }>(
      'auditor',
      `{ disclosureRecords(first: 200, filter: { log: "gateway" }) {
           nodes { index leaf leafHash proof { index treeSize hashes head } } } }`,
    );
    const vkey = (await findLog()).keys[0]!.vkey;
    expect(disclosureRecords.nodes).toHaveLength(200);
    for (const { index, leaf, leafHash: told, proof } of disclosureRecords.nodes) {
      const hash = leafHash(Buffer.from(leaf!));
      expect(hash.toString('base64')).toBe(told);
      expect(checkProof(written(proof), hash, vkey)).toBe(index);
      expect(openHead(proof.head, vkey).size).toBe(proof.treeSize);
      const other = leafHash(Buffer.from(`${leaf} `));
      expect(() => checkProof(written(proof), other, vkey)).toThrow('does not lead');
    }
  });

  it('proves one record from the middle of the log', async () => {
    const { disclosureRecord } = await ask<{ disclosureRecord: Shown }>(
      'auditor',
      '{ disclosureRecord(index: 300) { index leaf leafHash proof { index treeSize hashes head } } }',
    );
    const vkey = (await findLog()).keys[0]!.vkey;
    const hash = Buffer.from(disclosureRecord.leafHash, 'base64');
    expect(checkProof(written(disclosureRecord.proof), hash, vkey)).toBe(300);
  });

  it('an owner has the proof of a record of its own data without its bytes, and nothing of another’s', async () => {
    await world.ask('transport', '{ checkpoints(first: 1) { nodes { name } } }', { purpose: 'ROAD_SAFETY' });
    const mine = await ask<{ disclosureRecords: { nodes: Shown[] } }>(
      'steward',
      '{ disclosureRecords(first: 1) { nodes { index leafHash proof { index treeSize hashes head } } } }',
    );
    const [{ index, leafHash: told, proof }] = mine.disclosureRecords.nodes as [Shown];
    const vkey = (await findLog('steward')).keys[0]!.vkey;
    expect(checkProof(written(proof), Buffer.from(told, 'base64'), vkey)).toBe(index);
    const others = await ask<object>(
      'transport',
      `{ disclosureRecord(index: ${index}) { proof { index } } }`,
    );
    expect(others).toEqual({ disclosureRecord: null });
  });

  it('is how far searching is behind, also while it cannot go on; a question about records catches up', async () => {
    const search = '{ disclosureRecords(first: 1) { nodes { index } } }';
    await ask('auditor', search);
    const behind = await world.database.owner(async (client) => {
      await client.query(`begin; select from oversight.log_derived where log = 'gateway' for update`);
      await world.gateway.audit.record(entryWith());
      return findLog();
    });
    expect(behind.derivedTo).toBeGreaterThan(600);
    expect(behind.derivedTo).toBeLessThan(behind.size);
    expect(behind.waitingSince).toMatch(/\+08:00$/);
    await ask('auditor', search);
    expect((await findLog()).derivedTo).toBeGreaterThanOrEqual(behind.size);
  });

  it('is not told to whom no agreement tells it, and asking is a record', async () => {
    const { body } = await world.ask('analyst', LOGS, { purpose: 'PUBLIC_SAFETY' });
    expect(body.data).toEqual({ logs: null });
    expect(body.errors![0]!.extensions['code']).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(body.extensions.receipt.index).toBeGreaterThan(600);
  });
});

describe('What the API tells of a log’s witnesses', () => {
  let folder: string;
  let world: World;
  let witness: ServingWitness;
  // A witness that knows no key of the log answers, and cosigns nothing.
  const known: NoteKey[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-witnesses-'));
    witness = await serveWitness('witness.test/one', known, stoppedClock(WORLD_NOW));
    const path = join(folder, 'witnesses.yaml');
    const reach = `    url: ${witness.url.href}\n`;
    await writeFile(
      path,
      `quorum: 1\neverySeconds: 1\nwitnesses:\n  - key: ${witness.witness.vkey}\n${reach}`,
    );
    world = await openSampleWorld({ LUKOU_WITNESSES: path });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    await witness.close();
    await rm(folder, { recursive: true });
  });

  async function findLog(): Promise<Log> {
    const { body } = await world.ask('auditor', LOGS, { purpose: 'OVERSIGHT' });
    expect(body.errors).toBeUndefined();
    return (body.data as { logs: Log[] }).logs.find(({ name }) => name === 'gateway')!;
  }

  it('is that one has seen nothing, and later up to where and when it has', async () => {
    const before = await findLog();
    const { vkey } = witness.witness;
    const unseen = { name: 'witness.test/one', vkey, size: 0, seenAt: null, behind: before.size };
    expect(before).toMatchObject({ quorum: 1, witnessedSize: 0, witnesses: [unseen] });
    known.push(...before.keys.map((key) => readNoteKey(key.vkey)));
    let after = before;
    await until(async () => (after = await findLog()).witnessedSize! > before.size);
    expect(after.witnesses).toEqual([
      {
        name: 'witness.test/one',
        vkey,
        size: after.witnessedSize,
        seenAt: WORLD_NOW,
        behind: after.size - after.witnessedSize!,
      },
    ]);
  });
});
