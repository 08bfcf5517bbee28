import { checkSchema, requireCatalogue } from '../../../src/agreement/index.ts';
import { smallSchema } from './fixture.ts';

function problemsAfter(find: string | RegExp, replacement: string): string[] {
  let found = false;
  const subgraphs = smallSchema((sdl) =>
    sdl.replace(find, () => {
      found = true;
      return replacement;
    }),
  );
  expect(found).toBe(true);
  return checkSchema(subgraphs).map(({ subgraph, place, rule }) => `${subgraph} ${place} ${rule}`);
}

it('a schema that obeys every rule has no problem', () => {
  expect(checkSchema(smallSchema())).toEqual([]);
  expect(requireCatalogue(smallSchema()).owners).toEqual(['AG-CASES', 'AG-ROADS']);
});

it('a schema with problems is refused with every one of them', () => {
  const subgraphs = smallSchema((sdl) => sdl.replaceAll('@sensitivity(level: INTERNAL)', ''));
  expect(() => requireCatalogue(subgraphs)).toThrow(/cases: Case\.id: .*\n.*cases: Case\.kind: /s);
});

const NAME = '"Name." name: String @sensitivity(level: PUBLIC)';

// Each line breaks one rule in one place; the test of the whole schema above is their positive control.
it.each([
  ['a field without a sensitivity', NAME, '"Name." name: String', 'roads Road.name every-field-is-rated'],
  [
    'a field with two sensitivities',
    NAME,
    `${NAME} @sensitivity(level: PUBLIC)`,
    'roads Road.name every-field-is-rated',
  ],
  ['a plate that is not marked', ' @subject(kind: PLATE)', '', 'roads Passage.plate every-subject-is-marked'],
  [
    'a plate that is marked as a person',
    '@subject(kind: PLATE)',
    '@subject(kind: PERSON)',
    'roads Passage.plate every-subject-is-marked',
  ],
  [
    'an identity number that is not marked',
    NAME,
    `${NAME} "Of its keeper." keeperIdNo: String @sensitivity(level: PUBLIC)`,
    'roads Road.keeperIdNo every-subject-is-marked',
  ],
  [
    'a person’s name that is not marked',
    NAME,
    NAME.replace('PUBLIC', 'SENSITIVE'),
    'roads Road.name every-subject-is-marked',
  ],
  [
    'a filter without @backs',
    ' @backs(field: "Road.keeper")',
    '',
    'roads RoadFilter.keeper every-input-is-backed',
  ],
  [
    'an order without @backs',
    ' @backs(field: "Road.name", as: SORT)',
    '',
    'roads RoadOrder.NAME_ASC every-input-is-backed',
  ],
  ['an order that only filters', ', as: SORT)', ')', 'roads RoadOrder.NAME_ASC every-input-is-backed'],
  [
    'an argument without @backs',
    ' @backs(field: "Passage.plate", as: MATCH)',
    '',
    'roads Road.passed(plate:) every-input-is-backed',
  ],
  [
    'an argument of a listed name but another type',
    '"How many." first: Int! = 20',
    'id: PlateNo',
    'roads Query.cameras(id:) every-input-is-backed',
  ],
  [
    'a filter as a text',
    '"How many." first: Int! = 20',
    '"A." filter: String',
    'roads Query.cameras(filter:) every-input-is-backed',
  ],
  [
    '@backs of a field that is not there',
    '"Road.keeper"',
    '"Road.keper"',
    'roads RoadFilter.keeper every-input-is-backed',
  ],
  [
    '@backs of what is classified',
    '"Road.keeper"',
    '"Passage.account"',
    'roads RoadFilter.keeper every-input-is-backed',
  ],
  [
    '@backs of a type without data',
    '"Road.keeper"',
    '"RoadConnection.nodes"',
    'roads RoadFilter.keeper every-input-is-backed',
  ],
  [
    'a field that cannot be null',
    NAME,
    NAME.replace('String', 'String!'),
    'roads Road.name deniable-fields-are-nullable',
  ],
  [
    'a structure that brings more than the field that returns it',
    'closedAt: DateTime! @sensitivity(level: PUBLIC)',
    'closedAt: DateTime! @sensitivity(level: RESTRICTED)',
    'roads Mutation.closeRoad structures-bring-nothing-higher',
  ],
  [
    'a key of personal data',
    'Camera @key(fields: "id")',
    'Camera @key(fields: "plate")',
    'roads Camera.plate keys-are-surrogates',
  ],
  [
    'a key of another type',
    '"Id." id: ID! @sensitivity(level: INTERNAL)\n    "Place."',
    '"Id." id: PlateNo! @sensitivity(level: INTERNAL)\n    "Place."',
    'roads Camera.id keys-are-surrogates',
  ],
  [
    'a key above INTERNAL',
    '"Id." id: ID! @sensitivity(level: INTERNAL)\n    "Place."',
    '"Id." id: ID! @sensitivity(level: RESTRICTED)\n    "Place."',
    'roads Camera.id keys-are-surrogates',
  ],
  [
    'a rule on a field of an interface',
    '"A camera."',
    '"I." interface I { "A." a: Int @sensitivity(level: PUBLIC) } "A camera."',
    'roads I.a rules-stand-on-concrete-types',
  ],
  [
    'a hidden field of an interface',
    '"A camera."',
    '"I." interface I { "A." a: Int @hidden } "A camera."',
    'roads I.a rules-stand-on-concrete-types',
  ],
  [
    'a number on an interface',
    '"A camera."',
    '"I." interface I { "A." a: Int @statistic } "A camera."',
    'roads I.a rules-stand-on-concrete-types',
  ],
  [
    'a rule on an interface',
    '"A camera."',
    '"I." interface I @rowScoped { "A." a: Int } "A camera."',
    'roads I rules-stand-on-concrete-types',
  ],
  [
    'a rule on a union',
    '"A camera."',
    '"U." union U @structure = Road | Camera "A camera."',
    'roads U rules-stand-on-concrete-types',
  ],
  [
    'a renamed import',
    'extend schema @owner',
    'extend schema @link(url: "https://x.example/a", import: [{ name: "@sensitivity", as: "@s" }]) extend schema @owner',
    'roads @link directives-keep-their-names',
  ],
  [
    'an aliased namespace',
    'extend schema @owner',
    'extend schema @link(url: "https://x.example/a", as: "f") extend schema @owner',
    'roads @link directives-keep-their-names',
  ],
  [
    'a directive that nobody defines',
    NAME,
    `${NAME} @lukou__sensitivity(level: PUBLIC)`,
    'roads @lukou__sensitivity directives-keep-their-names',
  ],
  [
    'a field that reads another by @requires',
    NAME,
    `${NAME} @requires(fields: "keeper")`,
    'roads @requires directives-keep-their-names',
  ],
  [
    '@derivedFrom of what is classified',
    'types: ["Passage"]',
    'types: ["Passage", "Passage.account"]',
    'roads Passage.account the-classified-is-not-referred-to',
  ],
  [
    'a description that names what is classified',
    '"Toll account."',
    '"See Passage.account." open: Int @sensitivity(level: PUBLIC) "Toll account."',
    'roads Passage.account the-classified-is-not-referred-to',
  ],
  [
    'a field of a classified type',
    '"A camera." type Camera',
    '"A camera." type Camera @classified(reason: "x")',
    'roads Camera the-classified-is-not-referred-to',
  ],
  ['a type without a description', '"A camera." type', 'type', 'roads Camera everything-is-described'],
  ['a field without a description', '"Name." name', 'name', 'roads Road.name everything-is-described'],
  ['an empty description', '"Name." name', '" " name', 'roads Road.name everything-is-described'],
  [
    'an argument without a description',
    '"How many." first: Int! = 20',
    'first: Int!',
    'roads Query.cameras(first:) everything-is-described',
  ],
  [
    'an input field without a description',
    '"By name." name',
    'name',
    'roads RoadFilter.name everything-is-described',
  ],
  ['an enum without a description', '"Order." enum', 'enum', 'roads RoadOrder everything-is-described'],
  ['a secrecy mark in a description', '"Name." name', '"机密★10年" name', 'roads Road.name no-secrecy-marks'],
  [
    'a secrecy mark in a default',
    'name: String @backs',
    'name: String = "TOP SECRET//SI//NOFORN" @backs',
    'roads RoadFilter.name no-secrecy-marks',
  ],
  [
    'a secrecy mark in a deprecation',
    NAME,
    `${NAME} @deprecated(reason: "绝密★启用前")`,
    'roads Road.name no-secrecy-marks',
  ],
  [
    'a secrecy level as an enum value',
    '{ NAME_ASC',
    '{ TOP_SECRET @backs(field: "Road.name", as: SORT) NAME_ASC',
    'roads RoadOrder.TOP_SECRET no-secrecy-marks',
  ],
  [
    'a secrecy level as the name of a field',
    NAME,
    `${NAME} "Name." topSecret: String @sensitivity(level: PUBLIC)`,
    'roads Road.topSecret no-secrecy-marks',
  ],
  [
    'a secrecy level as the name of a type',
    '"A page." type',
    '"X." type NATO_SECRET @structure { "X." x: Int @sensitivity(level: PUBLIC) } "A page." type',
    'roads NATO_SECRET no-secrecy-marks',
  ],
  [
    'a secrecy level as the name of an argument',
    '"How many." first: Int!',
    '"How." COSMIC_TOP_SECRET: Int "How many." first: Int!',
    'roads Query.cameras.COSMIC_TOP_SECRET no-secrecy-marks',
  ],
  [
    'a secrecy level as an enum value that stands as a default',
    'orderBy: RoadOrder! = NAME_ASC',
    'orderBy: RoadOrder! = COSMIC_TOP_SECRET',
    'roads Query.roads.orderBy no-secrecy-marks',
  ],
  [
    'a secrecy mark in an argument of a directive',
    '@classified(reason: "never online")',
    '@classified(reason: "机密★10年")',
    'roads Passage.account no-secrecy-marks',
  ],
  [
    'a key of what is classified',
    'type Passage @rowScoped',
    'type Passage @key(fields: "camera { id } account") @rowScoped',
    'roads Passage.account the-classified-is-not-referred-to',
  ],
  [
    'a type that two agencies define',
    'extend type Road @key(fields: "id") {',
    '"Road." type Road @key(fields: "id") {',
    'roads Road every-type-has-one-owner',
  ],
  [
    'a field that two agencies define',
    '"Cases on the road." cases: [Case!]',
    '"Name." name: String',
    'cases Road.name every-type-has-one-owner',
  ],
  [
    'an extension of a type that nobody defines',
    'extend type Road @key',
    'extend type Rood @key',
    'cases Rood every-type-has-one-owner',
  ],
  [
    '@derivedFrom of another agency’s type',
    '"Cases on the road." cases: [Case!] @sensitivity(level: INTERNAL)',
    '"Cases." cases: [Case!] @sensitivity(level: INTERNAL) @derivedFrom(types: ["Passage"])',
    'cases Road.cases every-type-has-one-owner',
  ],
  [
    'an operand that no row is opened by',
    'by: [SPATIAL, USAGE]',
    'by: [SPATIAL, COLOUR]',
    'roads Camera every-type-has-one-owner',
  ],
])('%s is refused', (_, find, replacement, expected) => {
  expect(problemsAfter(find, replacement)).toContain(expected);
});

