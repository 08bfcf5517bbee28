import { createLogReader } from '../../src/storage/index.ts';
import { entryWith } from '../audit-log/entry.ts';
import { checkProof, leafHash, openHead, readWholeLog } from '../audit-log/independent-log.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';
import { readLeaf } from '../world/read-record.ts';
import { queryRecords, RECORDS } from '../world/query-records.ts';

describe('The log under /log', () => {
  let world: World;
  let vkey: string;
  beforeAll(async () => {
    world = await openSampleWorld();
    await Promise.all(Array.from({ length: 600 }, () => world.gateway.audit.record(entryWith())));
    const logs = await createLogReader(world.database.log).listLogs();
    vkey = logs.find(({ log }) => log === 'gateway')!.keys[0]!.vkey;
  }, 120_000);
  afterAll(() => world.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    world.gateway.app.inject({ method: 'GET', url: `/log/${path}`, headers });

  async function asAuditor(path: string) {
    const token = await world.tokenFor('auditor');
    return get(path, { authorization: `Bearer ${token}`, 'lukou-purpose': 'OVERSIGHT' });
  }

  it('is the log, to a reader that knows the published formats alone', async () => {
    // Reading entries writes records: heads and tiles are read as they were at the first head.
    const frozen = (await get('checkpoint')).rawPayload;
    const { size, entries } = await readWholeLog(async (path) => {
      if (path === 'checkpoint') return frozen;
      const page = path.startsWith('tile/entries') ? await asAuditor(path) : await get(path);
      expect([path, page.statusCode]).toEqual([path, 200]);
      return page.rawPayload;
    }, vkey);
    expect(size).toBeGreaterThan(600);
    expect(JSON.parse(entries[0]!.toString())).toMatchObject({ seq: 0, op: { name: 'begin log' } });
    expect(openHead(frozen.toString(), vkey).origin).toBe('lukou.lukou/gateway');
  });

  it('proves the record of an answer: by its index, and in the answer itself where that is asked for', async () => {
    const reply = await world.ask('public', '{ __typename }', { headers: { 'lukou-proof': 'inline' } });
    const { receipt } = reply.body.extensions as unknown as {
      receipt: { index: number; leafHash: string; origin: string; proof: string };
    };
    const hash = leafHash(Buffer.from(await readLeaf(world, reply)));
    expect(receipt).toMatchObject({ origin: 'lukou.lukou/gateway', leafHash: hash.toString('base64') });
    expect(checkProof(receipt.proof, hash, vkey)).toBe(receipt.index);
    await world.ask('public', '{ __typename }');
    const later = await get(`proof/${receipt.index}`);
    expect(checkProof(later.body, hash, vkey)).toBe(receipt.index);
    expect(() => checkProof(later.body, leafHash(Buffer.from('another record')), vkey)).toThrow(
      'does not lead',
    );
  });

  it('has no proof in an answer that does not ask for one', async () => {
    const { body } = await world.ask('public', '{ __typename }');
    expect(Object.keys(body.extensions.receipt)).toEqual([
      'index',
      'leafHash',
      'origin',
      'id',
      'resultSha256',
    ]);
  });

  it('shows other logs of the database under their names', async () => {
    const reader = createLogReader(world.database.log);
    const sample = (await reader.listLogs()).find(({ log }) => log === 'sample')!;
    const { body, statusCode } = await get('sample/checkpoint');
    expect(statusCode).toBe(200);
    expect(openHead(body, sample.keys[0]!.vkey).origin).toBe(sample.origin);
  });

  it('lets tiles be kept for ever, heads for a moment and records not at all', async () => {
    const caching = async (path: string) => (await asAuditor(path)).headers['cache-control'];
    expect(await caching('tile/0/000')).toBe('public, max-age=31536000, immutable');
    expect(await caching('tile/1/000.p/2')).toBe('public, max-age=31536000, immutable');
    expect(await caching('checkpoint')).toBe('public, max-age=5');
    expect(await caching('tile/entries/000')).toBe('no-store');
  });

  it.each([
    ['nobody in particular', 'public', 'OVERSIGHT'],
    ['an analyst', 'analyst', 'OVERSIGHT'],
    ['an auditor with another purpose', 'auditor', 'ROAD_SAFETY'],
  ] as const)('keeps its records from %s, and records that', async (_who, asker, purpose) => {
    const token = asker === 'public' ? null : await world.tokenFor(asker);
    const page = await get('tile/entries/000', {
      'lukou-purpose': purpose,
      ...(token !== null && { authorization: `Bearer ${token}` }),
    });
    expect(page.statusCode).toBe(403);
    expect(page.json()).toMatchObject({ errors: [{ extensions: { code: 'LOG_READ_REFUSED' } }] });
    expect(await lastRecord()).toMatchObject({
      stage: 'DENY',
      op: { name: 'read log gateway 0 256' },
      result: { code: 'LOG_READ_REFUSED', rows: 0 },
    });
  });

  it('records who read its records', async () => {
    expect((await asAuditor('tile/entries/001')).statusCode).toBe(200);
    expect(await lastRecord()).toMatchObject({
      stage: 'RELEASE',
      actor: { role: 'auditor' },
      purpose: { code: 'OVERSIGHT' },
      op: { name: 'read log gateway 256 512' },
      result: { code: 'OK', rows: 256 },
    });
  });

  it.each([
    'tile/0/0',
    'tile/00/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/x000/000',
    'tile/0/999',
    'tile/64/000',
    'tile/entries/999',
    'proof/01',
    'proof/999999',
    'nothing/checkpoint',
    'Gateway/checkpoint',
    '..%2fcheckpoint',
    'checkpoint/',
    '',
  ])('has nothing at %s', async (path) => {
    expect((await asAuditor(path)).statusCode).toBe(404);
  });

  async function lastRecord(): Promise<unknown> {
    const rows = await queryRecords<{ leaf: Buffer }>(
      world.database.log,
      `select leaf from ${RECORDS} where log = 'gateway' order by index desc limit 1`,
    );
    return JSON.parse(rows[0]!.leaf.toString('utf8'));
  }
});
