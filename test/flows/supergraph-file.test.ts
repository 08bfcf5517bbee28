import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';

const WEATHER = `
  extend schema @owner(agency: "AG-WEATHER")
    @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
  type Query { "Warnings in force." weatherWarnings: [WeatherWarning!] @sensitivity(level: PUBLIC) }
  "A warning." type WeatherWarning @key(fields: "id") {
    "Id." id: ID! @sensitivity(level: PUBLIC)
    "Since when." since: DateTime @sensitivity(level: PUBLIC)
    "Who reported it." reporter: String @sensitivity(level: INTERNAL)
  }
`;

const AGREEMENT = `
apiVersion: lukou/v1
kind: Agreement
uid: urn:agr:test:weather-public:0001
version: 1
assigner: AG-WEATHER
assignee: AG-PUBLIC
conflict: prohibit
valid: { from: 2026-01-01T00:00:00+08:00, until: 2031-01-01T00:00:00+08:00 }
legalBasis: { code: LB-OPEN-01, document: 'sha256:${'0'.repeat(64)}' }
appliesTo: [{ leftOperand: role, operator: isAnyOf, rightOperand: [public] }]
permission:
  - { id: p1, action: read, target: [Query.weatherWarnings, WeatherWarning.id] }
  - { id: p2, action: read, target: [WeatherWarning.since], mask: { fn: time.bucket, d: PT1H } }
`;

/** A foreign agency: answers whatever it is asked with everything that it has, and knows nothing of agreements. */
function openWeather(asked: string[], headers: IncomingHttpHeaders[]): Server {
  return createServer((request, response) => {
    headers.push(request.headers);
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      asked.push(Buffer.concat(parts).toString('utf8'));
      const warning = {
        __typename: 'WeatherWarning',
        id: 'W-1',
        since: '2026-03-02T08:41:00+08:00',
        reporter: 'Mrs. Ma',
      };
      response.setHeader('content-type', 'application/json');
      // Under every name that a query may have chosen.
      const { query } = JSON.parse(asked.at(-1)!) as { query: string };
      const root = /(\w+): *weatherWarnings/.exec(query)?.[1] ?? 'weatherWarnings';
      const fields = [...query.matchAll(/(\w+): *(id|since|reporter)\b/g)].map(([, alias, field]) => [
        alias,
        warning[field as 'id'],
      ]);
      const row = { ...warning, ...(Object.fromEntries(fields) as object) };
      response.end(JSON.stringify({ data: { [root]: [row] } }));
    });
  });
}

describe('A gateway that is started with a supergraph file', () => {
  let folder: string;
  let world: World;
  let weather: Server;
  const asked: string[] = [];
  const headers: IncomingHttpHeaders[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-supergraph-'));
    await cp('agreements', join(folder, 'agreements'), { recursive: true });
    await writeFile(join(folder, 'agreements', 'weather.yaml'), AGREEMENT);
    await writeFile(join(folder, 'weather.graphql'), WEATHER);
    weather = openWeather(asked, headers).listen(0, '127.0.0.1');
    await new Promise((resolve) => weather.once('listening', resolve));
    const gone = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => gone.once('listening', resolve));
    const nobody = (gone.address() as AddressInfo).port;
    await new Promise((resolve) => gone.close(resolve));
    await writeFile(
      join(folder, 'supergraph.yaml'),
      `subgraphs:
  - { name: traffic, local: true }
  - { name: checkpoint, local: true }
  - { name: mediation, url: 'http://127.0.0.1:${nobody}/graphql' }
  - { name: oversight, local: true }
  - { name: weather, url: 'http://127.0.0.1:${(weather.address() as AddressInfo).port}/', foreign: true, schema: weather.graphql }
`,
    );
    world = await openSampleWorld({
      LUKOU_DATA: join(folder, 'data'),
      LUKOU_AGREEMENTS: join(folder, 'agreements'),
      LUKOU_SUPERGRAPH: join(folder, 'supergraph.yaml'),
    });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    weather.closeAllConnections();
    await new Promise((resolve) => weather.close(resolve));
    await rm(folder, { recursive: true });
  });

  it('masks what a foreign agency answers when it arrives, and never asks it for what is denied', async () => {
    const { body } = await world.ask('public', '{ weatherWarnings { id since reporter } }');
    expect(body.data).toEqual({
      weatherWarnings: [{ id: 'W-1', since: '2026-03-02T08:00:00+08:00', reporter: null }],
    });
    expect(body.errors?.map(({ path }) => path)).toEqual([['weatherWarnings', 'reporter']]);
    expect(asked.join()).not.toContain('reporter');
  });

  it('carries the trace of a request on to an agency, and no other header of the client’s', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const span = '00f067aa0ba902b7';
    const sent = {
      traceparent: `00-${trace}-${span}-01`,
      tracestate: 'mine=1',
      baggage: 'mine=1',
      mine: '1',
    };
    await world.ask('public', '{ weatherWarnings { id } }', { headers: sent });
    const { traceparent, ...others } = headers.at(-1)!;
    expect(traceparent).toMatch(new RegExp(`^00-${trace}-(?!${span})[0-9a-f]{16}-01$`));
    expect(Object.keys(others).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'content-length',
      'content-type',
      'host',
    ]);
  });

  it('starts although an agency cannot be reached, fails that agency’s fields only, and says which one is away', async () => {
    const { status, body } = await world.ask(
      'justice',
      '{ mediationCases(first: 1) { nodes { id } } roadSegments(first: 1) { nodes { id } } }',
      { purpose: 'MEDIATION' },
    );
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      mediationCases: null,
      roadSegments: { nodes: [{ id: expect.any(String) }] },
    });
    expect(body.errors?.[0]?.extensions['code']).toBe('SUBGRAPH_FAULT');
    const ready = await world.gateway.app.inject('/health/ready');
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { ready: true, unreachable: ['mediation'], refused: [] },
    ]);
  });

  it('starts with no promise about the rows of a foreign agency, and takes none in while it runs', async () => {
    const path = join(folder, 'weather.graphql');
    await writeFile(path, WEATHER.replace('type WeatherWarning', 'type WeatherWarning @rowScoped'));
    try {
      const refused = /weather: WeatherWarning: .*remove @rowScoped/;
      await expect(
        openSampleWorld({ LUKOU_SUPERGRAPH: join(folder, 'supergraph.yaml') }),
      ).rejects.toMatchObject({ code: 'SCHEMA_INVALID', message: expect.stringMatching(refused) });
      await world.gateway.renew();
      await world.gateway.renew();
      expect(world.messages.at(-1)).toMatch(/^ALARM: new schema refused/);
      expect(world.messages.at(-1)).toMatch(refused);
      expect((await world.ask('public', '{ weatherWarnings { id } }')).body.data).toMatchObject({
        weatherWarnings: [{ id: 'W-1' }],
      });
    } finally {
      await writeFile(path, WEATHER);
      await world.gateway.renew();
    }
  });

  it('refuses to start with a file that is wrong', async () => {
    const path = join(folder, 'wrong.yaml');
    await writeFile(path, 'subgraphs: [{ name: weather, local: true }]\n');
    await expect(openSampleWorld({ LUKOU_SUPERGRAPH: path })).rejects.toMatchObject({
      code: 'SETTING_INVALID',
      message: expect.stringMatching(/weather cannot be local/),
    });
  });
});
