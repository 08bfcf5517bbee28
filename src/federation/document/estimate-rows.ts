import {
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What {@link estimateRows} reads. */
export interface RowsToEstimate {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How many rows a list without `first` is taken for. */
const UNSIZED_LIST = 10;

/**
 * The most objects that an operation may answer: the sizes of its lists, multiplied along every path. A list has the
 * size of its `first`, and the connection's own lists count once. Fragments must have been bounded before.
 */
export function estimateRows({ schema, operation, fragments, variables }: RowsToEstimate): number {
  const root = schema.getRootType(operation.operation);
  return root ? below(operation.selectionSet, root, 1) : 0;

  function below(selections: SelectionSetNode, parent: Composite, times: number): number {
    let rows = 0;
    for (const selection of selections.selections) {
      if (selection.kind === Kind.FIELD) {
        const field = parent.getFields()[selection.name.value];
        const type = field === undefined ? undefined : getNamedType(field.type);
        if (field === undefined || selection.selectionSet === undefined || !isComposite(type)) continue;
        const size = listSize(field, readFirst(field, selection), parent);
        rows += times * size + below(selection.selectionSet, type, times * size);
      } else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        const named = fragment?.typeCondition;
        const type = named === undefined ? parent : schema.getType(named.name.value);
        if (fragment !== undefined && isComposite(type)) rows += below(fragment.selectionSet, type, times);
      }
    }
    return rows;
  }

  function readFirst(
    field: GraphQLField<unknown, unknown>,
    { arguments: given = [] }: { readonly arguments?: readonly { name: { value: string }; value: object }[] },
  ): number | undefined {
    const declared = field.args.find(({ name }) => name === 'first');
    if (declared === undefined) return undefined;
    const node = given.find(({ name }) => name.value === 'first')?.value as
      { kind: string; value?: string; name?: { value: string } } | undefined;
    const value =
      node?.kind === Kind.VARIABLE ? variables[node.name!.value] : (node?.value ?? declared.defaultValue);
    return typeof value === 'number' || typeof value === 'string' ? Number(value) : undefined;
  }
}

type Composite = Pick<GraphQLObjectType, 'getFields'>;

function isComposite(type: unknown): type is Composite {
  return isObjectType(type) || isInterfaceType(type);
}

function listSize(
  field: { readonly type: GraphQLOutputType },
  first: number | undefined,
  parent: Composite,
): number {
  if (first !== undefined) return Math.max(first, 1);
  const pages = 'pageInfo' in parent.getFields();
  return isListType(getNullableType(field.type)) && !pages ? UNSIZED_LIST : 1;
}
