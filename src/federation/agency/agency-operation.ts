import {
  execute,
  isAbstractType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import type { AgencyEdge } from './agency-edge.ts';
import { BoundedCache } from '../bounded-cache.ts';
import { compileOperation } from './compile-operation.ts';

const KEPT_EDGES = 64;

/** One operation as an agency knows it, ready to run. */
export class AgencyOperation {
  readonly document: DocumentNode;
  /** What leaves for each grant that asked. */
  readonly edges = new BoundedCache<string, AgencyEdge>(KEPT_EDGES);
  readonly #schema: GraphQLSchema;
  #compiled: CompiledQuery | null | undefined;
  #uses = 0;

  /** Throws GraphQLError for text that is no operation. */
  constructor(schema: GraphQLSchema, text: string) {
    this.#schema = schema;
    this.document = askForTypes(schema, parse(text, { noLocation: true }));
  }

  /** The first run is interpreted: compiling costs more than running once, and many operations never return. */
  async run(context: unknown, variables: Record<string, unknown>): Promise<ExecutionResult> {
    this.#uses += 1;
    if (this.#uses > 1 && this.#compiled === undefined)
      this.#compiled = compileOperation(this.#schema, this.document);
    if (this.#compiled) return this.#compiled.query(undefined, context, variables);
    return execute({
      schema: this.#schema,
      document: this.document,
      contextValue: context,
      variableValues: variables,
    });
  }
}

// Masks on an abstract type depend on the row's own type, which plans do not always ask for.
function askForTypes(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet(node): SelectionSetNode | undefined {
        const parent = types.getParentType();
        if (!isAbstractType(parent)) return undefined;
        return { ...node, selections: [TYPENAME, ...node.selections] };
      },
    }),
  );
}

const TYPENAME = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;