it('a classified field is found by its bare name, unless that is a plain word or somebody online is called so', () => {
  const classify = (name: string, described: string): readonly string[] =>
    problemsAfter(
      '"Toll account." account:',
      `"${described}" seen: Int @sensitivity(level: PUBLIC) "Toll." ${name}:`,
    );
  const found = 'roads Passage.tollAccount the-classified-is-not-referred-to';
  expect(classify('tollAccount', 'Not the tollAccount itself.')).toContain(found);
  expect(classify('account', 'An account of it.').join()).not.toMatch(/classified/);
  expect(classify('divisionCode2', 'The divisionCode.').join()).not.toMatch(/classified/);
});

it('an input object inside a filter is checked as well', () => {
  const problems = problemsAfter(
    '"By name." name: String @backs(field: "Road.name")',
    '"By name." nested: Inner } "Inner." input Inner { "By name." name: String',
  );
  expect(problems).toContain('roads Inner.name every-input-is-backed');
});

it('a span that backs a field as a whole needs no @backs inside', () => {
  const problems = problemsAfter(
    '"By keeper." keeper: String @backs(field: "Road.keeper")',
    '"By span." during: Span @backs(field: "Passage.at") } "Span." input Span { "From." from: DateTime!',
  );
  expect(problems).toEqual([]);
});
