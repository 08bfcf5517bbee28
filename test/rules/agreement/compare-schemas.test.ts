import { BreakingChangeType, DangerousChangeType, parse, print } from 'graphql';
import {
  buildCatalogue,
  compareSchemas,
  publishSchema,
  type SchemaChange,
} from '../../../src/agreement/index.ts';
import { smallSchema } from './fixture.ts';

const PUBLISHED = `
  directive @owner(agency: String!) on OBJECT | FIELD_DEFINITION
  directive @sensitivity(level: Sensitivity!) on FIELD_DEFINITION
  directive @backs(field: String!, as: Capability!) repeatable on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
  directive @structure on OBJECT
  enum Sensitivity { PUBLIC INTERNAL RESTRICTED SENSITIVE }
  enum Capability { FILTER SORT MATCH }
  type Query {
    roads(first: Int! = 20, filter: RoadFilter, orderBy: RoadOrder! = NAME_ASC): RoadConnection @owner(agency: "AG-ROADS") @sensitivity(level: PUBLIC)
    find(text: String): Found @owner(agency: "AG-ROADS") @sensitivity(level: PUBLIC)
  }
  interface Named { name: String }
  type Road implements Named @owner(agency: "AG-ROADS") {
    id: ID! @sensitivity(level: PUBLIC)
    name: String @sensitivity(level: INTERNAL)
    state: RoadState @sensitivity(level: PUBLIC)
    cases(since: Int, plate: String): [String!]! @owner(agency: "AG-CASES") @sensitivity(level: INTERNAL)
  }
  type Camera @owner(agency: "AG-ROADS") { id: ID @sensitivity(level: PUBLIC) }
  type RoadConnection @structure { nodes: [Road!]! @sensitivity(level: PUBLIC) }
  type Bridge @owner(agency: "AG-ROADS") { id: ID @sensitivity(level: PUBLIC) }
  union Found = Road | Camera
  enum RoadState { OPEN CLOSED }
  enum RoadOrder { NAME_ASC @backs(field: "Road.name", as: SORT) }
  input RoadFilter { name: String @backs(field: "Road.name", as: FILTER) keeper: String }
`;

function changesAfter(
  find: string | RegExp,
  replacement: string,
  before = PUBLISHED,
): readonly SchemaChange[] {
  const after = before.replace(find, replacement);
  expect(after).not.toBe(before);
  return compareSchemas(parse(before), parse(after)).changes;
}

it('a schema that stays as it is changes nothing', () => {
  expect(compareSchemas(parse(PUBLISHED), parse(PUBLISHED))).toEqual({ changes: [], factsCompared: true });
});

