import { openSampleWorld } from '../world/open-sample-world.ts';
import type { World } from '../world/open-world.ts';

const FEEDS = ['/public/wzdx.geojson', '/public/cifs.json'] as const;
const KINDS = [
  'ACCIDENT',
  'ABNORMAL_TRAFFIC',
  'ROADWORKS',
  'CLOSURE',
  'WEATHER_ROAD_CONDITION',
  'OBSTRUCTION',
  'PUBLIC_EVENT',
] as const;
/** What a reporter might write: where the police stand is nobody's business. */
const WORDS = '交警在K12+300设卡 POLICE patrol car';

describe('P1 Public feeds never tell where the police are', () => {
  let world: World;
  let texts: string[];
  beforeAll(async () => {
    world = await openSampleWorld();
    for (const [at, kind] of KINDS.entries())
      await world.database.ingest.query(
        `insert into traffic.road_event (id, event_kind, status, segment_id, road_code, place_text, description,
           valid_from, deaths, injuries, online_label)
         select $1, $2, 'ACTIVE', id, road_code, $3, $3, '2026-03-01T08:00:00+08:00', 70007, 70007, 'PUBLIC'
           from traffic.road_segment where geometry is not null order by id limit 1`,
        [`planted-${at}`, kind, WORDS],
      );
    const before = world.statements.length;
    texts = [];
    for (const url of FEEDS) {
      const { statusCode, body } = await world.gateway.app.inject({ method: 'GET', url });
      expect(statusCode).toBe(200);
      texts.push(body);
    }
    expect(world.statements.slice(before).filter((name) => !name.startsWith('traffic.'))).toEqual([]);
  }, 180_000);
  afterAll(() => world.close());

  it('though the planted events are told of, in the feeds that have such events', () => {
    const [wzdx, cifs] = texts.map((text) => [...text.matchAll(/planted-\d/g)].map(([id]) => id));
    expect([new Set(wzdx).size, new Set(cifs).size]).toEqual([2, KINDS.length]);
  });

  it('by a type or a word: reporters’ texts, and the killed and injured, stay inside', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/police|警|卡口|设卡|K12\+300|patrol/i);
      expect(text).not.toContain('70007');
    }
  });

  it('by a place: no coordinate is that of a checkpoint or a gantry, unless the road’s own course runs through it', async () => {
    const { rows } = await world.database.ingest.query<{ lon: number; lat: number }>(
      `select lon, lat from checkpoint.checkpoint where lon is not null
         union all select lon, lat from traffic.gantry where lon is not null`,
    );
    const courses = await world.database.ingest.query<{ course: string }>(
      'select geometry::text as course from traffic.road_segment where geometry is not null',
    );
    const ofRoads = new Set(
      courses.rows.flatMap(({ course }) =>
        (JSON.parse(course) as { coordinates: number[][] }).coordinates.map((place) => place.join()),
      ),
    );
    const watched = new Set(
      rows.map(({ lon, lat }) => `${lon},${lat}`).filter((place) => !ofRoads.has(place)),
    );
    expect(watched.size).toBeGreaterThan(10);
    const { features } = JSON.parse(texts[0]!) as { features: { geometry: { coordinates: number[][] } }[] };
    const told = features.flatMap(({ geometry }) => geometry.coordinates.map((place) => place.join()));
    expect(told.filter((place) => watched.has(place))).toEqual([]);
    expect(told.filter((place) => !ofRoads.has(place))).toEqual([]);
  });

  it('to whoever shows the token of somebody who may see more', async () => {
    const headers = {
      authorization: `Bearer ${await world.tokenFor('analyst')}`,
      'lukou-purpose': 'PUBLIC_SAFETY',
      'lukou-case': encodeURIComponent('A-2026-0107'),
      'lukou-break-glass': 'DISASTER',
    };
    for (const [at, url] of FEEDS.entries()) {
      const { body } = await world.gateway.app.inject({ method: 'GET', url, headers });
      expect(body).toBe(texts[at]);
    }
  });
});
