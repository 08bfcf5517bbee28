import {
  buildASTSchema,
  isScalarType,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLScalarType,
  type GraphQLSchema,
  valueFromASTUntyped,
} from 'graphql';
import { LukouError } from '../base/index.ts';
import { readGraphNames } from './join-directives.ts';
import { toPublicSchema } from './public-schema.ts';
import { readJoins, type Joins } from './type-joins.ts';

/** What the gateway reads out of a supergraph. */
export interface Supergraph {
  readonly sdl: string;
  /** What clients see: without join directives, and without what is inaccessible. */
  readonly consumerSchema: GraphQLSchema;
  /** Names of the subgraphs, as plans use them. */
  readonly subgraphNames: readonly string[];
  /** Whether any field is named like something that every plain object inherits: `toString`, `valueOf`. */
  readonly hasInheritedNames: boolean;
  /** Whether a type name is an object type, inaccessible ones included. */
  isObjectType(typeName: string): boolean;
  /** The object types that a type name stands for, and the name itself: interface objects keep the interface's. */
  typeNamesUnder(typeName: string): ReadonlySet<string>;
  /** Whether object types under an abstract type are inaccessible. */
  hidesTypesOf(typeName: string): boolean;
  /** How each subgraph knows each type. */
  readonly joins: Joins;
}

/** Custom scalars by name: how their input is read. */
export type Scalars = Readonly<Record<string, GraphQLScalarType>>;

/** Reads a supergraph. Throws SCHEMA_INVALID where it is none. */
export function readSupergraph(sdl: string, scalars: Scalars): Supergraph {
  const document = parseSdl(sdl);
  const { objectTypes, members, fieldNames } = listTypes(document);
  const under = new Map<string, ReadonlySet<string>>();
  const consumerSchema = buildConsumerSchema(document, scalars);
  return {
    sdl,
    consumerSchema,
    subgraphNames: listSubgraphs(document),
    hasInheritedNames: fieldNames.some((name) => name in Object.prototype),
    isObjectType: (typeName) => objectTypes.has(typeName),
    typeNamesUnder(typeName) {
      let names = under.get(typeName);
      if (names === undefined)
        under.set(typeName, (names = new Set([typeName, ...(members.get(typeName) ?? [])])));
      return names;
    },
    hidesTypesOf: (typeName) =>
      (members.get(typeName) ?? []).some((member) => consumerSchema.getType(member) === undefined),
    joins: readJoins(document),
  };
}

function parseSdl(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (cause) {
    throw new LukouError('SCHEMA_INVALID', 'The supergraph is not readable as SDL. Compose it again.', {
      cause,
    });
  }
}

function buildConsumerSchema(document: DocumentNode, scalars: Scalars): GraphQLSchema {
  try {
    const schema = buildASTSchema(toPublicSchema(document), { assumeValidSDL: true });
    giveScalars(schema, scalars);
    return schema;
  } catch (cause) {
    throw new LukouError('SCHEMA_INVALID', 'The supergraph makes no public schema. Compose it again.', {
      cause,
    });
  }
}

// Input is read at the gateway already, so that a value of a wrong form is the client's error and not an agency's. It
// goes on as the client wrote it: the agency reads it again, and what it means inside is the agency's matter.
function giveScalars(schema: GraphQLSchema, scalars: Scalars): void {
  for (const [name, scalar] of Object.entries(scalars)) {
    const type = schema.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = (value) => {
      scalar.parseValue(value);
      return value;
    };
    type.parseLiteral = (node, variables) => {
      scalar.parseLiteral(node, variables);
      return valueFromASTUntyped(node, variables);
    };
  }
}

function listTypes(document: DocumentNode): {
  readonly objectTypes: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly fieldNames: readonly string[];
} {
  const objectTypes = new Set<string>();
  const fieldNames: string[] = [];
  const members = new Map<string, string[]>();
  const add = (abstract: string, member: string): void => {
    members.set(abstract, [...(members.get(abstract) ?? []), member]);
  };
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      objectTypes.add(definition.name.value);
      for (const { name } of definition.fields ?? []) fieldNames.push(name.value);
      for (const parent of definition.interfaces ?? []) add(parent.name.value, definition.name.value);
    }
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const member of definition.types ?? []) add(definition.name.value, member.name.value);
    }
  }
  return { objectTypes, members, fieldNames };
}

function listSubgraphs(document: DocumentNode): readonly string[] {
  const names = readGraphNames(document);
  if (names === null) {
    throw new LukouError(
      'SCHEMA_INVALID',
      'The supergraph lists no join__Graph. Compose it from subgraphs first.',
    );
  }
  return [...names.values()];
}