// Each line changes one place. What is expected: weight, kind, and the sentence.
const TABLE: readonly (readonly [find: string | RegExp, replacement: string, expected: string])[] = [
  // What graphql-js finds.
  [/type Bridge .*\n/, '', 'breaking TYPE_REMOVED Bridge is gone.'],
  [
    'type Camera @owner(agency: "AG-ROADS")',
    'input Camera',
    'breaking TYPE_CHANGED_KIND Camera was an Object type and is an Input type.',
  ],
  ['Road | Camera', 'Road', 'breaking TYPE_REMOVED_FROM_UNION Found no longer holds Camera.'],
  ['OPEN CLOSED', 'OPEN', 'breaking VALUE_REMOVED_FROM_ENUM RoadState.CLOSED is gone.'],
  [
    'keeper: String',
    'keeper: String at: Int!',
    'breaking REQUIRED_INPUT_FIELD_ADDED RoadFilter.at is new and must be given.',
  ],
  [
    'Road implements Named',
    'Road',
    'breaking IMPLEMENTED_INTERFACE_REMOVED Road no longer implements Named.',
  ],
  [/state: .*\n/, '', 'breaking FIELD_REMOVED Road.state is gone.'],
  ['keeper: String', '', 'breaking FIELD_REMOVED RoadFilter.keeper is gone.'],
  ['keeper: String', 'keeper: Int', 'breaking FIELD_CHANGED_KIND RoadFilter.keeper was String and is Int.'],
  [
    'state: RoadState',
    'state: String',
    'breaking FIELD_CHANGED_KIND Road.state was RoadState and is String.',
  ],
  ['[String!]!', '[String!]', 'breaking FIELD_CHANGED_KIND Road.cases may be null now.'],
  ['[String!]!', '[String]!', 'breaking FIELD_CHANGED_KIND Road.cases was [String!]! and is [String]!.'],
  [
    'find(text: String)',
    'find(text: String, by: Int!)',
    'breaking REQUIRED_ARG_ADDED Query.find(by:) is new and must be given.',
  ],
  ['find(text: String)', 'find', 'breaking ARG_REMOVED Query.find(text:) is gone.'],
  [
    'find(text: String)',
    'find(text: Int)',
    'breaking ARG_CHANGED_KIND Query.find(text:) was String and is Int.',
  ],
  ['OPEN CLOSED', 'OPEN CLOSED ICY', 'dangerous VALUE_ADDED_TO_ENUM RoadState.ICY is new.'],
  ['name: String }', 'name: String } type Tunnel { id: ID }', 'safe TYPE_ADDED Tunnel is new.'],
  ['Found = Road', 'Found = Query | Road', 'dangerous TYPE_ADDED_TO_UNION Found may be Query now.'],
  [
    'keeper: String',
    'keeper: String at: Int',
    'dangerous OPTIONAL_INPUT_FIELD_ADDED RoadFilter.at is new and may be left out.',
  ],
  [
    'find(text: String)',
    'find(text: String, by: Int)',
    'dangerous OPTIONAL_ARG_ADDED Query.find(by:) is new and may be left out.',
  ],
  [
    'type Camera',
    'interface I { id: ID } type Camera implements I',
    'dangerous IMPLEMENTED_INTERFACE_ADDED Camera implements I now.',
  ],
  [
    'first: Int! = 20',
    'first: Int! = 50',
    'dangerous ARG_DEFAULT_VALUE_CHANGE Query.roads(first:) has another default: it changed from 20 to 50.',
  ],
  // What graphql-js misses, and partners feel.
  [
    'level: INTERNAL)\n    state',
    'level: SENSITIVE)\n    state',
    'dangerous SENSITIVITY_RAISED Road.name is SENSITIVE now and was INTERNAL: an agreement that opens its whole type must name the fields one by one.',
  ],
  [
    'level: INTERNAL)\n    state',
    'level: PUBLIC)\n    state',
    'safe SENSITIVITY_LOWERED Road.name is PUBLIC now and was INTERNAL.',
  ],
  [
    '"AG-CASES"',
    '"AG-COURTS"',
    'breaking OWNER_CHANGED Road.cases belongs to AG-COURTS now and belonged to AG-CASES: agreements of AG-CASES no longer grant it.',
  ],
  [
    'Camera @owner(agency: "AG-ROADS")',
    'Camera @owner(agency: "AG-CITY")',
    'breaking OWNER_CHANGED Camera.id belongs to AG-CITY now and belonged to AG-ROADS: agreements of AG-ROADS no longer grant it.',
  ],
  [
    'plate: String',
    'plate: String @backs(field: "Road.plate", as: MATCH)',
    'breaking INPUT_BACKED Road.cases(plate:) tests Road.plate now: using it needs the ability to match by that field.',
  ],
  [
    'keeper: String',
    'keeper: String @backs(field: "Road.keeper", as: FILTER)',
    'breaking INPUT_BACKED RoadFilter.keeper tests Road.keeper now: using it needs the ability to filter by that field.',
  ],
  [
    '"Road.name", as: SORT',
    '"Road.id", as: SORT',
    'breaking INPUT_BACKED RoadOrder.NAME_ASC tests Road.id now: using it needs the ability to sort by that field.',
  ],
  [
    ' @backs(field: "Road.name", as: FILTER)',
    '',
    'safe INPUT_NO_LONGER_BACKED RoadFilter.name no longer needs the ability to filter by Road.name.',
  ],
  [
    'RoadConnection @structure',
    'RoadConnection',
    'breaking STRUCTURE_LOST RoadConnection is no longer granted with the field that returns it: its fields need grants of their own.',
  ],
  [
    'state: RoadState',
    'state: RoadState @deprecated(reason: "Use status.")',
    'dangerous FIELD_DEPRECATED Road.state is on its way out: Use status.',
  ],
  ['state: RoadState', 'state: RoadState!', 'safe FIELD_NEVER_NULL Road.state is never null now.'],
  [
    'state: RoadState',
    'length: Int @sensitivity(level: PUBLIC) state: RoadState',
    'safe FIELD_ADDED Road.length is new.',
  ],
  // A value that is only ever sent surprises nobody.
  ['{ NAME_ASC', '{ NAME_DESC NAME_ASC', 'safe VALUE_ADDED_TO_ENUM RoadOrder.NAME_DESC is new.'],
];

