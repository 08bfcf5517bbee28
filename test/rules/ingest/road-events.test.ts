import { readFile } from 'node:fs/promises';
import { wzdxFeed } from '../../flows/http/feed-schemas.ts';
import { takeIn, type LoadedRecord } from './memory-intake.ts';
import { datexRecord, header, validity, writeDatex2, writeDatex3 } from './publications/write-datex.ts';
import { detourOf, workZone, wzdxFeedOf } from './publications/write-wzdx.ts';

async function readEvents(adapter: string, text: string) {
  const yaml = await readFile(new URL(`../../../adapters/${adapter}.yaml`, import.meta.url), 'utf8');
  const { records, withheld } = await takeIn(yaml, text, 'events');
  return { events: records.RoadEvent ?? [], codes: withheld.map(({ code }) => code) };
}
const readDatex = (text: string) => readEvents('datex2-situations', text);
const readWzdx = (...features: object[]) =>
  readEvents('wzdx-events', JSON.stringify(wzdxFeedOf(...features)));

async function oneOf(type: string, inside = '', said?: string): Promise<LoadedRecord | undefined> {
  const situation = {
    records: [datexRecord('r1', type, inside)],
    ...(said !== undefined && { header: said }),
  };
  return (await readDatex(writeDatex2(situation))).events[0];
}

