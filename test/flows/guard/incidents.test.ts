import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { INCIDENT_MOVES, type IncidentState } from '../../../src/classification/index.ts';
import { stoppedClock } from '../../../src/base/index.ts';
import type { Principal } from '../../../src/identity/index.ts';
import { ingestFile, IngestRefusal, readAdapter } from '../../../src/ingest/index.ts';
import { judgeIncident, type JudgePorts } from '../../../src/request/index.ts';
import { createIncidentJudge, createIngestStore } from '../../../src/storage/index.ts';
import { createIngestLog, openIncidentDesk, openNotifier } from '../../../src/wiring/index.ts';
import { checkpointAdapter } from '../../rules/ingest/memory-intake.ts';
import { copySample } from '../../world/open-sample-world.ts';
import { openWorld, type Reply, type World, WORLD_NOW } from '../../world/open-world.ts';
import { queryRecords } from '../../world/query-records.ts';

// Nobody's mark: a heading that a committee is called by. The grammar takes it for one, and two persons do not.
const INNOCENT = '密级：秘密';
const MARKED = '机密★10年';
const NOTE = 'Seen on paper, with the file.';
const ADAPTER = readAdapter(checkpointAdapter({ name: 'name' }), 'incident.yaml');
const SECRET = Buffer.alloc(32, 2);

const person = (pseudonym: string, agency: string, role: 'steward' | 'auditor' | 'analyst'): Principal =>
  ({ agency, role, pseudonym, authMethod: 'jwt', issuedAtMs: Date.parse(WORLD_NOW) }) as unknown as Principal;
const AUDITOR = person('p1_auditor', 'AG-OVERSIGHT', 'auditor');
const STEWARD = person('p1_steward', 'AG-TRAFFIC-POLICE', 'steward');
const STRANGER = person('p1_stranger', 'AG-JUSTICE-BUREAU', 'steward');
const ANALYST = person('p1_analyst', 'AG-TRAFFIC-POLICE', 'analyst');

interface IncidentRow {
  readonly id: string;
  readonly gate: string;
  readonly state: IncidentState;
  readonly rule: string;
  readonly line: number | null;
  readonly sourceName: string | null;
  readonly owners: readonly string[];
  readonly steps: readonly { readonly state: string; readonly actor: string }[];
}

