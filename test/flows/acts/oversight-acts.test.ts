import { createIngestStore } from '../../../src/storage/index.ts';
import { LukouError, stoppedClock } from '../../../src/base/index.ts';
import { ingestFile, IngestRefusal, readAdapter } from '../../../src/ingest/index.ts';
import { createIngestLog, openIncidentDesk } from '../../../src/wiring/index.ts';
import { checkpointAdapter } from '../../rules/ingest/memory-intake.ts';
import { copySample } from '../../world/open-sample-world.ts';
import { openWorld, type Reply, type World, WORLD_NOW } from '../../world/open-world.ts';
import { queryRecords, RECORDS } from '../../world/query-records.ts';

const ADAPTER = readAdapter(checkpointAdapter({ name: 'name' }), 'acts.yaml');
const NOTE = 'Seen on paper, with the file.';
const JUDGE = `mutation ($id: ID!, $to: GuardIncidentState!, $version: Int!, $note: String!, $key: ID!) {
  judgeIncident(id: $id, to: $to, version: $version, note: $note, key: $key) { id state version actedAt log index }
}`;
const REVIEW = `mutation ($id: ID!, $verdict: BreakGlassVerdict!, $note: String!, $key: ID!) {
  reviewBreakGlass(id: $id, verdict: $verdict, note: $note, key: $key) { id state version index }
}`;

type Judge = 'auditor' | 'steward' | 'justice-steward' | 'analyst' | 'public';