describe('DATEX II situations', () => {
  it('become road events, of version 2', async () => {
    const inside = `
      <generalPublicComment><comment><values><value lang="zh">风吹雪，<!-- by hand -->全幅封闭。</value></values></comment></generalPublicComment>
      <groupOfLocations xsi:type="Linear">
        <linearWithinLinearElement>
          <directionRelativeOnLinearSection>opposite</directionRelativeOnLinearSection>
          <linearElement><roadName><values><value lang="zh">海拉尔至罕达盖公路</value></values></roadName><roadNumber>S202</roadNumber></linearElement>
          <fromPoint><distanceAlong>12300.5</distanceAlong></fromPoint>
          <toPoint><distanceAlong>45000</distanceAlong></toPoint>
        </linearWithinLinearElement>
      </groupOfLocations>
      <roadOrCarriagewayOrLaneManagementType>closedPermanentlyForTheWinter</roadOrCarriagewayOrLaneManagementType>`;
    expect(await oneOf('RoadOrCarriagewayOrLaneManagement', inside)).toEqual({
      id: 'datex-r1',
      version: 1,
      eventKind: 'CLOSURE',
      status: 'ACTIVE',
      roadCode: 'S202',
      roadName: '海拉尔至罕达盖公路',
      startStakeM: 12_300,
      endStakeM: 45_000,
      direction: 'DOWN',
      vehicleImpact: 'ALL_LANES_CLOSED',
      severity: 'HIGH',
      surfaceCondition: 'CLOSED_PERMANENTLY_FOR_THE_WINTER',
      informationStatus: 'REAL',
      confidentiality: 'NO_RESTRICTION',
      description: '风吹雪，全幅封闭。',
      validFrom: '2026-02-28T22:00:00Z',
      line: 1,
      label: 'INTERNAL',
    });
  });

  it('become road events, of version 3 with its prefixes', async () => {
    const { events, codes } = await readDatex(
      writeDatex3(`<sit:situationRecord xsi:type="sit:WeatherRelatedRoadConditions" id="r3" version="7">
        <sit:severity>medium</sit:severity>
        <sit:validity>
          <com:validityStatus>active</com:validityStatus>
          <com:validityTimeSpecification>
            <com:overallStartTime>2026-03-01T06:00:00+08:00</com:overallStartTime>
            <com:overallEndTime>2026-03-01T20:00:00+08:00</com:overallEndTime>
          </com:validityTimeSpecification>
        </sit:validity>
        <sit:impact><sit:numberOfLanesRestricted>1</sit:numberOfLanesRestricted></sit:impact>
        <sit:locationReference xsi:type="loc:LinearLocation">
          <loc:supplementaryPositionalDescription><loc:roadInformation><loc:roadNumber>G331</loc:roadNumber></loc:roadInformation></loc:supplementaryPositionalDescription>
          <loc:gmlLineString srsName="EPSG:4326"><loc:posList>49.2 119.7 49.3  119.8</loc:posList></loc:gmlLineString>
        </sit:locationReference>
        <sit:weatherRelatedRoadConditionType>snowDrifts</sit:weatherRelatedRoadConditionType>
      </sit:situationRecord>`),
    );
    expect(codes).toEqual([]);
    expect(events[0]).toMatchObject({
      id: 'datex-r3',
      version: 7,
      eventKind: 'WEATHER_ROAD_CONDITION',
      cause: 'NATURAL_DISASTER',
      roadCode: 'G331',
      vehicleImpact: 'SOME_LANES_CLOSED',
      surfaceCondition: 'SNOW_DRIFTS',
      geometry: {
        type: 'LineString',
        coordinates: [
          [119.7, 49.2],
          [119.8, 49.3],
        ],
      },
      validTo: '2026-03-01T20:00:00+08:00',
    });
  });

  const manage = (what: string): string =>
    `<management><lifeCycleManagement><${what}>true</${what}></lifeCycleManagement></management>`;
  it.each([
    ['Accident', 'active', validity('active'), 'ACTIVE'],
    ['Accident', 'suspended', validity('suspended'), 'VERIFIED'],
    ['Accident', 'over', manage('end'), 'CLEARED'],
    ['Accident', 'called off', manage('cancel'), 'FALSE_ALARM'],
    ['MaintenanceWorks', 'active', validity('active'), 'ACTIVE'],
    ['MaintenanceWorks', 'bound to its times', validity('definedByValidityTimeSpec'), 'PENDING'],
    ['ConstructionWorks', 'over', manage('end'), 'COMPLETED'],
    ['PublicEvent', 'called off', manage('cancel'), 'CANCELLED'],
  ])('of kind %s that are %s stand where the loop has them', async (type, _said, inside, status) => {
    expect((await oneOf(type, inside))?.['status']).toBe(status);
  });

  it('that are only probable wait for somebody to verify them', async () => {
    const record = datexRecord('r1', 'Accident').replace('>certain<', '>riskOf<');
    const { events } = await readDatex(writeDatex2({ records: [record] }));
    expect(events[0]).toMatchObject({ status: 'REPORTED' });
  });

  it.each([
    ['noRestriction', 'real', 'NO_RESTRICTION', 'REAL'],
    ['restrictedToAuthorities', 'real', 'RESTRICTED_TO_AUTHORITIES', 'REAL'],
    ['restrictedToAuthoritiesAndTrafficOperators', 'test', 'RESTRICTED_TO_AUTHORITIES', 'TEST'],
    ['internalUse', 'securityExercise', 'INTERNAL_USE', 'SECURITY_EXERCISE'],
    ['somethingNew', 'technicalExercise', 'INTERNAL_USE', 'TECHNICAL_EXERCISE'],
  ])('keep %s and %s', async (confidentiality, informationStatus, kept, status) => {
    expect(await oneOf('Accident', '', header(confidentiality, informationStatus))).toMatchObject({
      confidentiality: kept,
      informationStatus: status,
    });
  });

  it('stay inside where nobody says for whom they are, and out where nobody says whether they are real', async () => {
    const real = '<headerInformation><informationStatus>real</informationStatus></headerInformation>';
    expect((await oneOf('Accident', '', real))?.['confidentiality']).toBe('INTERNAL_USE');
    const { events, codes } = await readDatex(
      writeDatex2({ records: [datexRecord('r', 'Accident')], header: '' }),
    );
    expect([events, codes]).toEqual([[], ['INFORMATION_STATUS_MISSING']]);
  });

  it('of police and security forces are left out, and so is what is no event of the road', async () => {
    const kinds = ['AuthorityOperation', 'SpeedManagement', 'CarParks'];
    const records = kinds.map((kind, at) => datexRecord(`r${at}`, kind));
    const { events, codes } = await readDatex(writeDatex2({ records }));
    expect([events, codes]).toEqual([
      [],
      ['AUTHORITY_OPERATION_WITHHELD', 'EVENT_KIND_INVALID', 'EVENT_KIND_INVALID'],
    ]);
  });

  it('tell their way around to every event of the situation', async () => {
    const way =
      '<reroutingItineraryDescription><values><value lang="zh">经国道331线绕行。</value></values></reroutingItineraryDescription>';
    const { events, codes } = await readDatex(
      writeDatex2(
        { records: [datexRecord('r1', 'MaintenanceWorks'), datexRecord('r2', 'ReroutingManagement', way)] },
        { records: [datexRecord('r3', 'Accident')] },
      ),
    );
    expect(events.map(({ id, detour }) => [id, detour])).toEqual([
      ['datex-r1', '经国道331线绕行。'],
      ['datex-r3', undefined],
    ]);
    expect(codes).toEqual(['DETOUR_OF_ITS_SITUATION']);
  });

  it('have a point where they have no course', async () => {
    const point = `<groupOfLocations xsi:type="Point"><pointByCoordinates><pointCoordinates>
      <latitude>49.21</latitude><longitude>119.75</longitude></pointCoordinates></pointByCoordinates></groupOfLocations>`;
    expect((await oneOf('Accident', point))?.['geometry']).toEqual({
      type: 'Point',
      coordinates: [119.75, 49.21],
    });
  });
});

