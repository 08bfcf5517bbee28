import { z } from 'zod';
import { parse as parseYaml } from 'yaml';
import {
  compilePolicy,
  diffAgreements,
  listMatrix,
  publishFileSchema,
  readAgreement,
  requireCatalogue,
} from '../../../src/agreement/index.ts';
import {
  compile,
  draft,
  permit,
  permitWith,
  purposes,
  roles,
  smallCatalogue,
  type Draft,
} from './fixture.ts';
import { readShipped, shippedAgreements, shippedSchema } from './shipped-files.ts';

const NOW = Date.parse('2026-07-01T12:00:00+08:00');
const read = (changes: Draft = {}) => readAgreement(draft(changes), 'road.yaml');
const rows = { Passage: [{ leftOperand: 'spatial', operator: 'isAnyOf', rightOperand: ['1507'] }] };
const plate = permitWith({ mask: { fn: 'plate.region' } }, 'p2', ['read', 'match'], 'Passage.plate');

describe('The matrix of fields and callers', () => {
  it('has a column for every class that an agreement serves, with and without a case where one asks for it', () => {
    const matrix = listMatrix(
      compile(
        draft({ permission: [permitWith({ requires: { caseReference: true } }, 'p1', 'read', 'Road.id')] }),
        draft({
          uid: 'urn:agr:test:roads-public:1',
          assignee: 'AG-PUBLIC',
          appliesTo: [roles('public')],
        }),
      ),
      NOW,
    );
    expect(matrix.classes).toEqual([
      'AG-POLICE partner ROAD_SAFETY',
      'AG-POLICE partner ROAD_SAFETY with a case',
      'public',
    ]);
    const cells = Object.fromEntries(matrix.rows.map(({ coordinate, cells: found }) => [coordinate, found]));
    expect(cells['Road.id']).toEqual(['CASE_REQUIRED', 'allow', 'allow']);
    expect(cells['Road.keeper']).toEqual(['-', '-', '-']);
  });

  it('tells masks and uses', () => {
    const policy = compile(
      draft({
        rows,
        permission: [permit('p0', 'read', 'Road.id'), permit('p1', ['read', 'sort'], 'Road.name'), plate],
      }),
    );
    const cells = Object.fromEntries(
      listMatrix(policy, NOW).rows.map((row) => [row.coordinate, row.cells[0]]),
    );
    expect(cells).toMatchObject({
      'Road.name': 'allow +sort',
      'Passage.plate': 'mask:plate.region +match',
    });
  });
});

it('A matrix says how often a day, and a difference names another budget', () => {
  const limited = permitWith({ limit: { perDay: 50 } }, 'p2', 'match', 'Passage.plate');
  const file = { rows, permission: [permit('p1', 'read', 'Road.id', 'Road.name'), limited] };
  const cells = Object.fromEntries(
    listMatrix(compile(draft(file)), NOW).rows.map((row) => [row.coordinate, row.cells[0]]),
  );
  expect(cells).toMatchObject({ 'Passage.plate': '- +match:50/day' });
  const changes = diffAgreements(
    read(file),
    read({ ...file, version: 2, budget: { rowsPerDay: 9 } }),
    smallCatalogue,
  );
  expect(changes).toEqual([{ who: null, what: 'budget', before: 'none', after: '{"rowsPerDay":9}' }]);
});

describe('The difference of two versions', () => {
  it('is empty between an agreement and itself', () => {
    expect(diffAgreements(read(), read({ version: 2 }), smallCatalogue)).toEqual([]);
  });

  it('names every class, field, row scope and key that changed', () => {
    const before = read({ rows, permission: [permit('p1', 'read', 'Road.id', 'Road.name'), plate] });
    const after = read({
      version: 2,
      valid: { from: '2027-01-01T00:00:00+08:00', until: '2028-01-01T00:00:00+08:00' },
      rows: { Passage: 'all' },
      appliesTo: [purposes('ROAD_SAFETY', 'STATISTICS'), roles('partner')],
      permission: [
        permit('p1', ['read', 'filter'], 'Road.id', 'Road.keeper'),
        { ...plate, mask: { fn: 'redact' } },
      ],
    });
    const lines = diffAgreements(before, after, smallCatalogue).map(
      ({ who, what, before: was, after: is }) => `${who ?? '*'} | ${what} | ${was} | ${is}`,
    );
    expect(lines).toMatchSnapshot();
  });
});

describe('The JSON Schema for editors', () => {
  const published = publishFileSchema(requireCatalogue(shippedSchema()));
  const schema = z.fromJSONSchema(published);
  const shipped = (): Record<string, unknown> =>
    parseYaml(readShipped('agreements/traffic-police-to-transport-centre.yaml')) as Record<string, unknown>;

  it('takes every shipped agreement', () => {
    compilePolicy(shippedAgreements(), requireCatalogue(shippedSchema()));
    for (const { source } of shippedAgreements())
      expect([source, schema.safeParse(parseYaml(readShipped(source))).error]).toEqual([source, undefined]);
  });

  it.each<[string, Draft]>([
    ['an unknown key', { colour: 'red' }],
    ['a field that is not in the schema', { permission: [permit('p1', 'read', 'Checkpoint.colour')] }],
    ['an unknown purpose', { appliesTo: [purposes('CURIOSITY'), roles('partner')] }],
    [
      'an unknown mask',
      { permission: [permitWith({ mask: { fn: 'blur' } }, 'p1', 'read', 'Checkpoint.name')] },
    ],
  ])('marks %s', (_what, change) => {
    expect(schema.safeParse(shipped()).success).toBe(true);
    expect(schema.safeParse({ ...shipped(), ...change }).success).toBe(false);
  });
});