describe('An incident of the guard', () => {
  let world: World;
  let judgePorts: JudgePorts;
  beforeEach(async () => {
    world = await openWorld(await copySample());
    judgePorts = {
      incidents: createIncidentJudge(world.database.app),
      log: world.gateway.audit,
      clock: stoppedClock(WORLD_NOW),
    };
  }, 120_000);
  afterEach(() => world.close());

  const ingest = (text: string, adapter = ADAPTER) =>
    ingestFile(
      { adapter, name: 'list.csv', stream: once(text) },
      {
        store: createIngestStore(world.database.ingest),
        log: createIngestLog(world.gateway.audit),
        incidents: openIncidentDesk({ database: world.database, secret: SECRET, notify: () => undefined }),
        clock: stoppedClock(WORLD_NOW),
      },
    );

  async function refuse(text: string, adapter = ADAPTER): Promise<string> {
    const refusal: unknown = await ingest(text, adapter).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(IngestRefusal);
    return (refusal as IngestRefusal).incident.id;
  }

  const say = (who: Principal, id: string, state: IncidentState, note = NOTE) =>
    judgeIncident(who, { id, state, note }, judgePorts);

  async function list(filter = '{}', as: 'auditor' | 'steward' | 'justice-steward' = 'auditor') {
    const query = `{ guardIncidents(filter: ${filter}) {
      nodes { id gate state rule line sourceName owners steps { state actor } }
    } }`;
    const { body } = await world.ask(as, query, { purpose: 'OVERSIGHT' });
    expect(body.errors).toBeUndefined();
    return (body.data as { guardIncidents: { nodes: IncidentRow[] } }).guardIncidents.nodes;
  }

  it('holds where and by which rule, is told to whom it concerns, and to nobody else', async () => {
    const id = await refuse(`id,name\n1,桥头\n2,${MARKED}\n`);
    const [incident] = await list();
    expect(incident).toEqual({
      id,
      gate: 'INGEST',
      state: 'BLOCKED',
      rule: 'cn.mark',
      line: 3,
      sourceName: 'list.csv',
      owners: ['AG-TRAFFIC-POLICE'],
      steps: [
        { state: 'DETECTED', actor: 'gate' },
        { state: 'BLOCKED', actor: 'gate' },
      ],
    });
    expect(await list('{ gate: INGEST, state: BLOCKED }', 'steward')).toEqual([incident]);
    expect(await list('{ gate: EGRESS }')).toEqual([]);
    expect(await list('{ owner: "AG-TRAFFIC-POLICE" }', 'justice-steward')).toEqual([]);
    expect(await list(`{ id: "${id}" }`)).toEqual([incident]);
    expect(await list(`{ id: "${id}" }`, 'justice-steward')).toEqual([]);
    expect(await list('{ id: "w-0017" }')).toEqual([]);
  });

  it('is opened for what the gate cannot judge as well: a label that nobody knows, and binary content', async () => {
    const labels = checkpointAdapter({ name: 'name' }).replace(
      'label: INTERNAL',
      'label: { column: level, table: { open: PUBLIC } }',
    );
    const unlabelled = await refuse('id,name,level\n1,a,friends\n', readAdapter(labels, 'labels.yaml'));
    const packed = await refuse('PK\u0003\u0004');
    const shown = (await list()).map(({ id, rule, line, state }) => ({ id, rule, line, state }));
    expect(shown).toEqual(
      expect.arrayContaining([
        { id: unlabelled, rule: 'label.unknown', line: 2, state: 'BLOCKED' },
        { id: packed, rule: 'opaque.binary-file', line: null, state: 'BLOCKED' },
      ]),
    );
    expect(shown).toHaveLength(2);
  });

  it('is released by two different persons, and then the source is taken in', async () => {
    const file = `id,name\nnew-1,桥头\nnew-2,${INNOCENT}\n`;
    const id = await refuse(file);
    expect(await say(STEWARD, id, 'REPORTED')).toMatchObject({ state: 'REPORTED' });
    expect(await say(STEWARD, id, 'FALSE_POSITIVE')).toMatchObject({ state: 'REPORTED' });
    // One person alone, however often, releases nothing.
    await expect(say(STEWARD, id, 'FALSE_POSITIVE')).rejects.toMatchObject({ code: 'INCIDENT_STEP_REFUSED' });
    await refuse(file);
    const { state, index } = await say(AUDITOR, id, 'FALSE_POSITIVE');
    expect(state).toBe('FALSE_POSITIVE');
    expect(await ingest(file)).toMatchObject({ rowsWritten: 2 });
    // And may leave, too: the same text is let through at the last gate.
    const reply = await ask('new-2');
    expect(reply.body.data).toEqual({ checkpoint: { name: INNOCENT } });
    expect(await recordName(index)).toBe(`guard incident ${id}: FALSE_POSITIVE`);
    expect(await say(AUDITOR, id, 'CLOSED')).toMatchObject({ state: 'CLOSED' });
    await expect(ingest(file)).resolves.toMatchObject({ rowsWritten: 0 });
    // Released was that text, and no other.
    await refuse(`id,name\nnew-3,${MARKED}\n`);
    await refuse(`id,name\nnew-4,${INNOCENT}\nnew-5,${MARKED}\n`);
  });

  it('that one person confirms stays stopped, whoever says otherwise', async () => {
    const file = `id,name\n1,${INNOCENT}\n`;
    const id = await refuse(file);
    await say(AUDITOR, id, 'REPORTED');
    await say(AUDITOR, id, 'FALSE_POSITIVE');
    expect(await say(STEWARD, id, 'CONFIRMED')).toMatchObject({ state: 'CONFIRMED' });
    await expect(say(STEWARD, id, 'FALSE_POSITIVE')).rejects.toMatchObject({ code: 'INCIDENT_STEP_REFUSED' });
    await say(STEWARD, id, 'CLOSED');
    await refuse(file);
  });

  it('is judged by those only who answer for the data, and never with a mark in the reason', async () => {
    const id = await refuse(`id,name\n1,${MARKED}\n`);
    await expect(say(STRANGER, id, 'REPORTED')).rejects.toMatchObject({ code: 'INCIDENT_UNKNOWN' });
    await expect(say(ANALYST, id, 'REPORTED')).rejects.toMatchObject({ code: 'INCIDENT_REFUSED' });
    await expect(say(AUDITOR, id, 'REPORTED', `It says ${MARKED}.`)).rejects.toMatchObject({
      code: 'INCIDENT_NOTE_INVALID',
    });
    await expect(say(AUDITOR, 'x', 'REPORTED')).rejects.toMatchObject({ code: 'INCIDENT_UNKNOWN' });
  });

  it('takes no step that is not in the table, in the flow or around it', async () => {
    const id = await refuse(`id,name\n1,${MARKED}\n`);
    for (const state of ['DETECTED', 'BLOCKED', 'FALSE_POSITIVE', 'CONFIRMED', 'CLOSED'] as const) {
      await expect(say(AUDITOR, id, state)).rejects.toMatchObject({ code: 'INCIDENT_STEP_REFUSED' });
      await expect(insertStep(id, state, 'p1_x', 'AG-OVERSIGHT')).rejects.toMatchObject({ code: '23514' });
    }
    await expect(insertStep(id, 'REPORTED', 'p1_x', 'AG-JUSTICE-BUREAU')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(
      world.database.app.query(`update oversight.guard_incident_step set state = 'CLOSED'`),
    ).rejects.toMatchObject({ code: '42501' });
  });

  const insertStep = (id: string, state: string, actor: string, agency: string) =>
    world.database.app.query(
      `insert into oversight.guard_incident_step (incident_id, ordinal, state, taken_at, actor, agency, role, note)
       values ($1, 9, $2, now(), $3, $4, 'auditor', 'x')`,
      [id, state, actor, agency],
    );

  it('has the same steps in the code and in the database', async () => {
    const { rows } = await world.database.app.query(
      'select from_state as "from", to_state as "to", by_gate as "byGate", persons from oversight.guard_move',
    );
    const expected = INCIDENT_MOVES.map(({ from, to, by, persons }) => ({
      from,
      to,
      byGate: by === 'gate',
      persons,
    }));
    expect(rows).toEqual(expected);
  });

  const ask = (id: string): Promise<Reply> =>
    world.ask('analyst', `{ checkpoint(id: "${id}") { name } }`, { purpose: 'ROAD_SAFETY' });

  async function recordName(index: number): Promise<string> {
    const rows = await queryRecords<{ operation_name: string }>(
      world.database.log,
      `select operation_name from oversight.disclosure where log = $1 and index = $2`,
      [world.gateway.audit.log, index],
    );
    return rows[0]!.operation_name;
  }
});

describe('Whoever has to hear of an incident', () => {
  const notice = {
    incident: '019c0000-0000-7000-8000-000000000000',
    gate: 'EGRESS',
    rule: 'cn.mark',
    state: 'BLOCKED',
    detectedAt: '2026-03-02T01:00:00.000Z',
  } as const;
  const messages: string[] = [];
  let server: Server | undefined;
  afterEach(async () => {
    messages.length = 0;
    server?.closeAllConnections();
    await new Promise((done) => (server === undefined ? done(null) : server.close(done)));
    server = undefined;
  });

  async function listen(onRequest: Parameters<typeof createServer>[1]): Promise<string> {
    server = createServer(onRequest);
    await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  }

  it('is sent it, and a line is said', async () => {
    const bodies: string[] = [];
    const url = await listen((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => bodies.push(text));
      request.on('end', () => response.writeHead(204).end());
    });
    const notifier = openNotifier(url, (message) => messages.push(message));
    notifier.notify(notice);
    await notifier.settle();
    expect(bodies.map((text) => JSON.parse(text) as unknown)).toEqual([notice]);
    expect(messages).toEqual([
      `guard: the EGRESS gate stopped what may not be online (rule cn.mark); incident ${notice.incident}`,
    ]);
  });

  it.each([
    ['refuses', 500],
    ['leads elsewhere', 302],
  ])('that %s is told of, and holds up nobody', async (_what, status) => {
    const url = await listen((_request, response) =>
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(),
    );
    const notifier = openNotifier(url, (message) => messages.push(message));
    notifier.notify(notice);
    expect(messages).toHaveLength(1);
    await notifier.settle();
    expect(messages[1]).toMatch(/^guard: incident 019c0000.* was not told: /);
  });
});

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
