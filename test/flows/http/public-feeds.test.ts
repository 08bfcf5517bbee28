import * as z from 'zod';
import { stoppedClock } from '../../../src/base/index.ts';
import { createTestDatabase } from '../../postgres/database.ts';
import { copyAgreements } from '../../world/copy-agreements.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import { openWorld, type World, WORLD_NOW } from '../../world/open-world.ts';
import { queryRecords, RECORDS } from '../../world/query-records.ts';

// After the schemas of WZDx 4.2 (github.com/usdot-jpo-ode/wzdx, schemas/4.2), as far as our features use them, and strictly.
const utc = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const wzdx = z.strictObject({
  feed_info: z.strictObject({
    publisher: z.string(),
    version: z.literal('4.2'),
    update_date: utc,
    update_frequency: z.int().min(1),
    data_sources: z
      .array(z.strictObject({ data_source_id: z.string(), organization_name: z.string() }))
      .min(1),
  }),
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.strictObject({
      id: z.string(),
      type: z.literal('Feature'),
      properties: z.strictObject({
        core_details: z.strictObject({
          event_type: z.enum(['work-zone', 'detour']),
          data_source_id: z.string(),
          road_names: z.array(z.string().min(1)).min(1),
          direction: z.enum(['northbound', 'eastbound', 'southbound', 'westbound', 'undefined', 'unknown']),
        }),
        start_date: utc,
        end_date: utc,
        is_start_date_verified: z.boolean(),
        is_end_date_verified: z.boolean(),
        is_start_position_verified: z.boolean(),
        is_end_position_verified: z.boolean(),
        location_method: z.enum([
          'channel-device-method',
          'sign-method',
          'junction-method',
          'other',
          'unknown',
        ]),
        vehicle_impact: z.enum([
          'all-lanes-closed',
          'some-lanes-closed',
          'all-lanes-open',
          'alternating-one-way',
          'unknown',
        ]),
        types_of_work: z.array(z.strictObject({ type_name: z.literal('maintenance') })).optional(),
      }),
      geometry: z.strictObject({ type: z.literal('LineString'), coordinates: z.array(position).min(2) }),
    }),
  ),
});

// After developers.google.com/waze/data-feed/cifs-specification; POLICE and CHIT_CHAT are not ours to say.
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
const cifs = z.strictObject({
  incidents: z.array(
    z.strictObject({
      incident: z.strictObject({
        id: z.string().min(1),
        type: z.enum(['ROAD_CLOSED', 'ACCIDENT', 'HAZARD', 'JAM']),
        subtype: z.string().optional(),
        polyline: z.string().regex(/^-?\d+\.\d{6} -?\d+\.\d{6}(?: -?\d+\.\d{6} -?\d+\.\d{6})+$/),
        direction: z.enum(['BOTH_DIRECTIONS', 'ONE_DIRECTION']),
        street: z.string().min(1),
        starttime: instant,
        endtime: instant.optional(),
      }),
    }),
  ),
});

const WZDX = '/public/wzdx.geojson';
const CIFS = '/public/cifs.json';
const get = (world: World, url: string, headers: Record<string, string> = {}) =>
  world.gateway.app.inject({ method: 'GET', url, headers });

