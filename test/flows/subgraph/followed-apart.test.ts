import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stoppedClock } from '../../../src/base/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { type AgencyWorld, openAgencyWorld, TRANSPORT } from '../../world/open-agency.ts';
import { WORLD_NOW } from '../../world/open-world.ts';
import { until } from '../../world/until.ts';
import { type LiveWorld, openLiveWorld, type Told } from '../stream/live-world.ts';

const EVENTS = `subscription ($in: AdminDivisionCode, $after: Int) {
  roadEventChanged(divisionCode: $in, afterNumber: $after) { id status divisionCode } }`;
const ROAD_SAFETY = { purpose: 'ROAD_SAFETY' };

const idsOf = (told: readonly Told[]): unknown[] =>
  told.flatMap(({ data }) => data?.['roadEventChanged']?.['id'] ?? []);
const codesOf = (told: readonly Told[]): unknown[] =>
  told.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions['code']));

describe('Events of an agency in a process of its own', () => {
  const clock = stoppedClock(WORLD_NOW);
  let folder: string;
  let database: TestDatabase;
  let agency: AgencyWorld;
  let world: LiveWorld;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-followed-'));
    database = await createTestDatabase();
    agency = await openTraffic(0);
    const { port } = agency.agency.app.server.address() as AddressInfo;
    const listed = [
      { name: 'traffic', url: `http://127.0.0.1:${port}/graphql` },
      ...['checkpoint', 'mediation', 'oversight'].map((name) => ({ name, local: true })),
    ];
    await writeFile(join(folder, 'supergraph.yaml'), JSON.stringify({ subgraphs: listed }));
    const settings = { LUKOU_DATA: folder, LUKOU_SUPERGRAPH: join(folder, 'supergraph.yaml') };
    world = await openLiveWorld(settings, { clock });
  }, 120_000);
  afterAll(async () => {
    await world?.close();
    await agency?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function openTraffic(port: number): Promise<AgencyWorld> {
    const opened = await openAgencyWorld('traffic', database, {
      keyFolder: join(folder, 'gateway-key'),
      logFolder: join(folder, 'traffic-log'),
      clock,
    });
    await opened.agency.app.listen({ host: '127.0.0.1', port });
    return opened;
  }

  /** As the agency's own intake writes it, in its own database. */
  async function report(id: string, division = '150724', label = 'PUBLIC'): Promise<void> {
    await database.ingest.query(
      `insert into traffic.road_event (id, valid_from, online_label, event_kind, status, division_code)
         values ($1, '2026-03-02T08:00:00+08:00', $3, 'CLOSURE', 'ACTIVE', $2)`,
      [id, division, label],
    );
  }

  /** Asks the agency's door as the gateway does, for its events; what it says until so many of them are there. */
  async function readWire(after: number, events: number): Promise<string> {
    const { port } = agency.agency.app.server.address() as AddressInfo;
    const { body, headers } = await agency.sign(EVENTS, { after });
    const gone = new AbortController();
    const reply = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body,
      signal: gone.signal,
    });
    let said = '';
    for await (const chunk of reply.body!) {
      said += Buffer.from(chunk).toString();
      if (said.split('event: next').length > events + 1) break;
    }
    gone.abort();
    return said;
  }

  it('reach whoever subscribes at a gateway, each as the agency itself decides and masks it', async () => {
    const { told, stop } = await world.follow('graphql-sse', 'analyst', EVENTS, ROAD_SAFETY);
    expect(codesOf(told)).toEqual([]);
    await report('apart-1');
    await report('apart-2', '150723');
    await until(() => told.length === 2);
    expect(idsOf(told)).toEqual(['apart-1', 'apart-2']);
    expect(told.map(({ extensions }) => extensions?.event?.number)).toEqual([1, 2]);
    stop();
  });

  it('are told after a number, to each reader those of the divisions asked for', async () => {
    const variables = { in: '150723', after: 0 };
    const { told, stop } = await world.follow('graphql-ws', 'analyst', EVENTS, { ...ROAD_SAFETY, variables });
    await until(() => told.length === 1);
    expect(idsOf(told)).toEqual(['apart-2']);
    stop();
  });

  it('go on after the last number when the agency comes back, none passed over and none twice', async () => {
    const { told, stop } = await world.follow('graphql-sse', 'analyst', EVENTS, ROAD_SAFETY);
    await report('apart-3');
    await until(() => told.length === 1);
    const { port } = agency.agency.app.server.address() as AddressInfo;
    await agency.agency.close();
    await report('apart-4');
    agency = await openTraffic(port);
    await report('apart-5');
    await until(() => told.length === 3);
    expect(idsOf(told)).toEqual(['apart-3', 'apart-4', 'apart-5']);
    expect(codesOf(told)).toEqual([]);
    stop();
  });

  it('are asked for anew when a signature is a minute old, and go on', async () => {
    const asked: string[] = [];
    agency.agency.app.server.on('request', ({ headers }) => void asked.push(headers.accept ?? ''));
    const streams = (): number => asked.filter((accept) => accept === 'text/event-stream').length;
    const { told, stop } = await world.follow('graphql-sse', 'analyst', EVENTS, ROAD_SAFETY);
    await report('apart-6');
    await until(() => told.length === 1);
    clock.moveTo(new Date(clock.nowMs() + 61_000).toISOString());
    await report('apart-7');
    await until(() => told.length === 2);
    expect(idsOf(told)).toEqual(['apart-6', 'apart-7']);
    expect(streams()).toBe(2);
    stop();
  });

  it('are told of as forgotten where they are not there any more', async () => {
    const variables = { after: 1_000 };
    const { told, ended } = await world.follow('graphql-sse', 'analyst', EVENTS, {
      ...ROAD_SAFETY,
      variables,
    });
    await ended;
    expect(codesOf(told)).toEqual(['EVENTS_FORGOTTEN']);
  });

  it('cross the wire as numbers and sealed texts, which open for nobody else’s question and no other number', async () => {
    const query = 'subscription { roadEventChanged(afterNumber: 0) { id status } }';
    const said = await readWire(0, 2);
    expect(said).toContain('data: {"after":0}');
    expect(said).not.toContain('apart-');
    const events = [...said.matchAll(/^data: (\{"number".*)$/gm)]
      .map(([, text]) => JSON.parse(text!) as { number: number; id: string })
      .slice(0, 2);
    expect(events.map(({ number }) => number)).toEqual([1, 2]);
    const ask = async (event: object, other: object = {}): Promise<string> => {
      const signed = await agency.sign(query, {}, { ask: other, event });
      return (await agency.send(signed)).text;
    };
    expect(await ask(events[0]!)).toContain('"id":"apart-1"');
    expect(await ask({ ...events[0], number: 2 })).toContain('CURSOR_INVALID');
    expect(await ask({ number: 1, id: 'apart-1' })).toContain('CURSOR_INVALID');
    expect(await ask(events[0]!, { ...TRANSPORT, agency: 'AG-JUSTICE-BUREAU' })).not.toContain('apart-1');
  });

  it('are refused to whoever is no trusted gateway, as any question', async () => {
    const { body } = await agency.sign(EVENTS);
    const { status, text } = await agency.send({ body, headers: { accept: 'text/event-stream' } });
    expect([status, text]).toEqual([401, expect.stringContaining('CONTEXT_REFUSED')]);
  });
});
