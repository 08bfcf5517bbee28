import {
  execute,
  parse,
  subscribe,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { keepEdges, type GatedOperation } from './agency-gate.ts';
import { askForTypes } from './ask-for-types.ts';
import { compileOperation } from './compile-operation.ts';

/** One operation as an agency knows it, ready to run. */
export class AgencyOperation implements GatedOperation {
  readonly document: DocumentNode;
  readonly edges = keepEdges();
  readonly #schema: GraphQLSchema;
  #compiled: CompiledQuery | null | undefined;
  #uses = 0;

  /** Throws GraphQLError for text that is no operation. */
  constructor(schema: GraphQLSchema, text: string) {
    this.#schema = schema;
    this.document = askForTypes(schema, parse(text, { noLocation: true }));
  }

  /** Starts a subscription. What cannot be started is one result without data. */
  subscribe(
    context: unknown,
    variables: Record<string, unknown>,
  ): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    const { document } = this;
    return subscribe({ schema: this.#schema, document, contextValue: context, variableValues: variables });
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
