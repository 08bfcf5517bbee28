import {
  buildASTSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  parse,
  printSchema,
  validate,
  validateSchema,
  type GraphQLSchema,
} from 'graphql';
import { transformSupergraphToPublicSchema, composeServices } from '@theguild/federation-composition';
import {
  bindGrant,
  compilePolicy,
  requireCatalogue,
  stripClassified,
  viewSchema,
  type Ask,
  type Grant,
} from '../../../src/agreement/index.ts';
import { readShipped, shippedAgreements, shippedSchema } from './shipped-files.ts';

const catalogue = requireCatalogue(shippedSchema());
const policy = compilePolicy(shippedAgreements(), catalogue);
const NOW = Date.parse('2026-07-01T12:00:00+08:00');

function openPublicSchema(): GraphQLSchema {
  const composed = composeServices(
    shippedSchema().map(({ name, document }) => ({ name, typeDefs: stripClassified(document) })),
  );
  if (composed.supergraphSdl === undefined) throw new Error('The shipped schema does not compose.');
  return buildASTSchema(transformSupergraphToPublicSchema(parse(composed.supergraphSdl)), {
    assumeValidSDL: true,
  });
}

const publicSchema = openPublicSchema();
const ASKS: Readonly<Record<string, Ask>> = {
  analyst: ask('AG-TRAFFIC-POLICE', 'analyst', 'ROAD_SAFETY'),
  transport: ask('AG-TRANSPORT-CENTRE', 'partner', 'ROAD_SAFETY'),
  justice: ask('AG-JUSTICE-BUREAU', 'partner', 'MEDIATION'),
  auditor: ask('AG-OVERSIGHT', 'auditor', 'OVERSIGHT'),
  public: ask(null, 'public', null),
};

function ask(agency: string | null, role: Ask['role'], purpose: string | null): Ask {
  return { agency, role, purpose, caseReference: null };
}

const grantOf = (name: string): Grant => bindGrant(policy, ASKS[name]!, NOW);
const viewOf = (name: string): GraphQLSchema => viewSchema(publicSchema, catalogue, grantOf(name));

function fieldsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
}

describe('The schema that a caller sees', () => {
  it.each(Object.keys(ASKS))('is a sound schema: %s', (name) => {
    expect(validateSchema(viewOf(name)).map(({ message }) => message)).toEqual([]);
  });

  it.each(Object.keys(ASKS))('holds no field that is denied: %s', (name) => {
    const grant = grantOf(name);
    expect(fieldsOf(viewOf(name)).filter((coordinate) => grant.decide(coordinate).kind === 'deny')).toEqual(
      [],
    );
  });

  it.each(Object.keys(ASKS))('holds every field that is open and can be reached: %s', (name) => {
    const view = viewOf(name);
    const seen = new Set(fieldsOf(view));
    const grant = grantOf(name);
    const missed = fieldsOf(publicSchema).filter((coordinate) => {
      const [typeName = '', fieldName = ''] = coordinate.split('.');
      const type = publicSchema.getType(typeName);
      if (view.getType(typeName) === undefined || !isObjectType(type)) return false;
      const field = type.getFields()[fieldName]!;
      return (
        grant.decide(coordinate).kind !== 'deny' &&
        view.getType(getNamedType(field.type).name) !== undefined &&
        !seen.has(coordinate)
      );
    });
    expect(missed).toEqual([]);
  });

  it('holds no input that tests what the caller may not test', () => {
    const grant = grantOf('transport');
    const places = Object.values(viewOf('transport').getTypeMap()).flatMap((type) => {
      if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
      if (isInputObjectType(type))
        return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
      if (!isObjectType(type)) return [];
      return Object.values(type.getFields()).flatMap(({ name, args }) =>
        args.map((argument) => `${type.name}.${name}(${argument.name}:)`),
      );
    });
    const backed = places.flatMap((place) => catalogue.inputs.get(place) ?? []);
    expect(backed.length).toBeGreaterThan(0);
    expect(backed.filter(({ use, coordinate }) => grant.decideUse(use, coordinate).kind === 'deny')).toEqual(
      [],
    );
  });

  it('says how a masked field is masked', () => {
    const field = viewOf('transport').getType('CheckpointPassage');
    expect(isObjectType(field) && field.getFields()['plateNo']?.description).toMatch(
      /Masked: plate\.region\.$/,
    );
  });

  it('differs between callers, and the public’s is as it was agreed', () => {
    expect(new Set(Object.keys(ASKS).map((name) => printSchema(viewOf(name)))).size).toBe(5);
    expect(printSchema(viewOf('public'))).toMatchSnapshot();
  });

  it('takes the questions that the gateway answers, and refuses one for a denied field', () => {
    const question = parse(readShipped('examples/05-violations-per-ten-thousand.graphql'));
    expect(validate(viewOf('analyst'), question)).toEqual([]);
    const denied = parse('{ checkpoints(first: 1) { nodes { passages(first: 1) { imageUrl } } } }');
    expect(validate(publicSchema, denied)).toEqual([]);
    expect(validate(viewOf('transport'), denied).map(({ message }) => message)).toEqual([
      expect.stringContaining('Cannot query field "imageUrl"'),
    ]);
  });

  it('still has a query type where nothing is open', () => {
    const view = viewSchema(
      publicSchema,
      catalogue,
      bindGrant(policy, ask('AG-NOBODY', 'partner', 'MEDIATION'), NOW),
    );
    expect(fieldsOf(view)).toEqual([]);
    expect(validate(view, parse('{ __typename }'))).toEqual([]);
  });
});