describe('Public travel information', () => {
  const clock = stoppedClock(WORLD_NOW);
  let nowMs = Date.parse(WORLD_NOW);
  let world: World;
  let segmentId: string;
  beforeAll(async () => {
    world = await openSampleWorld({}, { clock });
    const { rows } = await world.database.ingest.query<{ id: string }>(
      'select id from traffic.road_segment where geometry is not null order by id limit 1',
    );
    segmentId = rows[0]!.id;
  }, 180_000);
  afterAll(() => world.close());
  // What was kept for the test before is not kept any more.
  beforeEach(() => later(60));

  function later(seconds: number): void {
    nowMs += seconds * 1_000;
    clock.moveTo(new Date(nowMs).toISOString());
  }

  async function report(id: string, change: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const event = {
      event_kind: 'CLOSURE',
      status: 'ACTIVE',
      segment_id: segmentId,
      road_code: 'X904',
      vehicle_impact: 'ALL_LANES_CLOSED',
      valid_from: '2026-03-01T08:00:00+08:00',
      ...change,
    };
    const columns = Object.keys(event);
    await world.database.ingest.query(
      `insert into traffic.road_event (id, online_label, ${columns.join(', ')})
         values ($1, 'PUBLIC', ${columns.map((_name, at) => `$${at + 2}`).join(', ')})`,
      [id, ...Object.values(event)],
    );
  }
  const incidents = async () =>
    cifs.parse((await get(world, CIFS)).json()).incidents.map(({ incident }) => incident);

  it('is a feed of WZDx 4.2 with the winter’s closures', async () => {
    const { statusCode, headers, body } = await get(world, WZDX);
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/geo+json']);
    const { features } = wzdx.parse(JSON.parse(body));
    expect(features.length).toBeGreaterThan(3);
    expect(features[0]!.properties).toMatchObject({
      vehicle_impact: 'all-lanes-closed',
      // Nobody knows when it ends: it lasts tomorrow still.
      end_date: '2026-03-03T16:00:00Z',
      is_end_date_verified: false,
    });
  });

  it('is a CIFS feed, in latitude and longitude, along the direction of travel', async () => {
    await report('up', { direction: 'UP', valid_to: '2026-03-05T08:00:00+08:00' });
    await report('down', { direction: 'DOWN', event_kind: 'ROADWORKS', vehicle_impact: 'SOME_LANES_CLOSED' });
    const [down, up] = (await incidents()).filter(({ id }) => ['up', 'down'].includes(id));
    expect(up).toMatchObject({
      type: 'ROAD_CLOSED',
      subtype: 'ROAD_CLOSED_HAZARD',
      direction: 'ONE_DIRECTION',
      starttime: '2026-03-01T08:00:00+08:00',
      endtime: '2026-03-05T08:00:00+08:00',
    });
    expect(down).toMatchObject({ type: 'HAZARD', subtype: 'HAZARD_ON_ROAD_CONSTRUCTION' });
    const pairs = (polyline: string): string[] => polyline.match(/\S+ \S+/g)!;
    expect(pairs(down!.polyline)).toEqual(pairs(up!.polyline).toReversed());
    const { rows } = await world.database.ingest.query<{ lon: number; lat: number }>(
      `select (geometry #>> '{coordinates,0,0}')::float8 as lon, (geometry #>> '{coordinates,0,1}')::float8 as lat
         from traffic.road_segment where id = $1`,
      [segmentId],
    );
    expect(pairs(up!.polyline)[0]).toBe(`${rows[0]!.lat.toFixed(6)} ${rows[0]!.lon.toFixed(6)}`);
  });

  it('tells of nothing that is not verified, not real, over, or of no place', async () => {
    await report('told');
    await report('unverified', { status: 'REPORTED' });
    await report('false', { status: 'FALSE_ALARM' });
    await report('cleared', { status: 'CLEARED' });
    await report('exercise', { information_status: 'SECURITY_EXERCISE' });
    await report('over', { valid_to: '2026-03-02T08:00:00+08:00' });
    await report('nowhere', { segment_id: null });
    const ids = (await incidents()).map(({ id }) => id);
    expect(ids.filter((id) => !id.startsWith('EV-'))).toEqual(expect.arrayContaining(['told']));
    const hidden = new Set(['unverified', 'false', 'cleared', 'exercise', 'over', 'nowhere']);
    expect(ids.filter((id) => hidden.has(id))).toEqual([]);
  });

  it('is read once for all who ask in half a minute, and not sent again to whoever has it', async () => {
    const { headers } = await get(world, WZDX);
    const sent = world.statements.length;
    const etag = headers['etag'] as string;
    expect(headers['cache-control']).toBe('public, max-age=30');
    const again = await get(world, WZDX, { 'if-none-match': etag });
    expect([again.statusCode, again.body, again.headers['etag']]).toEqual([304, '', etag]);
    expect((await get(world, WZDX, { 'if-none-match': `"other", W/${etag}` })).statusCode).toBe(304);
    expect((await get(world, WZDX, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    await Promise.all([get(world, CIFS), get(world, CIFS)]);
    expect(world.statements.length).toBe(sent);
    // Half a minute later it is read again, and is the same.
    later(31);
    expect((await get(world, WZDX, { 'if-none-match': etag })).statusCode).toBe(304);
    expect(world.statements.length).toBeGreaterThan(sent);
    await report('new');
    later(31);
    expect((await get(world, WZDX, { 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('is an answer to the public, recorded as such, whatever token is shown', async () => {
    const authorization = `Bearer ${await world.tokenFor('transport')}`;
    const { body } = await get(world, CIFS, { authorization, 'lukou-purpose': 'ROAD_SAFETY' });
    cifs.parse(JSON.parse(body));
    const [newest] = await queryRecords<{ leaf: Buffer }>(
      world.database.log,
      `select leaf from ${RECORDS} where log = $1 order by index desc limit 1`,
      [world.gateway.audit.log],
    );
    const leaf = JSON.parse(newest!.leaf.toString('utf8')) as Leaf;
    expect(leaf).toMatchObject({
      stage: 'RELEASE',
      actor: { role: 'public', agency: null },
      op: { name: 'PublicTravelInformation' },
    });
    expect(leaf.fields.map(([name]) => name.split('.')[0])).toEqual(
      expect.not.arrayContaining(['Checkpoint', 'CheckpointPassage', 'Violation', 'Gantry']),
    );
    expect(new Set(leaf.fields.map(([, decision]) => decision))).toEqual(
      new Set(['allow', 'filter:allow', 'sort:allow']),
    );
  });

  it('is nowhere else, and asked for in no other way', async () => {
    for (const url of ['/public/', '/public/police.json', `${WZDX}/`])
      expect([url, (await get(world, url)).statusCode]).toEqual([url, 404]);
    const posted = await world.gateway.app.inject({ method: 'POST', url: WZDX });
    expect(posted.statusCode).toBe(404);
  });
});

it.each([
  ['where it is turned off', { LUKOU_PUBLIC_FEEDS: 'off' }, 404],
  ['with real issuers, unless it is turned on', { LUKOU_ISSUERS: '/etc/lukou/issuers.yaml' }, 404],
  ['where only published documents are answered', { LUKOU_DOCUMENTS: 'trusted' }, 200],
])(
  'Public travel information %s',
  async (_where, settings, status) => {
    const world = await openWorld(await createTestDatabase(), settings);
    try {
      expect((await get(world, WZDX)).statusCode).toBe(status);
    } finally {
      await world.close();
    }
  },
  120_000,
);

it('Public travel information is refused, and not empty, where no agreement opens it', async () => {
  await using agreements = await copyAgreements({
    'transport-centre-to-public.yaml': (text) => text.replace('      - Query.roadEvents\n', ''),
  });
  const world = await openWorld(await createTestDatabase(), { LUKOU_AGREEMENTS: agreements.folder });
  try {
    const { statusCode, body } = await get(world, CIFS);
    expect([statusCode, body.includes('incidents')]).toEqual([403, false]);
    expect(body).toContain('PUBLIC_FEED_CLOSED');
  } finally {
    await world.close();
  }
}, 120_000);

interface Leaf {
  readonly fields: readonly (readonly [name: string, decision: string])[];
}
