import { declaredColumns, undeclaredFields, wronglyDeclaredFields } from './declared-columns.ts';

const DECLARED = await declaredColumns();
const EACH = DECLARED.map(([agency, columns]) => [agency, columns.type, columns] as const);
const GANTRY = DECLARED.find(([, { type }]) => type === 'Gantry')!;

it('covers every type whose rows are wide', () => {
  expect(DECLARED.map(([, { type }]) => type).toSorted()).toEqual([
    'Checkpoint',
    'CheckpointPassage',
    'DetentionMediation',
    'DisputeWarning',
    'FlowObservation',
    'Gantry',
    'GantryPassage',
    'JointWarning',
    'MediationCase',
    'RoadEvent',
    'RoadSegment',
    'Violation',
  ]);
});

it.each(EACH)('%s says of every field of %s what it is made from', (agency, _type, columns) => {
  expect(undeclaredFields(agency, columns)).toEqual([]);
});

it.each(EACH)('%s reads of %s what its fields are declared to be made from', (agency, _type, columns) => {
  expect(wronglyDeclaredFields(agency, columns)).toEqual([]);
});

it('finds a field that is not declared, and one that is declared wrongly (positive control)', () => {
  const [agency, gantry] = GANTRY;
  const but = (field: string, origin: readonly string[] | null) => ({
    ...gantry,
    originOf: (asked: string) => (asked === field ? origin : gantry.originOf(asked)),
  });
  expect(undeclaredFields(agency, but('axleLoads', null))).toEqual(['axleLoads']);
  expect(wronglyDeclaredFields(agency, but('location', ['lon']))).toEqual(['location']);
  expect(wronglyDeclaredFields(agency, but('name', ['stakeM']))).toEqual(['name']);
});
