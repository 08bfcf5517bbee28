import { parse } from 'graphql';
import {
  bindGrant,
  buildCatalogue,
  compilePolicy,
  readAgreement,
  type Ask,
  type Grant,
} from '../../../src/agreement/index.ts';
import { dayOf } from '../../../src/base/index.ts';
import { endOfDay, listCharges, type InputUse, type SelectedField } from '../../../src/request/index.ts';

const DIRECTIVES = `
  directive @owner(agency: String!) on SCHEMA
  directive @sensitivity(level: String!) on FIELD_DEFINITION
  directive @structure on OBJECT
  directive @subject(kind: String!) on FIELD_DEFINITION
  directive @backs(field: String!, as: String) repeatable on ARGUMENT_DEFINITION`;
const CARS = `${DIRECTIVES}
  extend schema @owner(agency: "AG-POLICE")
  type Query {
    cars(plate: String @backs(field: "Car.plate", as: MATCH)): CarPage @sensitivity(level: INTERNAL)
  }
  type CarPage @structure { nodes: [Car!]! @sensitivity(level: INTERNAL) }
  type Car { id: ID @sensitivity(level: INTERNAL) plate: String @subject(kind: "PLATE") @sensitivity(level: INTERNAL) road: Road @sensitivity(level: INTERNAL) }
  type Road { carCount: Int @sensitivity(level: INTERNAL) cars: [Car!] @sensitivity(level: INTERNAL) }`;
const ROADS = `${DIRECTIVES}
  extend schema @owner(agency: "AG-ROADS")
  type Query { roads: [Road!] @sensitivity(level: INTERNAL) }
  type Road @key(fields: "id") { id: ID @sensitivity(level: INTERNAL) name: String @sensitivity(level: INTERNAL) }`;

const catalogue = buildCatalogue([
  { name: 'roads', document: parse(ROADS) },
  { name: 'cars', document: parse(CARS.replace('type Road {', 'extend type Road {')) },
]);
const ASK: Ask = { agency: 'AG-X', role: 'analyst', purpose: 'ROAD_SAFETY', caseReference: null };
const ALL = ['Query.cars', 'Car.id', 'Car.plate', 'Car.road', 'Road.carCount', 'Road.cars'];

function grantWith(police: object, limit: object = {}): Grant {
  const base = {
    apiVersion: 'lukou/v1',
    kind: 'Agreement',
    version: 1,
    assignee: 'AG-X',
    conflict: 'prohibit',
    valid: { from: '2026-01-01T00:00:00+08:00', until: '2027-01-01T00:00:00+08:00' },
    legalBasis: { code: 'LB-X', document: `sha256:${'0'.repeat(64)}` },
    appliesTo: [
      { leftOperand: 'purpose', operator: 'isAnyOf', rightOperand: ['ROAD_SAFETY'] },
      { leftOperand: 'role', operator: 'isAnyOf', rightOperand: ['analyst'] },
    ],
  };
  const policy = compilePolicy(
    [
      {
        ...base,
        uid: 'urn:agr:police',
        assigner: 'AG-POLICE',
        permission: [
          { id: 'p1', action: 'read', target: ALL },
          { id: 'p2', action: 'match', target: 'Car.plate', ...limit },
        ],
        ...police,
      },
      {
        ...base,
        uid: 'urn:agr:roads',
        assigner: 'AG-ROADS',
        permission: [{ id: 'p1', action: 'read', target: ['Query.roads', 'Road.id', 'Road.name'] }],
      },
    ].map((file, at) => readAgreement(file, `${at}.yaml`)),
    catalogue,
  );
  return bindGrant(policy, ASK, Date.parse('2026-06-01T00:00:00+08:00'));
}

function charge(
  grant: Grant,
  fields: Readonly<Record<string, string>>,
  data: unknown,
  more: { uses?: readonly InputUse[]; counts?: number; subjects?: Record<string, readonly string[]> } = {},
) {
  const selected: readonly SelectedField[] = Object.entries(fields).map(([path, coordinate]) => ({
    coordinate,
    path: path.split('.'),
    decision: grant.decide(coordinate),
  }));
  const subjects = new Map(Object.entries(more.subjects ?? {}).map(([name, told]) => [name, new Set(told)]));
  const charges = listCharges({
    grant,
    catalogue,
    selected,
    uses: more.uses ?? [],
    data,
    countInputs: () => new Map([['Query.cars(plate:)', more.counts ?? 1]]),
    subjects,
  });
  return charges.map(({ agreement, measure, clause, amount, allowed, subjects: told }) =>
    [agreement.slice(8), measure, clause, amount, allowed, ...told].filter((each) => each !== ''),
  );
}

