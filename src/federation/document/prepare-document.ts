import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import { BoundedCache, LukouError, sha256Hex, weighText } from '../../base/index.ts';
import { checkDocument } from './check-document.ts';
import { compileEstimate, type EstimateRows } from './estimate-rows.ts';
import type { FederationLimits } from '../limits.ts';

/** A valid document within the limits, and the one operation of it that is asked for. */
export interface PreparedDocument {
  /** SHA-256 of the whole text: two documents are one only if every byte is. */
  readonly digest: string;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Variables that `@skip` and `@include` read, sorted. */
  readonly conditionNames: readonly string[];
  readonly variableDefaults: ReadonlyMap<string, ValueNode>;
  readonly estimateRows: EstimateRows;
}

/** What a client sent: a document that was validated against the consumer schema, and its source. */
export interface OperationSource {
  readonly document: DocumentNode;
  readonly documentText: string;
  readonly operationName: string | null;
}

/** Prepares documents, and keeps the last ones that passed. */
export class DocumentPreparer {
  readonly #schema: GraphQLSchema;
  readonly #limits: FederationLimits;
  readonly #kept: BoundedCache<string, PreparedDocument>;

  constructor(schema: GraphQLSchema, limits: FederationLimits) {
    this.#schema = schema;
    this.#limits = limits;
    this.#kept = new BoundedCache(limits.keptOperations);
  }

  /** Throws OPERATION_INVALID, or a code that begins with LIMIT_. */
  prepare({ document, documentText, operationName }: OperationSource): PreparedDocument {
    const digest = sha256Hex(documentText);
    const key = `${digest} ${operationName ?? ''}`;
    const known = this.#kept.find(key);
    if (known !== undefined) return known;
    checkDocument(document, this.#limits);
    const read = readDocument(digest, document, operationName);
    const estimateRows = compileEstimate({ schema: this.#schema, ...read }, this.#limits.maxListSize);
    return this.#kept.keep(key, { ...read, estimateRows }, weighText(documentText));
  }
}

function readDocument(
  digest: string,
  document: DocumentNode,
  operationName: string | null,
): Omit<PreparedDocument, 'estimateRows'> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const operation = requireOperation(operations, operationName);
  const variableDefaults = new Map(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, defaultValue] as const],
    ),
  );
  const declared = new Set((operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
  const conditionNames = listConditions(document).filter((name) => declared.has(name));
  return { digest, operation, fragments, conditionNames, variableDefaults };
}

function requireOperation(
  operations: readonly OperationDefinitionNode[],
  operationName: string | null,
): OperationDefinitionNode {
  const named = operations.filter(({ name }) => operationName === null || name?.value === operationName);
  const [operation] = named;
  if (operation === undefined || named.length > 1) {
    throw new LukouError(
      'OPERATION_INVALID',
      'Say with "operationName" which operation of the document to run.',
    );
  }
  return operation;
}

function listConditions(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: args }) {
      const value = args?.[0]?.value;
      const settles = name.value === 'skip' || name.value === 'include';
      if (settles && value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].toSorted();
}
