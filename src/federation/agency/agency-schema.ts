import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  defaultTypeResolver,
  isInterfaceType,
  Kind,
  parse,
  print,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { LukouError } from '../../base/index.ts';
import type { EntityKeys } from './entity-keys.ts';

type ReferenceResolver = (reference: Readonly<Record<string, unknown>>, context: unknown) => unknown;

/**
 * Resolvers by type and field. A type that other agencies refer to may have `__resolveReference(reference, context)`,
 * which finds the row behind a key, or null; without it the reference itself is the row.
 */
export type AgencyResolvers = Readonly<Record<string, unknown>>;

/** An agency's executable schema with what federation adds: `_entities` and `_service`. Throws SCHEMA_INVALID. */
export function buildAgencySchema(
  name: string,
  document: DocumentNode,
  keys: EntityKeys,
  resolvers: AgencyResolvers,
): GraphQLSchema {
  const { fieldResolvers, referenceResolvers } = splitResolvers(resolvers);
  try {
    return makeExecutableSchema({
      typeDefs: withFederation(document, keys),
      resolvers: {
        ...fieldResolvers,
        ...federationResolvers(document, keys, fieldResolvers, referenceResolvers),
      },
      assumeValid: true,
      assumeValidSDL: true,
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown';
    throw new LukouError('SCHEMA_INVALID', `Schema and resolvers of ${name} do not fit: ${reason}`, {
      cause,
    });
  }
}

function withFederation(document: DocumentNode, { types }: EntityKeys): DocumentNode {
  const entities = types.length === 0 ? '' : '_entities(representations: [_Any!]!): [_Entity]!';
  const union = types.length === 0 ? '' : `union _Entity = ${types.join(' | ')}`;
  const additions = parse(`
    scalar _Any
    type _Service { sdl: String }
    ${union}
    extend type Query { ${entities} _service: _Service! }
  `);
  return {
    kind: Kind.DOCUMENT,
    definitions: promoteExtensions([...document.definitions, ...additions.definitions]),
  };
}

const DEFINED_BY = {
  [Kind.OBJECT_TYPE_EXTENSION]: Kind.OBJECT_TYPE_DEFINITION,
  [Kind.INTERFACE_TYPE_EXTENSION]: Kind.INTERFACE_TYPE_DEFINITION,
} as const;

// To the agency a type of another agency that it extends is simply a type; without a definition it would be lost.
function promoteExtensions(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const defined = new Set(
    definitions.flatMap((each) =>
      each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? [each.name.value]
        : [],
    ),
  );
  return definitions.flatMap((each): DefinitionNode[] => {
    if (each.kind === Kind.SCHEMA_EXTENSION) return [];
    if (each.kind !== Kind.OBJECT_TYPE_EXTENSION && each.kind !== Kind.INTERFACE_TYPE_EXTENSION)
      return [each];
    if (defined.has(each.name.value)) return [each];
    defined.add(each.name.value);
    return [{ ...each, kind: DEFINED_BY[each.kind] }];
  });
}

function splitResolvers(resolvers: AgencyResolvers): {
  readonly fieldResolvers: Record<string, object>;
  readonly referenceResolvers: ReadonlyMap<string, ReferenceResolver>;
} {
  const fieldResolvers: Record<string, object> = {};
  const referenceResolvers = new Map<string, ReferenceResolver>();
  for (const [typeName, ofType] of Object.entries(resolvers)) {
    if (typeof ofType !== 'object' || ofType === null || !('__resolveReference' in ofType)) {
      fieldResolvers[typeName] = ofType as object;
      continue;
    }
    const { __resolveReference: resolveReference, ...fields } = ofType;
    referenceResolvers.set(typeName, resolveReference as ReferenceResolver);
    if (Object.keys(fields).length > 0) fieldResolvers[typeName] = fields;
  }
  return { fieldResolvers, referenceResolvers };
}

function federationResolvers(
  document: DocumentNode,
  { types }: EntityKeys,
  fieldResolvers: Readonly<Record<string, object>>,
  referenceResolvers: ReadonlyMap<string, ReferenceResolver>,
): Record<string, object> {
  const sdl = print(document);
  const query = { ...fieldResolvers['Query'], _service: () => ({ sdl }) };
  if (types.length === 0) return { Query: query };
  return {
    Query: {
      ...query,
      _entities: (_root: unknown, args: { readonly representations: readonly unknown[] }, context: unknown) =>
        args.representations.map((representation) => resolveEntity(representation, context)),
    },
    _Entity: {
      __resolveType(row: object, context: unknown, info: GraphQLResolveInfo) {
        const typeName = readTypeName(row);
        const type = info.schema.getType(typeName);
        return isInterfaceType(type)
          ? (type.resolveType ?? defaultTypeResolver)(row, context, info, type)
          : typeName;
      },
    },
  };

  function resolveEntity(representation: unknown, context: unknown): unknown {
    const { typeName, reference } = readReference(representation);
    const resolve = referenceResolvers.get(typeName);
    const row = resolve === undefined ? reference : resolve(reference, context);
    // A reference says its type itself.
    if (row === reference) return row;
    return row instanceof Promise
      ? row.then((settled) => writeTypeName(settled, typeName))
      : writeTypeName(row, typeName);
  }
}

// Rows carry no type name of their own. It is kept on the row under a symbol, which neither keys nor JSON show; a
// WeakMap alone would cost a tenth of a join.
const TYPE_NAME = Symbol('type name');
const typeNamesOfFrozen = new WeakMap<object, string>();

function writeTypeName(row: unknown, typeName: string): unknown {
  if (typeof row !== 'object' || row === null) return row;
  if (Object.isExtensible(row)) (row as { [TYPE_NAME]?: string })[TYPE_NAME] = typeName;
  else typeNamesOfFrozen.set(row, typeName);
  return row;
}

function readTypeName(row: { readonly [TYPE_NAME]?: string; readonly ['__typename']?: string }): string {
  return row[TYPE_NAME] ?? typeNamesOfFrozen.get(row) ?? row['__typename'] ?? '';
}

function readReference(representation: unknown): {
  readonly typeName: string;
  readonly reference: Readonly<Record<string, unknown>>;
} {
  const reference = typeof representation === 'object' && representation !== null ? representation : {};
  const typeName: unknown = Reflect.get(reference, '__typename');
  if (typeof typeName !== 'string') throw new LukouError('SUBGRAPH_FAULT', 'A reference has no __typename.');
  return { typeName, reference: reference as Readonly<Record<string, unknown>> };
}
