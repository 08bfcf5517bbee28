import * as fc from 'fast-check';
import { RECORD_TYPES, type RecordTypeName } from '../../../src/ingest/index.ts';
import { VALID_RECORDS } from './valid-records.ts';

const NAMES = Object.keys(RECORD_TYPES) as RecordTypeName[];

// Values on the edges of what fields accept; fast-check's own come beside them.
// prettier-ignore
const EDGES: readonly unknown[] = [
  // Texts, among them some that no database holds.
  '', ' ', 'UP', 'NORMAL', 'K33', '02', '8', '蒙E12345', '150724', '050724', 'G10', 'G010', 'X904', 'a b',
  '\u0000', 'a\u0000', '\ud800', 'x'.repeat(128), 'x'.repeat(129), 'x'.repeat(20_001),
  // Instants, and what looks like one.
  '2026-01-31T22:15:00+08:00', '2026-02-29T00:00:00Z', '2024-02-29T00:00:00.123Z', '2000-02-29T00:00:00Z',
  '1990-12-31T23:59:59Z', '2026-01-31T24:00:00Z', '2026-01-31', '2026-01-31T22:15+08:00', '2100-01-01T00:00:00Z',
  '2026-04-31T00:00:00Z', '2026-13-01T00:00:00Z', '2026-00-10T00:00:00Z', '2026-01-31T22:15:00',
  // Numbers, nothing, and structures.
  0, -0, 1, -1, 3, 5, 12, 60, 1440, 1e21, 2 ** 53, 0.1, Number.NaN, Number.POSITIVE_INFINITY,
  null, undefined, true, false, [], ['POLICE_STATION'], ['nobody'], {},
  { type: 'Point', coordinates: [120, 49] }, { type: 'Point', coordinates: [200, 49] },
  [{ code: 'CALLS', weight: 2, count: 6 }], [{ code: 'calls' }],
];
const anyValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...EDGES) },
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double(),
  fc.stringMatching(/^(?:19|20)\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d:[0-6]\d(?:Z|\+08:00)$/),
  fc.stringMatching(/^[GSXYCZ]\d{1,4}$/),
  fc.stringMatching(/^\d{5,7}$/),
);

describe.each(NAMES)('a record of type %s', (name) => {
  const { schema, columns, findFault } = RECORD_TYPES[name];
  const valid: Readonly<Record<string, unknown>> = VALID_RECORDS[name];

  it('is sound with its required fields only', () => {
    expect(findFault(columns.map(({ field }) => valid[field]))).toBeNull();
    expect(schema.safeParse(valid).success).toBe(true);
  });

  it('is checked, value for value, as its zod schema says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...columns), anyValue, ({ field }, value) => {
        const record = { ...valid, [field]: value };
        const fault = findFault(columns.map((column) => record[column.field as keyof typeof record]));
        // A rule about the whole record comes after its fields, and its code ends in neither.
        const fitsFields = fault === null || !/_(?:MISSING|INVALID)$/.test(fault);
        expect(fitsFields).toBe(schema.safeParse(record).success);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says which required field is missing', () => {
    for (const [at, { field, column, isOptional }] of columns.entries()) {
      if (isOptional) continue;
      const values: unknown[] = columns.map((other) => valid[other.field]);
      values[at] = null;
      expect([field, findFault(values)]).toEqual([field, `${column.toUpperCase()}_MISSING`]);
    }
  });

  it('refuses a field that it does not have', () => {
    expect(schema.safeParse({ ...valid, extra: 1 }).success).toBe(false);
  });
});

describe('a whole record', () => {
  const faultOf = (name: RecordTypeName, change: Readonly<Record<string, unknown>>): string | null => {
    const record: Readonly<Record<string, unknown>> = { ...VALID_RECORDS[name], ...change };
    return RECORD_TYPES[name].findFault(RECORD_TYPES[name].columns.map(({ field }) => record[field]));
  };

  it.each(['23', '24', '31', '32'])('withholds passages of plate class %s', (plateClass) => {
    expect(faultOf('CheckpointPassage', { plateClass })).toBe('PLATE_CLASS_WITHHELD');
    expect(faultOf('CheckpointPassage', { plateClass: '02' })).toBeNull();
  });

  it.each(['8', '08'])('withholds gantry passages of vehicle class %s', (vehicleClass) => {
    expect(faultOf('GantryPassage', { vehicleClass })).toBe('VEHICLE_CLASS_WITHHELD');
    expect(faultOf('GantryPassage', { vehicleClass: '0' })).toBeNull();
  });

  it.each(['CAPTURED', 'REVIEWED'])('does not take in a violation that is only %s', (status) => {
    expect(faultOf('Violation', { status })).toBe('NOT_YET_ENTERED');
  });

  it('needs longitude and latitude together', () => {
    expect(faultOf('Gantry', { lon: 120 })).toBe('HALF_A_PLACE');
    expect(faultOf('Gantry', { lon: 120, lat: 49 })).toBeNull();
  });

  it('needs a flow observation to name its segment or a gantry', () => {
    expect(faultOf('FlowObservation', { segmentId: null })).toBe('NO_SEGMENT_OR_GANTRY');
    expect(faultOf('FlowObservation', { segmentId: null, gantryId: 'g1' })).toBeNull();
  });

  it('needs release to come after intake, and an end not before its start', () => {
    expect(faultOf('DetentionMediation', { releaseAt: '2026-01-31T22:15:00+08:00' })).toBe(
      'RELEASE_NOT_AFTER_INTAKE',
    );
    expect(faultOf('RoadEvent', { validTo: '2026-01-31T14:14:59Z' })).toBe('VALID_TO_BEFORE_FROM');
    expect(faultOf('RoadEvent', { validTo: '2026-01-31T14:15:00Z' })).toBeNull();
    expect(
      faultOf('MediationCase', { acceptedAt: '2026-01-02T00:00:00Z', closedAt: '2026-01-01T00:00:00Z' }),
    ).toBe('CLOSED_BEFORE_ACCEPTED');
  });
});