describe('An act', () => {
  let world: World;
  let keys = 0;
  beforeEach(async () => {
    world = await openWorld(await copySample());
  }, 120_000);
  afterEach(() => world.close());

  const newKey = (): string => `act-of-this-test-${(keys += 1)}`;

  async function openIncident(text = `id,name\n1,机密★10年 ${newKey()}\n`): Promise<string> {
    const refusal: unknown = await ingestFile(
      { adapter: ADAPTER, name: 'list.csv', stream: once(text) },
      {
        store: createIngestStore(world.database.ingest),
        log: createIngestLog(world.gateway.audit),
        incidents: openIncidentDesk({
          database: world.database,
          secret: Buffer.alloc(32, 2),
          notify: () => undefined,
        }),
        clock: stoppedClock(WORLD_NOW),
      },
    ).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(IngestRefusal);
    return (refusal as IngestRefusal).incident.id;
  }

  const judge = (as: Judge, asked: Record<string, unknown>): Promise<Reply> =>
    world.ask(as, JUDGE, {
      purpose: as === 'public' ? null : 'OVERSIGHT',
      variables: { version: 2, note: NOTE, key: newKey(), ...asked },
    });

  const codeOf = ({ body }: Reply): unknown => body.errors?.[0]?.extensions['code'];
  const receiptOf = ({ body }: Reply) => {
    expect(body.errors).toBeUndefined();
    return (body.data as { judgeIncident: Receipt }).judgeIncident;
  };

  async function leaves() {
    const rows = await queryRecords<{ leaf: Buffer }>(
      world.database.log,
      `select leaf from ${RECORDS} where log = $1 order by index`,
      [world.gateway.audit.log],
    );
    return rows.map(({ leaf }) => JSON.parse(leaf.toString('utf8')) as Leaf);
  }

  it('is done, and answers where its record stands', async () => {
    const id = await openIncident();
    const reply = await judge('auditor', { id, to: 'REPORTED' });
    const receipt = receiptOf(reply);
    expect(receipt).toMatchObject({ id, state: 'REPORTED', version: 3, actedAt: WORLD_NOW, log: 'gateway' });
    const written = await leaves();
    const [intent, act, answer] = written.slice(-3);
    // First that it is intended, then what is done, then what was answered: all of one request.
    expect([intent!.stage, act!.stage, answer!.stage]).toEqual(['INTENT', 'ADMIN', 'RELEASE']);
    expect(new Set([intent!.requestId, act!.requestId, answer!.requestId]).size).toBe(1);
    expect(act!.op.name).toBe(`guard incident ${id}: REPORTED`);
    expect(act!.actor).toEqual(intent!.actor);
    expect(receipt.index).toBe(act!.seq);
    expect(intent!.fields).toEqual([
      [
        'Mutation.judgeIncident',
        'allow',
        expect.stringMatching(/^urn:agr:hlbe:oversight-own:0013@\d+#acts$/),
      ],
    ]);
    expect(JSON.stringify(written)).not.toContain(NOTE);
  });

  it('is done once under its key, whoever waits for the answer', async () => {
    const id = await openIncident();
    const key = newKey();
    const both = await Promise.all([
      judge('auditor', { id, to: 'REPORTED', key }),
      judge('auditor', { id, to: 'REPORTED', key }),
    ]);
    const [first, second] = both.map(receiptOf);
    expect(second).toEqual(first);
    expect(receiptOf(await judge('auditor', { id, to: 'REPORTED', key }))).toEqual(first);
    const done = (await leaves()).filter(({ op }) => op.name?.startsWith(`guard incident ${id}`) === true);
    expect(done).toHaveLength(1);
  });

  it('is refused under a key that stands for another one, and under a key that is none', async () => {
    const id = await openIncident();
    const key = newKey();
    receiptOf(await judge('auditor', { id, to: 'REPORTED', key }));
    expect(codeOf(await judge('auditor', { id, to: 'CONFIRMED', version: 3, key }))).toBe('ACT_KEY_REUSED');
    expect(codeOf(await judge('auditor', { id, to: 'REPORTED', note: 'Another reason.', key }))).toBe(
      'ACT_KEY_REUSED',
    );
    expect(codeOf(await judge('auditor', { id, to: 'CONFIRMED', version: 3, key: 'short' }))).toBe(
      'ACT_KEY_INVALID',
    );
    // A key is its owner's: the same one in other hands is another.
    expect(receiptOf(await judge('steward', { id, to: 'CONFIRMED', version: 3, key })).state).toBe(
      'CONFIRMED',
    );
  });

  it('on what somebody changed meanwhile is refused; two persons release a mark, each having read the other', async () => {
    const id = await openIncident();
    receiptOf(await judge('steward', { id, to: 'REPORTED' }));
    expect(codeOf(await judge('auditor', { id, to: 'FALSE_POSITIVE' }))).toBe('ACT_STALE');
    const first = receiptOf(await judge('steward', { id, to: 'FALSE_POSITIVE', version: 3 }));
    expect(first).toMatchObject({ state: 'REPORTED', version: 4 });
    expect(codeOf(await judge('steward', { id, to: 'FALSE_POSITIVE', version: 4 }))).toBe(
      'INCIDENT_STEP_REFUSED',
    );
    const second = receiptOf(await judge('auditor', { id, to: 'FALSE_POSITIVE', version: 4 }));
    expect(second).toMatchObject({ state: 'FALSE_POSITIVE', version: 5 });
    const { body } = await world.ask('auditor', '{ guardIncidents { nodes { id state version } } }', {
      purpose: 'OVERSIGHT',
    });
    expect(body.data).toEqual({ guardIncidents: { nodes: [{ id, state: 'FALSE_POSITIVE', version: 5 }] } });
  });

  it('that the state does not allow is refused with those that it does', async () => {
    const id = await openIncident();
    const reply = await judge('auditor', { id, to: 'CLOSED' });
    expect(reply.body.data).toEqual({ judgeIncident: null });
    expect(reply.body.errors?.[0]?.extensions).toMatchObject({
      code: 'INCIDENT_STEP_REFUSED',
      allowed: ['REPORTED'],
      subgraph: 'oversight',
    });
  });

  it('that is not granted is not on the schema of its caller, is refused before anybody is asked, and leaves no intent', async () => {
    const id = await openIncident();
    const before = world.statements.length;
    const reply = await judge('analyst', { id, to: 'REPORTED' });
    expect([reply.body.data, codeOf(reply)]).toEqual([{ judgeIncident: null }, 'UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(world.statements.length).toBe(before);
    const last = (await leaves()).at(-1)!;
    expect([last.stage, last.fields[0]?.[1]]).toEqual(['DENY', 'deny:NO_AGREEMENT']);
    expect((await leaves()).filter(({ stage }) => stage === 'INTENT')).toEqual([]);
    const types = '{ __schema { mutationType { fields { name } } } }';
    const seen = await world.ask('auditor', types, { purpose: 'OVERSIGHT' });
    expect(JSON.stringify(seen.body.data)).toContain('judgeIncident');
    const unseen = await world.ask('analyst', types, { purpose: 'ROAD_SAFETY' });
    expect(JSON.stringify(unseen.body.data)).not.toContain('judgeIncident');
    expect(codeOf(await judge('public', { id, to: 'REPORTED' }))).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
  });

  it('is explained without being done', async () => {
    const id = await openIncident();
    const operation = `mutation { judgeIncident(id: "${id}", to: REPORTED, version: 2, note: "x", key: "k") { state } }`;
    const asked =
      'query ($operation: String!) { explain(operation: $operation) { fields { coordinate decision clause } } }';
    const options = { purpose: 'OVERSIGHT', variables: { operation } };
    const { body } = await world.ask('auditor', asked, options);
    expect(body.data).toMatchObject({
      explain: { fields: [{ coordinate: 'Mutation.judgeIncident', decision: 'allow' }, {}] },
    });
    expect(receiptOf(await judge('auditor', { id, to: 'REPORTED' })).version).toBe(3);
  });

  it('is asked for by POST alone', async () => {
    const id = await openIncident();
    const variables = { id, to: 'REPORTED', version: 2, note: NOTE, key: newKey() };
    const search = new URLSearchParams({ query: JUDGE, variables: JSON.stringify(variables) });
    const reply = await world.gateway.app.inject({
      method: 'GET',
      url: `/graphql?${search.toString()}`,
      headers: {
        authorization: `Bearer ${await world.tokenFor('auditor')}`,
        'lukou-purpose': 'OVERSIGHT',
      },
    });
    expect(reply.statusCode).toBe(405);
    expect(reply.headers['allow']).toBe('POST');
    expect((await leaves()).filter(({ stage }) => stage === 'INTENT')).toEqual([]);
  });

  it('is not done where its intent cannot be recorded, nor where its own record cannot', async () => {
    const id = await openIncident();
    const { audit } = world.gateway;
    const record = audit.record.bind(audit);
    for (const failing of ['INTENT', 'ADMIN'] as const) {
      const failAt: typeof record = (entry) =>
        entry.stage === failing ? Promise.reject(new LukouError('AUDIT_UNAVAILABLE')) : record(entry);
      Object.assign(audit, { record: failAt });
      const reply = await judge('auditor', { id, to: 'REPORTED' });
      expect(reply.body.data ?? { judgeIncident: null }).toEqual({ judgeIncident: null });
      expect(reply.body.errors).toBeDefined();
      Object.assign(audit, { record });
      const { rows } = await world.database.app.query(
        'select from oversight.guard_incident_step where incident_id = $1',
        [id],
      );
      expect(rows).toHaveLength(2);
    }
    receiptOf(await judge('auditor', { id, to: 'REPORTED' }));
  });

  it('reviews a broken glass by the code of the terminal', async () => {
    const variables = {
      id: '019c0000-0000-7000-8000-000000000000',
      verdict: 'JUSTIFIED',
      note: NOTE,
      key: newKey(),
    };
    const reply = await world.ask('justice-steward', REVIEW, { purpose: 'OVERSIGHT', variables });
    expect(codeOf(reply)).toBe('REVIEW_UNKNOWN');
    expect(codeOf(await world.ask('steward', REVIEW, { purpose: 'OVERSIGHT', variables }))).toBe(
      'UNAUTHORIZED_FIELD_OR_TYPE',
    );
  });
});

interface Receipt {
  readonly state: string;
  readonly version: number;
  readonly index: number;
}

interface Leaf {
  readonly seq: number;
  readonly stage: string;
  readonly requestId: string;
  readonly actor: object;
  readonly op: { readonly name: string | null };
  readonly fields: readonly (readonly [string, string, string])[];
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
