import { rowsOf } from './sample-rows.ts';

const ids = (rows: readonly { readonly id: string }[]): Set<string> => new Set(rows.map(({ id }) => id));

function expectKnown(references: Iterable<string | null | undefined>, known: ReadonlySet<string>): void {
  const unknown = new Set<string>();
  for (const reference of references) {
    if (typeof reference === 'string' && !known.has(reference)) unknown.add(reference);
  }
  expect([...unknown]).toEqual([]);
}

interface PolicePlace {
  readonly policeRoadCode?: string | null | undefined;
  readonly policeKm?: number | null | undefined;
  readonly policeM?: number | null | undefined;
}

function policePlace({ policeRoadCode, policeKm, policeM }: PolicePlace): string {
  return `${policeRoadCode} ${policeKm} ${policeM}`;
}

describe('References within the sample', () => {
  const divisions = rowsOf('AdminDivision');
  const segments = rowsOf('RoadSegment');
  const crosswalk = rowsOf('RoadCrosswalk');
  const gantries = rowsOf('Gantry');
  const checkpoints = rowsOf('Checkpoint');
  const violations = rowsOf('Violation');
  const events = rowsOf('RoadEvent');
  const cases = rowsOf('MediationCase');

  it('lead to rows that come before: divisions', () => {
    const known = new Set(divisions.map(({ code }) => code));
    expectKnown(
      divisions.map(({ parentCode }) => parentCode),
      known,
    );
    for (const rows of [segments, crosswalk, gantries, checkpoints, violations, events, cases]) {
      expectKnown(
        rows.map(({ divisionCode }) => divisionCode),
        known,
      );
    }
  });

  it('lead to rows that come before: segments, gantries, checkpoints', () => {
    const knownSegments = ids(segments);
    for (const rows of [crosswalk, gantries, events, cases, rowsOf('FlowObservation')]) {
      expectKnown(
        rows.map(({ segmentId }) => segmentId),
        knownSegments,
      );
    }
    expectKnown(
      rowsOf('FlowObservation').map(({ gantryId }) => gantryId),
      ids(gantries),
    );
    expectKnown(
      rowsOf('GantryPassage').map(({ gantryId }) => gantryId),
      ids(gantries),
    );
    for (const rows of [rowsOf('Lane'), violations, rowsOf('CheckpointPassage')]) {
      expectKnown(
        rows.map(({ checkpointId }) => checkpointId),
        ids(checkpoints),
      );
    }
  });

  it('lead to rows that come before: events and cases', () => {
    expectKnown(
      cases.map(({ roadEventId }) => roadEventId),
      ids(events),
    );
    for (const type of ['MediationParty', 'FollowUp', 'DetentionMediation', 'DisputeWarning'] as const) {
      expectKnown(
        rowsOf(type).map(({ caseId }) => caseId),
        ids(cases),
      );
    }
  });

  it('find every checkpoint and violation in the crosswalk, and each point once', () => {
    const points = new Set(crosswalk.map(policePlace));
    expect(points.size).toBe(crosswalk.length);
    expectKnown(checkpoints.map(policePlace), points);
    expectKnown(violations.map(policePlace), points);
  });

  it('are never ambiguous: keys are unique', () => {
    for (const rows of [segments, crosswalk, gantries, checkpoints, violations, events, cases]) {
      expect(ids(rows).size).toBe(rows.length);
    }
    expect(new Set(cases.map(({ caseNo }) => caseNo)).size).toBe(cases.length);
    const flow = rowsOf('FlowObservation');
    const keys = flow.map((one) => `${one.stationId} ${one.periodStart} ${one.vehicleClass}`);
    expect(new Set(keys).size).toBe(flow.length);
  });

  it('tie a road case to an accident days before it, on the same segment and in the same division', () => {
    const byId = new Map(events.map((event) => [event.id, event]));
    const road = cases.filter(({ roadEventId }) => typeof roadEventId === 'string');
    for (const { roadEventId, segmentId, divisionCode, acceptedAt } of road) {
      const event = byId.get(roadEventId!)!;
      expect([event.eventKind, event.segmentId, event.divisionCode]).toEqual([
        'ACCIDENT',
        segmentId,
        divisionCode,
      ]);
      expect(event.validFrom < acceptedAt!).toBe(true);
    }
    expect(new Set(road.map(({ roadEventId }) => roadEventId)).size).toBe(road.length);
    expect(road.length).toBeGreaterThan(200);
  });

  it('keep segments of a road in line, with chains that break', () => {
    const roads = Map.groupBy(segments, ({ id }) => id.slice(0, -4));
    let breaks = 0;
    let long = 0;
    for (const road of roads.values()) {
      for (const [at, segment] of road.entries()) {
        const next = road[at + 1];
        if (next !== undefined) {
          expect(next.startStakeM).toBeGreaterThanOrEqual(segment.endStakeM!);
          if (next.startStakeM! > segment.endStakeM!) breaks++;
        }
        if (segment.lengthKm! * 1000 > segment.endStakeM! - segment.startStakeM! + 1) long++;
      }
    }
    expect(breaks).toBeGreaterThan(3);
    expect(long).toBeGreaterThan(3);
  });
});
