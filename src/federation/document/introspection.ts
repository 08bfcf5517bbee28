import {
  executeSync,
  Kind,
  MaxIntrospectionDepthRule,
  validate,
  visit,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { LukouError } from '../../base/index.ts';
import type { BoundIntrospection } from './bound-selection.ts';
import type { PreparedDocument } from './prepare-document.ts';

/** `__schema` and `__type` of one operation, answered from the schema that the caller may see. */
export class Introspection {
  readonly #schema: GraphQLSchema;
  readonly #document: DocumentNode;

  /** Throws OPERATION_TOO_LARGE for introspection that goes round in circles. */
  constructor(schema: GraphQLSchema, entries: readonly BoundIntrospection[], source: PreparedDocument) {
    this.#schema = schema;
    this.#document = extractIntrospection(entries, source);
    if (validate(schema, this.#document, [MaxIntrospectionDepthRule]).length > 0) {
      throw new LukouError(
        'OPERATION_TOO_LARGE',
        'Introspection may not go round in circles. Ask for fewer levels.',
      );
    }
  }

  /** Answers by response key. */
  answer(variableValues: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const { data, errors } = executeSync({ schema: this.#schema, document: this.#document, variableValues });
    if (errors !== undefined || data === null || data === undefined) {
      throw new LukouError('OPERATION_INVALID', 'The introspection does not fit the schema.', {
        cause: errors?.[0],
      });
    }
    return data;
  }
}

function extractIntrospection(
  entries: readonly BoundIntrospection[],
  { operation, fragments }: PreparedDocument,
): DocumentNode {
  const selections = entries.flatMap(({ nodes }) => nodes);
  const definitions = [...fragments.values()].filter(({ typeCondition }) =>
    typeCondition.name.value.startsWith('__'),
  );
  const used = new Set<string>();
  for (const node of [...selections, ...definitions]) {
    visit(node, { Variable: ({ name }) => void used.add(name.value) });
  }
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: operation.operation,
        variableDefinitions,
        selectionSet: { kind: Kind.SELECTION_SET, selections },
      },
      ...definitions,
    ],
  };
}
