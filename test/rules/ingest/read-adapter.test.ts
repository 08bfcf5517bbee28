import { LukouError } from '../../../src/base/index.ts';
import { readAdapter } from '../../../src/ingest/index.ts';
import { checkpointAdapter } from './memory-intake.ts';

function refusalOf(yaml: string): string {
  try {
    readAdapter(yaml, 'mine.yaml');
  } catch (error) {
    if (error instanceof LukouError && error.code === 'ADAPTER_INVALID') return error.detail ?? '';
    throw error;
  }
  throw new Error('the adapter was accepted');
}

it('reads an adapter, and knows it by its name, version and digest', () => {
  const adapter = readAdapter(checkpointAdapter(), 'mine.yaml');
  expect(adapter).toMatchObject({ name: 'test', version: 1 });
  expect(adapter.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(readAdapter(`${checkpointAdapter()}\n`, 'mine.yaml').digest).not.toBe(adapter.digest);
});

describe('an adapter is refused, with the place and the remedy, for', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'a misspelt key',
      checkpointAdapter({}, 'delimeter: ;'),
      /the file: unknown key "delimeter"; remove or correct it/,
    ],
    [
      'a misspelt key of a rule',
      checkpointAdapter({ name: { from: 'n', patern: 'x' } }),
      /outputs\.0\.columns\.name: unknown key "patern"/,
    ],
    [
      'a field that the type does not have',
      checkpointAdapter({ lattitude: 'lat' }),
      /outputs\.0\.columns\.lattitude: Checkpoint has no such field; it has id, .*lat/,
    ],
    [
      'a required field that nothing gives',
      checkpointAdapter().replace(/ {6}usage: .*\n/, ''),
      /outputs\.0\.columns: Checkpoint needs usage; say where it comes from/,
    ],
    [
      'a type that there is not',
      checkpointAdapter().replace('type: Checkpoint', 'type: Checkpiont'),
      /outputs\.0\.type: write one of AdminDivision, /,
    ],
    [
      'a label that may not be online',
      checkpointAdapter().replace('label: INTERNAL', 'label: SECRET'),
      /outputs\.0\.label: write one of PUBLIC, INTERNAL, RESTRICTED, SENSITIVE/,
    ],
    [
      'two sources of one field',
      checkpointAdapter({ name: { from: 'a', constant: 'b' } }),
      /name: give exactly one of/,
    ],
    [
      'no source of a field',
      checkpointAdapter({ name: { case: 'upper' } }),
      /name: give exactly one of constant, from/,
    ],
    [
      'a table that is not there',
      checkpointAdapter({ direction: { from: 'd', table: 'ways' } }),
      /direction\.table: there is no table "ways"; tables are none/,
    ],
    [
      'a pattern that is no regular expression',
      checkpointAdapter({ name: { from: 'n', pattern: '(' } }),
      /name\.pattern: is not a regular expression/,
    ],
    [
      'coordinates without a datum',
      checkpointAdapter({ lon: 'x', lat: 'y' }),
      /datum: the file has coordinates; declare WGS84 or CGCS2000/,
    ],
    [
      'coordinates in GCJ02, which are not converted',
      checkpointAdapter({ lon: 'x', lat: 'y' }, 'datum: GCJ02'),
      /datum: GCJ02 coordinates are shifted and are not converted here; ask the owner/,
    ],
    [
      'a delimiter of a file that has none',
      checkpointAdapter({}, 'delimiter: ;').replace('format: csv', 'format: ndjson'),
      /delimiter: only a csv file has one/,
    ],
    ['text that is no YAML', 'adapter: [', /mine\.yaml: is not YAML that can be read/],
    ['a YAML alias, which could blow up', 'a: &x 1\nb: *x', /is not YAML that can be read/],
  ];
  it.each(cases)('%s', (_what, yaml, message) => {
    expect(refusalOf(yaml)).toMatch(message);
  });

  const passages = (rule: string, keys = ''): string => `adapter: test
version: 1
description: Passages.
format: csv
${keys}
outputs:
  - type: CheckpointPassage
    label: RESTRICTED
    columns: { id: id, checkpointId: c, vehicleGroup: { constant: OTHER }, passTime: ${rule} }`;

  it.each([
    [
      'a time without offset and no timezone',
      '{ from: t, format: yyyyMMddHHmmss }',
      /has no offset \(XXX\), so the adapter needs a timezone/,
    ],
    [
      'a time format without a year',
      "{ from: t, format: 'MM-dd' }",
      /passTime\.format: has no year; write yyyy, or RRR/,
    ],
    [
      'a time format without a day',
      "{ from: t, format: 'yyyy-MM' }",
      /has no dd; a time needs year, month and day/,
    ],
    ['a time format with two hours', "{ from: t, format: 'yyyyMMdd HH HH' }", /has HH twice/],
  ])('%s', (_what, rule, message) => {
    expect(refusalOf(passages(rule))).toMatch(message);
    expect(() =>
      readAdapter(passages('{ from: t, format: yyyyMMddHHmmss }', "timezone: '+08:00'"), 'x'),
    ).not.toThrow();
  });
});
