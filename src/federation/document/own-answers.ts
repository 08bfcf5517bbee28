import {
  executeSync,
  Kind,
  MaxIntrospectionDepthRule,
  validate,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { LukouError } from '../../base/index.ts';
import type { BoundOwn } from './bound-selection.ts';
import type { PreparedDocument } from './prepare-document.ts';

/** Answers to fields of the gateway's own, by their names. */
export type OwnRoot = Readonly<Record<string, (args: Readonly<Record<string, unknown>>) => unknown>>;

/** What of one operation the gateway answers without any agency: introspection, and fields of its own. */
export class OwnAnswers {
  readonly #schema: GraphQLSchema;
  readonly #document: DocumentNode;

  /**
   * Throws LIMIT_DEPTH for introspection that goes round in circles.
   *
   * @param schema - what the caller may see; introspection answers with it.
   */
  constructor(schema: GraphQLSchema, entries: readonly BoundOwn[], source: PreparedDocument) {
    this.#schema = schema;
    this.#document = extractOwn(entries, source);
    if (validate(schema, this.#document, [MaxIntrospectionDepthRule]).length > 0) {
      throw new LukouError('LIMIT_DEPTH', 'Introspection may not go round in circles.');
    }
  }

  /** Answers by response key. Throws what a field of the gateway's own throws. */
  answer(
    variableValues: Readonly<Record<string, unknown>>,
    rootValue: OwnRoot,
  ): Readonly<Record<string, unknown>> {
    const { data, errors } = executeSync({
      schema: this.#schema,
      document: this.#document,
      variableValues,
      rootValue,
    });
    if (errors === undefined && data !== null && data !== undefined) return data;
    const cause = errors?.[0]?.originalError;
    if (cause instanceof LukouError) throw cause;
    throw new LukouError('OPERATION_INVALID', 'It does not fit the schema that you may see.', {
      cause: errors?.[0],
    });
  }
}

function extractOwn(entries: readonly BoundOwn[], { operation, fragments }: PreparedDocument): DocumentNode {
  const selections = entries.flatMap(({ nodes }) => nodes);
  const definitions = fragmentsUnder(selections, fragments);
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

/** The fragments that selections spread, and those that these spread. The document was checked for circles. */
function fragmentsUnder(
  selections: readonly SelectionNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly FragmentDefinitionNode[] {
  const found = new Map<string, FragmentDefinitionNode>();
  const follow = (node: SelectionNode | FragmentDefinitionNode): void =>
    void visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || found.has(name.value)) return;
        found.set(name.value, fragment);
        follow(fragment);
      },
    });
  selections.forEach(follow);
  return [...found.values()];
}