describe('WZDx feeds', () => {
  it('of these tests are as the standard wants them', () => {
    const feed = wzdxFeedOf(workZone('a'), detourOf('a'), detourOf(null));
    expect(wzdxFeed.safeParse(feed).error).toBeUndefined();
  });

  it('become road events: planned, public, with their course', async () => {
    const { events, codes } = await readWzdx(workZone('a'));
    expect(codes).toEqual([]);
    expect(events[0]).toMatchObject({
      id: 'wzdx-a',
      eventKind: 'ROADWORKS',
      cause: 'PLANNED_MAINTENANCE',
      status: 'ACTIVE',
      roadCode: 'S202',
      roadName: '海拉尔至罕达盖公路',
      vehicleImpact: 'SOME_LANES_CLOSED',
      informationStatus: 'REAL',
      confidentiality: 'NO_RESTRICTION',
      validFrom: '2026-03-01T00:00:00Z',
      geometry: { type: 'LineString' },
    });
    expect(events[0]).not.toHaveProperty('detourOf');
  });

  it.each([
    [{ is_start_date_verified: false }, 'PENDING'],
    [{ is_end_date_verified: true }, 'COMPLETED'],
    [{ event_status: 'cancelled' }, 'CANCELLED'],
    [{ event_status: 'planned', is_start_date_verified: true }, 'PLANNED'],
  ])('that say %j stand at %s', async (said, status) => {
    expect((await readWzdx(workZone('a', said))).events[0]?.['status']).toBe(status);
  });

  it.each([
    ['all-lanes-closed', 'ALL_LANES_CLOSED'],
    ['all-lanes-open-shift-left', 'ALL_LANES_OPEN'],
    ['flagging', 'ALTERNATING_ONE_WAY'],
    ['unknown', 'UNKNOWN'],
  ])('that say %s have the impact %s', async (said, impact) => {
    expect((await readWzdx(workZone('a', { vehicle_impact: said }))).events[0]?.['vehicleImpact']).toBe(
      impact,
    );
  });

  it('close roads where nobody works on them', async () => {
    const closure = workZone('a', { vehicle_impact: 'all-lanes-closed', types_of_work: undefined });
    expect((await readWzdx(closure)).events[0]?.['eventKind']).toBe('CLOSURE');
  });

  it('tell of ways around, each bound to its work zone, and of standing limits, which are left out', async () => {
    const limit = {
      id: 'l',
      type: 'Feature',
      properties: { core_details: { event_type: 'restriction' } },
      geometry: null,
    };
    const { events, codes } = await readWzdx(
      workZone('a'),
      detourOf('a'),
      detourOf('b', { description: '经国道331线绕行。' }),
      detourOf(null),
      limit,
    );
    expect(codes).toEqual(['RESTRICTION_NOT_TAKEN']);
    expect(events.map(({ id, detour, detourOf: of }) => [id, of, detour])).toEqual([
      ['wzdx-a', undefined, undefined],
      ['wzdx-a-detour', 'wzdx-a', 'G331,S201'],
      ['wzdx-b-detour', 'wzdx-b', '经国道331线绕行。'],
      ['wzdx-lone-detour', 'unnamed', 'G331,S201'],
    ]);
  });
});
