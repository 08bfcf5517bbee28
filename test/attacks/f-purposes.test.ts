import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';
import { readRecord } from '../world/read-record.ts';

const QUERY = '{ checkpoints(first: 1) { nodes { id } } }';
const AUDIT = new URL('../../../shared/data/epd-alpr-audit/search_audit.csv', import.meta.url);

/** What people write where a purpose is asked for: codes misspelt, words, sentences, nothing in particular. */
const VAGUE = [
  'investigation',
  'investigative+',
  'test',
  'asdf',
  'x',
  '-',
  '0',
  'null',
  'undefined',
  'true',
  'work',
  'lookup',
  'stolen vehicle',
  'per sgt',
  'see report',
  'ROAD SAFETY',
  'ROAD-SAFETY',
  'road_safety',
  'Road_Safety',
  ' ROAD_SAFETY_',
  'ROAD_SAFETY,PUBLIC_SAFETY',
  'ROAD_SAFETY;',
  '"ROAD_SAFETY"',
  'ROAD_SAFET',
  'ROAD_SAFETYY',
  'PUBLIC_SAFETY ROAD_SAFETY',
  '*',
  '%',
  "' or '1'='1",
  '__proto__',
  'constructor',
  'toString',
  'PURPOSES',
  '${ROAD_SAFETY}',
  '{{ROAD_SAFETY}}',
  'any',
  'all',
  'other',
  'none',
  'official business',
  encodeURIComponent('道路安全'),
  encodeURIComponent('办案需要'),
  encodeURIComponent('工作需要'),
  encodeURIComponent('测试'),
];

/** Purposes that officers really typed, where the public audit is at hand. */
function realPurposes(): string[] {
  if (!existsSync(AUDIT)) {
    console.warn('shared/data/epd-alpr-audit is not there: only the purposes of this file are tried.');
    return [];
  }
  const rows: Record<string, string>[] = parse(readFileSync(AUDIT), { columns: true, bom: true });
  const written = new Set(rows.map(({ reason = '' }) => reason.trim()).filter((reason) => reason !== ''));
  return [...written].filter((reason) => /^[\x20-\x7e]+$/.test(reason)).slice(0, 60);
}

describe('A purpose that is no code', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  it('is refused before anything is fetched, and recorded without its words', async () => {
    const tried = [...new Set([...VAGUE, ...realPurposes()])];
    world.statements.length = 0;
    for (const purpose of tried) {
      const reply = await world.ask('analyst', QUERY, { purpose });
      const record = await readRecord(world, reply);
      expect([purpose, reply.status, reply.body.errors?.[0]?.extensions['code'], reply.body.data]).toEqual([
        purpose,
        403,
        'PURPOSE_UNKNOWN',
        undefined,
      ]);
      expect([record.stage, record.purpose.code]).toEqual(['DENY', null]);
    }
    expect(world.statements).toEqual([]);
    console.info(`${tried.length} purposes tried.`);
  }, 120_000);

  it('is refused where there is none', async () => {
    const reply = await world.ask('analyst', QUERY, { purpose: null });
    expect([reply.status, reply.body.errors?.[0]?.extensions['code']]).toEqual([403, 'PURPOSE_REQUIRED']);
  });

  it('is answered as a code', async () => {
    expect((await world.ask('analyst', QUERY, { purpose: 'ROAD_SAFETY' })).status).toBe(200);
  });
});
