import {
  createSourceEventStream,
  execute,
  OverlappingFieldsCanBeMergedRule,
  parse,
  specifiedRules,
  subscribe,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { LukouError } from '../../base/index.ts';
import { keepEdges, type GatedOperation } from './agency-gate.ts';
import { askForTypes } from './ask-for-types.ts';
import { type AskedFields, listAskedFields } from './asked-fields.ts';
import { compileOperation } from './compile-operation.ts';
import { surelyFits } from './surely-fits.ts';

// Plans give one key to fields of several types. What one key means on one type, the edge settles.
const RULES = specifiedRules.filter((rule) => rule !== OverlappingFieldsCanBeMergedRule);

/** One operation as an agency knows it, ready to run. */
export class AgencyOperation implements GatedOperation {
  readonly document: DocumentNode;
  readonly edges = keepEdges();
  /** What it asks for of each type. */
  readonly asked: AskedFields;
  readonly #schema: GraphQLSchema;
  #compiled: CompiledQuery | null | undefined;
  #uses = 0;

  /**
   * Throws GraphQLError for text that is no operation, SUBGRAPH_REFUSED for one that does not fit the schema: what is
   * judged and masked is read from the text, so a text that could mean two things is none.
   */
  constructor(schema: GraphQLSchema, text: string) {
    this.#schema = schema;
    const written = parse(text, { noLocation: true });
    if (!surelyFits(schema, written)) requireFit(schema, written);
    this.document = askForTypes(schema, written);
    this.asked = listAskedFields(schema, this.document);
  }

  /** Starts a subscription. What cannot be started is one result without data. */
  subscribe(
    context: unknown,
    variables: Record<string, unknown>,
  ): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    const { document } = this;
    return subscribe({ schema: this.#schema, document, contextValue: context, variableValues: variables });
  }

  /** Opens the source of a subscription's events. What keeps it from opening is a result without data. */
  openSource(
    context: unknown,
    variables: Record<string, unknown>,
  ): Promise<AsyncIterable<unknown> | ExecutionResult> {
    const { document } = this;
    const schema = this.#schema;
    return createSourceEventStream({ schema, document, contextValue: context, variableValues: variables });
  }

  /** Answers a subscription about one event of its source. */
  runEvent(
    event: unknown,
    context: unknown,
    variables: Record<string, unknown>,
  ): Promise<ExecutionResult> | ExecutionResult {
    return execute({
      schema: this.#schema,
      document: this.document,
      rootValue: event,
      contextValue: context,
      variableValues: variables,
    });
  }

  /** The first run is interpreted: compiling costs more than running once, and many operations never return. */
  run(context: unknown, variables: Record<string, unknown>): Promise<ExecutionResult> | ExecutionResult {
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

function requireFit(schema: GraphQLSchema, document: DocumentNode): void {
  const [problem] = validate(schema, document, RULES, { maxErrors: 1 });
  if (problem !== undefined)
    throw new LukouError('SUBGRAPH_REFUSED', 'It does not fit the agency’s schema.', { cause: problem });
}
