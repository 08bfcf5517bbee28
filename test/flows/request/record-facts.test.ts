import type { AuditLog, DisclosureEntry } from '../../../src/audit/index.ts';
import { LukouError } from '../../../src/base/index.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import { type World, WORLD_NOW } from '../../world/open-world.ts';
import { readLeaf, readRecord } from '../../world/read-record.ts';

const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('What a record says of an answer as a whole', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  it('is the highest sensitivity shown, the divisions that were open, who received it, and the trace', async () => {
    const reply = await world.ask(
      'transport',
      '{ checkpoints(first: 1) { nodes { id passages(first: 1) { plateNo } } } }',
      {
        purpose: 'ROAD_SAFETY',
        headers: { traceparent: TRACE },
      },
    );
    const { maxSensitivity, divisions, recipient, traceparent } = await readRecord(world, reply);
    expect(maxSensitivity).toBe('RESTRICTED');
    expect(divisions?.length).toBeGreaterThan(0);
    expect(recipient).toEqual({ agency: expect.stringMatching(/^AG-/), system: null });
    expect(traceparent).toBe(TRACE);
  });

  it('names the system that received it, where the issuer of the token does', async () => {
    const nowMs = Date.parse(WORLD_NOW);
    const caller = {
      role: 'analyst',
      agency: 'AG-TRAFFIC-POLICE',
      subject: 's',
      pseudonym: 'p1_analyst',
      authMethod: 'jwt',
      system: 'police-case-system',
      issuedAtMs: nowMs,
      expiresAtMs: nowMs + 3_600_000,
    } as const;
    const named = await openSampleWorld({}, { authenticate: async () => caller });
    try {
      const reply = await named.ask('public', '{ __typename }', { purpose: 'ROAD_SAFETY' });
      expect((await readRecord(named, reply)).recipient).toEqual({
        agency: 'AG-TRAFFIC-POLICE',
        system: 'police-case-system',
      });
    } finally {
      await named.close();
    }
  }, 120_000);

  it('is nothing where nothing was shown, or no type has rows of a division', async () => {
    const reply = await world.ask('public', '{ roadSegments(first: 1) { nodes { id } } }');
    expect(await readRecord(world, reply)).toMatchObject({ maxSensitivity: 'PUBLIC', divisions: null });
    const refused = await world.ask('analyst', '{ __typename }', { purpose: 'because' });
    expect(await readRecord(world, refused)).toMatchObject({ maxSensitivity: null, divisions: null });
  });

  it.each([
    '',
    'x',
    `${TRACE}-extra`,
    TRACE.replace('0af7', '0AF7'),
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
  ])('has no trace where the header says %j', async (traceparent) => {
    const reply = await world.ask('public', '{ __typename }', { headers: { traceparent } });
    expect((await readRecord(world, reply)).traceparent).toBeNull();
  });

  it('tells equal variables from others, and tells nothing of them', async () => {
    const ask = async (code: string) => {
      const query = 'query Q($code: AdminDivisionCode!) { adminDivision(code: $code) { name } }';
      const reply = await world.ask('public', query, { variables: { code } });
      expect(await readLeaf(world, reply)).not.toContain(code);
      return (await readRecord(world, reply)).op.variablesHmac;
    };
    expect(await ask('150724')).toBe(await ask('150724'));
    expect(await ask('150724')).not.toBe(await ask('150702'));
    const without = await world.ask('public', '{ __typename }');
    expect((await readRecord(world, without)).op.variablesHmac).toBeNull();
  });

  it('is never cut: an answer whose record would not fit is refused, and that is recorded', async () => {
    const audit = world.gateway.audit as { record: AuditLog['record'] };
    const record = audit.record;
    const tried: DisclosureEntry[] = [];
    audit.record = (entry) => {
      tried.push(entry);
      return tried.length > 1 ? record(entry) : Promise.reject(new LukouError('LIMIT_RECORD'));
    };
    const reply = await world.ask('public', '{ roadSegments(first: 2) { nodes { id } } }');
    audit.record = record;
    expect([reply.status, reply.body.data]).toEqual([400, undefined]);
    expect(reply.body.errors?.[0]?.extensions['code']).toBe('LIMIT_RECORD');
    expect(tried[0]).toMatchObject({ result: { rows: 2, code: 'OK' } });
    expect(await readRecord(world, reply)).toMatchObject({
      fields: [],
      subjects: [],
      result: { rows: 0, code: 'LIMIT_RECORD', status: 400 },
    });
  });
});
