import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isInputObjectType,
  isListType,
  isObjectType,
  parse,
  print,
} from 'graphql';
import { type Catalogue, requireCatalogue } from '../../../src/agreement/index.ts';
import { shippedSchema } from '../../rules/agreement/shipped-files.ts';
import type { NoSuchPath } from './paths.ts';
import { type SampleStage, TRANSPORT } from './sample-stage.ts';
import { smallSchema } from './small-federation.ts';

/** For each reason the check that it still holds of what is shipped. */
export const stillTrue: Readonly<Record<NoSuchPath, (stage: SampleStage) => Promise<void> | void>> = {
  NO_ABSTRACT_TYPES({ schema }) {
    const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    expect(own.filter((type) => isAbstractType(type)).map(({ name }) => name)).toEqual([]);
  },
  NOT_OF_AN_EVENT({ schema }) {
    const taking = typesOf(schema, isObjectType).filter((type) =>
      Object.values(type.getFields()).some(({ args }) =>
        args.some(({ name }) => name === 'after' || name === 'groupBy'),
      ),
    );
    expect(taking.map(({ name }) => name).toSorted()).toEqual(['CaseVehicle', 'Query']);
    const opening = typesOf(schema, isObjectType).filter((type) =>
      Object.values(type.getFields()).some((field) => getNamedType(field.type).name === 'CaseVehicle'),
    );
    expect(opening.map(({ name }) => name)).toEqual(['Query']);
  },
  async NO_BULK_ACTS(stage) {
    const acts = Object.values(stage.schema.getMutationType()?.getFields() ?? {});
    expect(acts.length).toBeGreaterThan(0);
    for (const { name, args } of acts) {
      const types = args.map(({ name: argument, type }) => `${argument} ${String(type)}`);
      const named = OPENING.has(name) ? ['key ID!'] : ['id ID!', 'key ID!'];
      expect([name, types]).toEqual([name, expect.arrayContaining(named)]);
      expect(
        args.filter(({ type }) => isInputObjectType(getNamedType(type)) || isListType(getNullableType(type))),
      ).toEqual([]);
    }
    await expectRefused(stage, 'mutation { updatePassages { id } }');
  },
  NO_QUANTIFIERS: ({ schema }) => expectNoInput(schema, /^(?:none|some|every|any|all|not|and|or)$/i),
  NO_SEARCH: ({ schema }) =>
    expectNoInput(schema, /search|query|text|contains|like|match|starts|ends|keyword|regex/i),
  // An event tells of the row as it is; what a draft would change are decisions, and of no row.
  NO_HISTORY: ({ schema }) =>
    expectNoField(
      schema,
      /^(?!Subscription\.|AgreementImpact\.|DecisionImpact\.).*(?:history|revision|previous|former|before|change)/i,
    ),
  NO_GLOBAL_ID: ({ schema }) => expectNoField(schema, /^Query\.(?:nodes?|entity|_?entities)$/),
  COUNTS_SHOW_NO_VALUE({ world }) {
    const types = new Set(countsOf(world.gateway.policy.catalogue).map(({ namedType }) => namedType));
    expect([...types].toSorted()).toEqual(COUNTED.toSorted());
  },
  COUNTS_HAVE_NO_PAGES({ world }) {
    const { catalogue } = world.gateway.policy;
    expect(countsOf(catalogue).filter(({ name }) => catalogue.inputs.has(`${name}(after:)`))).toEqual([]);
  },
  NEVER_BUILT() {
    const build = (find: string, replacement: string): unknown =>
      requireCatalogue(
        shippedSchema().map(({ name, document }) => ({
          name,
          document: parse(print(document).replace(find, replacement)),
        })),
      );
    expect(() => build('', '')).not.toThrow();
    const refused = expect.objectContaining({ code: 'SCHEMA_INVALID' });
    expect(() => build('"@key", ', '{ name: "@key", as: "@own" }, ')).toThrow(refused);
    expect(() => build('plateNo: PlateNo @', 'plateNo: PlateNo @requires(fields: "id") @')).toThrow(refused);
  },
  EXPLAIN_ASKS_NOBODY: (stage) =>
    expectNothingAsked(
      stage,
      '{ explain(operation: "{ checkpoint(id: \\"CP-001\\") { id } checkpoints(after: \\"x\\") { nodes { id } } }") { role } }',
    ),
  INTROSPECTION_ASKS_NOBODY: (stage) => expectNothingAsked(stage, '{ __schema { types { name } } }'),
  SMALL_AND_WHOLE() {
    const [lists, counts] = [/Connection|cursor|after:/, /[cC]ount|[sS]tatistic/];
    expect(smallSchema()).not.toMatch(lists);
    expect(smallSchema()).not.toMatch(counts);
  },
};

// What these act on is new: they find no row.
const OPENING: ReadonlySet<string> = new Set(['applyForSharing']);

// A number, an instant, a code, or a summary whose fields are numbers and codes: see their types. A detour is public whole.
const COUNTED = [
  'AxleLoad',
  'CaseMeasures',
  'CheckpointDistance',
  'ClosureSummary',
  'DateTime',
  'Detour',
  'Float',
  'FlowBucket',
  'GantryStatistic',
  'Int',
  'MediationStatistic',
  'PassageStatistic',
  'RoadMeasures',
  'TrafficStatus',
  'ViolationRate',
  'ViolationStatistic',
  'WarningMeasures',
];

/** Fields that are computed from rows, but for those that show the rows. */
function countsOf({ coordinates, types }: Catalogue): Catalogue['coordinates'] {
  return coordinates.filter(
    ({ derivedFrom, isAct, isLeaf, namedType }) =>
      !isAct && derivedFrom.length > 0 && (isLeaf || types.get(namedType)?.isStructure === true),
  );
}

function fieldsOf(schema: GraphQLSchema): string[] {
  return typesOf(schema, isObjectType).flatMap((type) =>
    Object.keys(type.getFields()).map((name) => `${type.name}.${name}`),
  );
}

function expectNoField(schema: GraphQLSchema, pattern: RegExp): void {
  expect(fieldsOf(schema).filter((name) => pattern.test(name))).toEqual([]);
}

/** Neither an argument nor a field of an input object has such a name. */
function expectNoInput(schema: GraphQLSchema, pattern: RegExp): void {
  const args = typesOf(schema, isObjectType).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => field.args.map(({ name }) => name)),
  );
  const fields = typesOf(schema, isInputObjectType).flatMap((type) => Object.keys(type.getFields()));
  expect([...args, ...fields].filter((name) => pattern.test(name))).toEqual([]);
}

function typesOf<Kind extends GraphQLNamedType>(
  schema: GraphQLSchema,
  isKind: (type: unknown) => type is Kind,
): Kind[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => isKind(type) && !type.name.startsWith('__'),
  ) as Kind[];
}

async function expectRefused(stage: SampleStage, query: string): Promise<void> {
  stage.world.statements.length = 0;
  const { status, body } = await stage.ask(TRANSPORT, query);
  expect([status, body.data]).toEqual([400, undefined]);
  expect(stage.world.statements).toEqual([]);
}

async function expectNothingAsked(stage: SampleStage, query: string): Promise<void> {
  stage.world.statements.length = 0;
  const { status, body } = await stage.ask(TRANSPORT, query);
  expect([status, body.errors]).toEqual([200, undefined]);
  expect(stage.world.statements).toEqual([]);
}
