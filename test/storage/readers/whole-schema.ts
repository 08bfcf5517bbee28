import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  execute,
  getNamedType,
  getNullableType,
  isEnumType,
  isLeafType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
  type ExecutionResult,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { resolversBySubgraph } from '../../../resolvers/index.ts';
import { JANUARY } from './sample.ts';

/** A subgraph of the schema folder. */
export type SubgraphName = keyof typeof resolversBySubgraph;

/** A subgraph's schema with its resolvers, without what federation adds. Throws where a resolver has no field. */
export function buildSubgraph(name: SubgraphName): GraphQLSchema {
  const resolvers = Object.fromEntries(
    Object.entries(resolversBySubgraph[name]).map(([type, ofType]) => {
      const { __resolveReference: _reference, ...fields } = { ...ofType, __resolveReference: undefined };
      return [type, 'parseValue' in ofType ? ofType : fields];
    }),
  );
  const federation = 'directive @key(fields: String!) on OBJECT directive @shareable on OBJECT';
  return makeExecutableSchema({
    typeDefs: [federation, readSchema('directives'), readSchema(name)],
    resolvers,
    resolverValidationOptions: { requireResolversToMatchSchema: 'error' },
  });
}

/** A schema file, with the types of other agencies that it extends as types of its own. */
function readSchema(file: string): string {
  return readFileSync(new URL(`../../../schema/${file}.graphql`, import.meta.url), 'utf8')
    .replace(/^extend schema .*$/m, '')
    .replace(/^extend type/gm, 'type');
}

/**
 * Runs an operation. A field that is neither resolved nor a column of its row is an error, not null; so is a column that
 * would have to become another value to be of its type, which compiled operations leave as it is.
 */
export async function runStrictly(
  schema: GraphQLSchema,
  source: string,
  read: object,
): Promise<ExecutionResult> {
  return execute({
    schema,
    document: parse(source),
    contextValue: { read },
    fieldResolver: (parent: object, _args, _context, info) => {
      if (!(info.fieldName in parent)) {
        throw new Error(`${info.parentType.name}.${info.fieldName} is in no row and has no resolver`);
      }
      const value = Reflect.get(parent, info.fieldName) as unknown;
      const type = getNullableType(info.returnType);
      const isPlain = isEnumType(type) || (isScalarType(type) && isSpecifiedScalarType(type));
      if (isPlain && value !== null && type.serialize(value) !== value)
        throw new Error(`${info.parentType.name}.${info.fieldName} is not of the type of its column`);
      return value;
    },
  });
}

const ARGUMENTS: Readonly<Record<string, string>> = {
  before: `"${JANUARY.to}"`,
  during: `{from: "2025-07-01T00:00:00+08:00", to: "2026-12-01T00:00:00+08:00"}`,
  first: '20',
  roadCode: '"G10"',
  stake: '"K1+000"',
  surfaceCondition: 'SNOW_DRIFTS',
  withinKm: '50',
};

/** Every field below a field of the sample's rows, as deep as `depth`; classified fields are left out. */
export function selectionOf(field: GraphQLField<unknown, unknown>, depth: number, keyArgument = ''): string {
  const args = field.args.flatMap(({ name }) =>
    ARGUMENTS[name] === undefined || keyArgument.includes(`${name}:`) ? [] : [`${name}: ${ARGUMENTS[name]}`],
  );
  const given = [...(keyArgument === '' ? [] : [keyArgument]), ...args].join(', ');
  const type = getNamedType(field.type);
  const call = given === '' ? field.name : `${field.name}(${given})`;
  if (isLeafType(type)) return call;
  return `${call} { ${fieldsOf(type as GraphQLObjectType, depth).join(' ')} }`;
}

function fieldsOf(type: GraphQLObjectType, depth: number): string[] {
  return Object.values(type.getFields())
    .filter((field) => !(field.astNode?.directives ?? []).some(({ name }) => name.value === 'classified'))
    .filter((field) => depth > 0 || !isObjectType(getNamedType(field.type)))
    .map((field) => selectionOf(field, depth - 1));
}