it.each(TABLE)('%s -> %s: %s', (find, replacement, expected) => {
  const changes = changesAfter(find, replacement);
  const lines = changes.map(({ weight, kind, message }) => `${weight} ${kind} ${message}`);
  expect(lines).toContain(expected);
});

it('every kind of change that graphql-js may find in a schema without directives is read', () => {
  const kinds = [...Object.values(BreakingChangeType), ...Object.values(DangerousChangeType)];
  const tried = TABLE.map(([, , expected]) => expected.split(' ')[1]);
  expect(tried).toEqual(expect.arrayContaining(kinds.filter((kind) => !/DIRECTIVE/.test(kind))));
});

it('a removed default of an argument is said', () => {
  expect(changesAfter('first: Int! = 20', 'first: Int').map(({ message }) => message)).toEqual([
    'Query.roads(first:) has another default: it was removed.',
  ]);
});

it('a file that is no whole schema is refused', () => {
  const broken = parse('type Query { road: Road }');
  expect(() => compareSchemas(broken, parse(PUBLISHED))).toThrow(
    expect.objectContaining({
      code: 'SCHEMA_INVALID',
      message: expect.stringContaining('Unknown type: "Road"'),
    }),
  );
});

it('the heaviest changes come first', () => {
  const after = PUBLISHED.replace('OPEN CLOSED', 'OPEN ICY').replace(
    'state: RoadState',
    'length: Int state: RoadState',
  );
  const { changes } = compareSchemas(parse(PUBLISHED), parse(after));
  expect(changes.map(({ weight }) => weight)).toEqual(['breaking', 'dangerous', 'safe']);
});

it('a schema that was published without the facts is compared without them, and the result says so', () => {
  const bare = PUBLISHED.replaceAll(/directive .*\n/g, '').replaceAll(
    / @(owner|sensitivity|backs)\([^)]*\)| @structure/g,
    '',
  );
  const { changes, factsCompared } = compareSchemas(parse(bare), parse(PUBLISHED));
  expect({ changes, factsCompared }).toEqual({ changes: [], factsCompared: false });
});

describe('the published schema', () => {
  const seen = `
    type Query { roads(filter: RoadFilter, orderBy: RoadOrder! = NAME_ASC): RoadConnection cases: [Case!] }
    type Road { id: ID! name: String cases: [Case!] passed(plate: PlateNo): Int }
    type Case { id: ID! kind: String }
    type RoadConnection { nodes: [Road!]! }
    input RoadFilter { name: String }
    enum RoadOrder { NAME_ASC }
    enum RowOperand { SPATIAL }
    scalar PlateNo
  `;
  const published = print(publishSchema(parse(seen), buildCatalogue(smallSchema())));

  it.each([
    'type Road @owner(agency: "AG-ROADS") {',
    'id: ID! @sensitivity(level: PUBLIC)',
    'cases: [Case!] @owner(agency: "AG-CASES") @sensitivity(level: INTERNAL)',
    'type RoadConnection @structure {',
    'plate: PlateNo @backs(field: "Passage.plate", as: MATCH)',
    'name: String @backs(field: "Road.name", as: FILTER)',
    'NAME_ASC @backs(field: "Road.name", as: SORT)',
  ])('says %s', (line) => expect(published).toContain(line));

  it('leaves out what only the subgraphs’ own directives use', () => {
    expect(published).not.toContain('RowOperand');
  });

  it('is read back with every fact', () => {
    expect(compareSchemas(parse(published), parse(published))).toEqual({ changes: [], factsCompared: true });
  });
});