const budgeted = grantWith({ budget: { rowsPerDay: 10 } });

describe('An answer', () => {
  it('costs its cars as often as they occur, and no page and no road', () => {
    const fields = {
      a: 'Query.cars',
      'a.nodes': 'CarPage.nodes',
      'a.nodes.id': 'Car.id',
      'a.nodes.road': 'Car.road',
      'a.nodes.road.name': 'Road.name',
      b: 'Query.cars',
      'b.nodes': 'CarPage.nodes',
    };
    const car = { id: '1', road: { name: 'G10' } };
    const data = { a: { nodes: [car, car, { id: '2', road: null }] }, b: { nodes: [{}, {}] } };
    expect(charge(budgeted, fields, data)).toEqual([['police', 'ROWS', 5, 10]]);
  });

  it('costs a row where a value of the agency is shown in another agency’s row, once a row', () => {
    const counted = { roads: 'Query.roads', 'roads.name': 'Road.name', 'roads.carCount': 'Road.carCount' };
    expect(charge(budgeted, { ...counted, 'roads.again': 'Road.carCount' }, { roads: [{}, {}, {}] })).toEqual(
      [['police', 'ROWS', 3, 10]],
    );
    const listed = { roads: 'Query.roads', 'roads.cars': 'Road.cars', 'roads.cars.id': 'Car.id' };
    expect(charge(budgeted, listed, { roads: [{ cars: [{}, {}] }, { cars: null }] })).toEqual([
      ['police', 'ROWS', 2, 10],
    ]);
  });

  it('costs nothing of an agreement that it does not rest on, nor of one without a budget', () => {
    const roads = { roads: 'Query.roads', 'roads.name': 'Road.name' };
    expect(charge(budgeted, roads, { roads: [{ name: 'G10' }] })).toEqual([]);
    const cars = { a: 'Query.cars', 'a.nodes': 'CarPage.nodes' };
    expect(charge(grantWith({}), cars, { a: { nodes: [{}] } })).toEqual([]);
  });

  it('is charged also where it is empty', () => {
    expect(charge(budgeted, { a: 'Query.cars', 'a.nodes': 'CarPage.nodes' }, { a: { nodes: [] } })).toEqual([
      ['police', 'ROWS', 0, 10],
    ]);
  });

  it('costs the subjects that the agency’s own subgraph told about', () => {
    const grant = grantWith({ budget: { distinctSubjectsPerDay: 3 } });
    const fields = { a: 'Query.cars', 'a.nodes': 'CarPage.nodes', 'a.nodes.plate': 'Car.plate' };
    const data = { a: { nodes: [{ plate: 'x' }] } };
    const subjects = { cars: ['s1', 's2'], roads: ['s3'] };
    expect(charge(grant, fields, data, { subjects })).toEqual([['police', 'SUBJECTS', 0, 3, 's1', 's2']]);
    // Also where it names nobody: whether it does is what a refusal would tell.
    expect(charge(grant, fields, data)).toEqual([['police', 'SUBJECTS', 0, 3]]);
    const others = { a: 'Query.cars', 'a.nodes': 'CarPage.nodes' };
    expect(charge(grant, others, data)).toEqual([]);
  });

  it('costs a use of a clause for every value that it tests', () => {
    const grant = grantWith({}, { limit: { perDay: 5 } });
    const use: InputUse = {
      position: 'Query.cars(plate:)',
      use: 'match',
      coordinate: 'Car.plate',
      decision: grant.decideUse('match', 'Car.plate'),
    };
    const fields = { a: 'Query.cars' };
    expect(charge(grant, fields, { a: null }, { uses: [use], counts: 3 })).toEqual([
      ['police', 'USES', 'p2', 3, 5],
    ]);
    expect(charge(grant, fields, { a: null })).toEqual([]);
  });
});

it.each([
  ['2026-03-02T00:00:00+08:00', '2026-03-02', '2026-03-03T00:00:00+08:00'],
  ['2026-03-02T23:59:59.999+08:00', '2026-03-02', '2026-03-03T00:00:00+08:00'],
  ['2026-12-31T16:00:00Z', '2027-01-01', '2027-01-02T00:00:00+08:00'],
])('At %s it is %s until %s', (instant, day, end) => {
  expect([dayOf(Date.parse(instant)), endOfDay(Date.parse(instant))]).toEqual([day, end]);
});
