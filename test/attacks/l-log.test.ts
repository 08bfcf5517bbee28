import { entryWith } from '../audit-log/entry.ts';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { Reply, World } from '../world/open-world.ts';
import { readLeaf, readRecord } from '../world/read-record.ts';
import { postRaw } from './post-raw.ts';

const HOSTILE = [
  ['a forged second line', 'ROAD_SAFETY\r\n{"stage":"RELEASE","forged":true}'],
  ['a terminal’s colours', 'ROAD_SAFETY\u001b[31m\u009b2J'],
  ['NUL and bells', 'ROAD\u0000_SAFETY\u0007\u0008'],
  ['text that runs backwards', 'ROAD_SAFETY\u202egnp.exe\u2066\u200f'],
  ['line separators of JavaScript', 'ROAD_SAFETY\u2028\u2029\u0085'],
  ['half a character', 'ROAD_SAFETY\ud83d'],
] as const;

// What a line of the log may hold as it is: no control, no line separator, no bidirectional control, no half character.
const ONE_PRINTABLE_LINE =
  /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+$/u;

describe('L4 A record stays one readable line, whatever the request holds', () => {
  let world: World;
  beforeAll(async () => {
    world = await openSampleWorld();
  }, 120_000);
  afterAll(() => world.close());

  async function expectOneLine(reply: Reply): Promise<void> {
    const leaf = await readLeaf(world, reply);
    expect(leaf).toMatch(ONE_PRINTABLE_LINE);
    expect(JSON.parse(leaf)).toMatchObject({ v: 3, seq: reply.body.extensions.receipt.index });
    expect(leaf).not.toContain('forged');
    expect(reply.text).not.toMatch(/\u001b|\r\n/);
  }

  describe.each(HOSTILE)('%s', (_what, text) => {
    it('in the name of the operation, and costs nobody else an answer', async () => {
      const payload = JSON.stringify({ query: '{ __typename }', operationName: text });
      const [reply, neighbour] = await Promise.all([
        postRaw(world, { payload }),
        postRaw(world, { payload: '{"query":"{ __typename }"}' }),
      ]);
      expect([reply.status, neighbour.status]).toEqual([400, 200]);
      await expectOneLine(reply);
    });

    it('in the headers', async () => {
      for (const name of [
        'lukou-purpose',
        'lukou-case',
        'lukou-strict',
        'user-agent',
        'x-request-id',
        'referer',
      ]) {
        const token = await world.tokenFor('analyst');
        const headers = { 'lukou-purpose': 'ROAD_SAFETY', authorization: `Bearer ${token}`, [name]: text };
        await expectOneLine(await postRaw(world, { payload: '{"query":"{ __typename }"}', headers }));
      }
    });

    it('in the case reference, percent-encoded', async () => {
      const headers = { 'lukou-case': encodeURIComponent(text.toWellFormed()) };
      const reply = await postRaw(world, { payload: '{"query":"{ __typename }"}', headers });
      expect(reply.body.errors?.[0]?.extensions['code']).toBe('CASE_REFERENCE_INVALID');
      await expectOneLine(reply);
    });

    it('in the document and its variables', async () => {
      const query = `query Q($code: AdminDivisionCode!) { adminDivision(code: $code) { name } } # ${text.replaceAll(/[\r\n\u0000-\u0008]/g, '')}`;
      await expectOneLine(
        await postRaw(world, { payload: JSON.stringify({ query, variables: { code: text } }) }),
      );
    });
  });

  it('a name of an operation that would not fit into a record is not in it, and the answer is recorded', async () => {
    const operationName = 'A'.repeat(10_000);
    const payload = JSON.stringify({ query: `query ${operationName} { __typename }`, operationName });
    const reply = await postRaw(world, { payload });
    expect(reply.body.data).toEqual({ __typename: 'Query' });
    expect(await readRecord(world, reply)).toMatchObject({ op: { name: null }, result: { code: 'OK' } });
  });

  it.each(HOSTILE)('and the log itself escapes %s, should a stage ever hand it on', async (_what, text) => {
    const receipt = await world.gateway.audit.record(
      entryWith({
        stage: 'ERROR',
        actor: { pseudonym: 'unknown', agency: null, role: 'unknown', auth: text },
      }),
    );
    const leaf = await readLeaf(world, { body: { extensions: { receipt } } } as unknown as Reply);
    expect(leaf).toMatch(ONE_PRINTABLE_LINE);
    expect((JSON.parse(leaf) as { actor: { auth: string } }).actor.auth).toBe(text);
    expect(text).not.toMatch(ONE_PRINTABLE_LINE);
  });
});
