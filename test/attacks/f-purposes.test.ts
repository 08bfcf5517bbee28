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
  'pattern of life',
  'dragnet',
  'investigation, 2510494',
  'more like this',
  'case',
  'A-2026-0107',
  'misc',
  'n/a',
  'none of your business',
  'public safety',
  'PUBLICSAFETY',
  'STATISTICS+MEDIATION',
  '["ROAD_SAFETY"]',
  '{"code":"ROAD_SAFETY"}',
  'ROAD_SAFETY\\u0000',
  'ROAD%5FSAFETY',
  encodeURIComponent('ROAD＿SAFETY'),
  encodeURIComponent('RОAD_SAFETY'),
];

/** Every reason that officers really typed for a search, as they typed it; none where the public audit is not at hand. */
function realPurposes(): readonly string[] {
  if (!existsSync(AUDIT)) {
    console.warn('shared/data/epd-alpr-audit is not there: only the purposes of this file are tried.');
    return [];
  }
  const rows: Record<string, string>[] = parse(readFileSync(AUDIT), { columns: true, bom: true });
  const reasons = [...new Set(rows.map(({ reason = '' }) => reason))];
  expect(reasons.filter((reason) => reason.trim() !== '').length).toBeGreaterThanOrEqual(100);
  return reasons;
}

describe('A purpose that is no code', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  async function expectRefused(purpose: string, code: string): Promise<void> {
    const reply = await world.ask('analyst', QUERY, { purpose });
    const record = await readRecord(world, reply);
    const found = reply.body.errors?.map(({ extensions }) => extensions['code']);
    expect([purpose, reply.status, found, reply.body.data]).toEqual([purpose, 403, [code], undefined]);
    expect([purpose, record.stage, record.purpose.code]).toEqual([purpose, 'DENY', null]);
  }

  it('is refused before anything is fetched, and recorded without its words', async () => {
    expect(VAGUE.length).toBeGreaterThanOrEqual(60);
    world.statements.length = 0;
    for (const purpose of new Set(VAGUE)) await expectRefused(purpose, 'PURPOSE_UNKNOWN');
    expect(world.statements).toEqual([]);
  }, 120_000);

  it('is refused and recorded likewise in every spelling of a police department’s real log', async () => {
    const real = realPurposes();
    world.statements.length = 0;
    for (const purpose of real)
      await expectRefused(purpose, purpose.trim() === '' ? 'PURPOSE_REQUIRED' : 'PURPOSE_UNKNOWN');
    expect(world.statements).toEqual([]);
    console.info(`${real.length} spellings of the real log tried.`);
  }, 120_000);

  it('is refused where there is none', async () => {
    const reply = await world.ask('analyst', QUERY, { purpose: null });
    expect([reply.status, reply.body.errors?.[0]?.extensions['code']]).toEqual([403, 'PURPOSE_REQUIRED']);
  });

  it('is answered as a code', async () => {
    expect((await world.ask('analyst', QUERY, { purpose: 'ROAD_SAFETY' })).status).toBe(200);
  });
});
