import { openIntake, itWithSharedData, sharedFile, type Intake } from './intake.ts';

const PATIENCE_MS = 120_000;

const onRealFiles = (name: string, test: () => Promise<void>): void =>
  itWithSharedData(name, test, PATIENCE_MS);

describe('the shipped adapters on real files', () => {
  let intake: Intake;
  beforeAll(async () => {
    intake = await openIntake();
  });
  afterAll(() => intake.database.drop());

  const GANTRIES = 'tw-freeway/gantries.csv';
  const M05A = 'tw-freeway/m05a_20240515_0700-0955.csv';

  onRealFiles('takes in 341 gantries, each with the segment under it', async () => {
    const receipt = await intake.ingest('tw-gantries', sharedFile(GANTRIES));
    expect(receipt).toMatchObject({ rowsRead: 341, rowsWritten: 341, rowsDuplicate: 0, quarantined: {} });
    expect(receipt.types.RoadSegment).toMatchObject({ written: 341 });
    const [counts] = await intake.rows(
      `select count(*)::int as gantries, count(distinct segment_id)::int as segments,
              (select count(*)::int from traffic.road) as roads,
              (select count(*)::int from reference.gantry_place) as places from traffic.gantry`,
    );
    expect(counts).toEqual({ gantries: 341, segments: 341, roads: 5, places: 341 });
  });

  onRealFiles('takes in M05A, without the rows of unknown gantries', async () => {
    const receipt = await intake.ingest('tw-m05a', sharedFile(M05A));
    expect(receipt).toMatchObject({
      rowsRead: 75_780,
      rowsWritten: 75_060,
      rowsDuplicate: 0,
      quarantined: { UNKNOWN_GANTRY: 720 },
    });
  });

  onRealFiles('stores speed 0 with count 0 as no data', async () => {
    const [counts] = await intake.rows(
      `select count(*) filter (where vehicle_count is null)::int as no_count,
              count(*) filter (where average_speed_kph is null)::int as no_speed,
              count(*) filter (where average_speed_kph = 0 or vehicle_count = 0)::int as zeros
         from traffic.flow_observation where period_start < '2024-06-01' and station_id like '%-%'`,
    );
    expect(counts).toEqual({ no_count: 10_936, no_speed: 11_193, zeros: 0 });
  });

  onRealFiles('takes in M03A and counts the night from it', async () => {
    const receipt = await intake.ingest('tw-m03a', sharedFile('tw-freeway/m03a_20240325_0000-0055.csv'));
    expect(receipt).toMatchObject({
      rowsRead: 20_340,
      rowsWritten: 20_100,
      quarantined: { UNKNOWN_GANTRY: 240 },
    });
    const [night] = await intake.rows(
      `select night_flow::int as counted,
              (select sum(vehicle_count)::int from traffic.flow_observation where station_id = '01F0005N') as summed
         from traffic.road_segment where id = 'tw-01F0005N'`,
    );
    expect(night).toEqual({ counted: 412, summed: 412 });
  });

  onRealFiles('makes a passage of every gantry on a trip of M06A', async () => {
    const receipt = await intake.ingest('tw-m06a', sharedFile('tw-freeway/m06a_sample_trips.csv'));
    expect(receipt).toMatchObject({ rowsRead: 30, rowsWritten: 107, quarantined: { UNKNOWN_GANTRY: 6 } });
  });

  onRealFiles('takes in the ways of two OpenStreetMap extracts', async () => {
    const bath = await intake.ingest('osm-roads', sharedFile('bath-osm-roads/roads.geojson'));
    const anhui = await intake.ingest('osm-roads', sharedFile('anhui-osm-motorways/bridge_ways.geojson'));
    expect([bath.rowsWritten, anhui.rowsWritten]).toEqual([2_769, 4_958]);
    expect([bath.quarantined, anhui.quarantined]).toEqual([{}, {}]);
  });

  onRealFiles('takes in 66 camera sites', async () => {
    const receipt = await intake.ingest('anpr-sites', sharedFile('bath-anpr-sites/sites.csv'));
    expect(receipt).toMatchObject({ rowsRead: 66, rowsWritten: 66, quarantined: {} });
  });

  onRealFiles('takes in 13,032 passes and makes their two checkpoints', async () => {
    const receipt = await intake.ingest('express-passes', sharedFile('mopac-express/express.csv'));
    expect(receipt).toMatchObject({ rowsRead: 13_032, rowsWritten: 13_032, quarantined: {} });
    expect(receipt.types.Checkpoint).toMatchObject({ written: 2 });
  });

  onRealFiles('takes in 3,637 accidents with dates of the ROC calendar', async () => {
    const of2013 = await intake.ingest('tw-a1', sharedFile('tw-a1-accidents/a1_2013.csv'));
    const of2014 = await intake.ingest('tw-a1', sharedFile('tw-a1-accidents/a1_2014.csv'));
    expect(of2013.rowsWritten + of2014.rowsWritten).toBe(3_637);
  });

  onRealFiles('takes in 67 mediation cases and their parties', async () => {
    const receipt = await intake.ingest('mediation-cases', sharedFile('mediation-promediconv/cases.jsonl'));
    expect(receipt).toMatchObject({ rowsRead: 67, rowsWritten: 67, quarantined: {} });
  });

  onRealFiles('takes in the divisions, each below one that is there', async () => {
    for (const file of ['province', 'city', 'area'])
      await intake.ingest('cn-divisions', sharedFile(`cn-divisions/${file}.csv`));
    const [counts] = await intake.rows(
      `select count(*)::int as divisions, count(*) filter (where kind = 'BANNER')::int as banners,
              count(*) filter (where parent_code is null)::int as without_parent,
              count(*) filter (where parent_code is not null and not exists
                (select from traffic.admin_division p where p.code = d.parent_code))::int as orphans
         from traffic.admin_division d`,
    );
    expect(counts).toEqual({ divisions: 34 + 337 + 2_846, banners: 49, without_parent: 34, orphans: 0 });
  });

  onRealFiles('changes nothing when the same files come again', async () => {
    const gantries = await intake.ingest('tw-gantries', sharedFile(GANTRIES));
    const flow = await intake.ingest('tw-m05a', sharedFile(M05A));
    const passes = await intake.ingest('express-passes', sharedFile('mopac-express/express.csv'));
    expect(
      [gantries, flow, passes].map(({ rowsWritten, rowsDuplicate }) => [rowsWritten, rowsDuplicate]),
    ).toEqual([
      [0, 341],
      [0, 75_060],
      [0, 13_032],
    ]);
    expect(
      await intake.rows('select code, count(*)::int as rows from ingest.quarantine group by code'),
    ).toEqual([{ code: 'UNKNOWN_GANTRY', rows: 720 + 240 + 6 }]);
  });
});
