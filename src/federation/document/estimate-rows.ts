import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLFieldMap,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LukouError } from '../../base/index.ts';

/** The most objects that an operation may answer with these coerced variables. Throws LIMIT_LIST_SIZE. */
export type EstimateRows = (variables: Readonly<Record<string, unknown>>) => number;

/** An operation whose fragments have been bounded and whose names fit the schema. */
export interface OperationToEstimate {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Rows below one place: a sum known beforehand, and lists whose size or content a variable decides. */
interface Rows {
  readonly known: number;
  readonly open: readonly { readonly size: Size; readonly below: Rows }[];
}

/** The greatest of what is written and what the variables say; where neither says anything, `otherwise`. */
type Size =
  number | { readonly written: number; readonly variables: readonly string[]; readonly otherwise: number };

/** How many rows a list is taken for that does not say. */
const UNSIZED_LIST = 10;
const SIZES: ReadonlySet<string> = new Set(['first', 'last']);
/** What an agency is asked about with `_entities`: a list, and as many rows as it has items. */
const REFERENCES: ReadonlySet<string> = new Set(['representations']);

/**
 * Compiles the estimate of one operation: the sizes of its lists, multiplied along every path. A list has the size of
 * its `first` or `last`, and a connection's own lists count once. What no variable decides is added up here, so that
 * most requests cost a few multiplications.
 *
 * @throws LukouError LIMIT_LIST_SIZE where a literal size is above `maxListSize`.
 */
export function compileEstimate(
  { schema, operation, fragments }: OperationToEstimate,
  maxListSize: number,
): EstimateRows {
  const root = schema.getRootType(operation.operation);
  const ofFragment = new Map<string, Rows>();
  const rows = isCompositeType(root) ? below(operation.selectionSet, root) : NO_ROWS;
  return (variables) => evaluate(rows, variables);

  function below(selections: SelectionSetNode, parent: GraphQLCompositeType): Rows {
    let known = 0;
    const open: Rows['open'][number][] = [];
    for (const selection of selections.selections) {
      const part =
        selection.kind === Kind.FIELD ? ofField(selection, parent) : ofFragmentOn(selection, parent);
      known += part.known;
      open.push(...part.open);
    }
    return { known, open };
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType): Rows {
    const field = fieldsOf(parent)[node.name.value];
    const type = field === undefined ? undefined : getNamedType(field.type);
    if (field === undefined || node.selectionSet === undefined || !isCompositeType(type)) return NO_ROWS;
    const inner = below(node.selectionSet, type);
    const size = sizeOf(field, node, parent);
    return typeof size === 'number' && inner.open.length === 0
      ? { known: size * (1 + inner.known), open: [] }
      : { known: 0, open: [{ size, below: inner }] };
  }

  function ofFragmentOn(
    selection: Exclude<SelectionSetNode['selections'][number], FieldNode>,
    parent: GraphQLCompositeType,
  ): Rows {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const type = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
      return below(selection.selectionSet, isCompositeType(type) ? type : parent);
    }
    const name = selection.name.value;
    const known = ofFragment.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    if (fragment === undefined || !isCompositeType(type)) return NO_ROWS;
    const rowsBelow = below(fragment.selectionSet, type);
    ofFragment.set(name, rowsBelow);
    return rowsBelow;
  }

  function sizeOf(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    parent: GraphQLCompositeType,
  ): Size {
    const sizes = field.name === '_entities' ? REFERENCES : SIZES;
    const declared = field.args.filter(({ name }) => sizes.has(name));
    if (declared.length === 0) return isBareList(field, parent) ? UNSIZED_LIST : 1;
    const otherwise =
      Math.max(...declared.map(({ defaultValue }) => Number(defaultValue ?? 0))) || UNSIZED_LIST;
    let written = 0;
    const variables: string[] = [];
    for (const { name, value } of node.arguments ?? []) {
      if (!sizes.has(name.value)) continue;
      if (value.kind === Kind.VARIABLE) variables.push(value.name.value);
      if (value.kind === Kind.INT) written = Math.max(written, requireSize(Number(value.value)));
      if (value.kind === Kind.LIST) written = Math.max(written, value.values.length);
    }
    return variables.length > 0 ? { written, variables, otherwise } : written || otherwise;
  }

  function requireSize(size: number): number {
    if (size > maxListSize)
      throw new LukouError('LIMIT_LIST_SIZE', `The limit is ${maxListSize} rows a list.`);
    return Math.max(size, 1);
  }

  function evaluate({ known, open }: Rows, variables: Readonly<Record<string, unknown>>): number {
    let sum = known;
    for (const { size, below: inner } of open) {
      sum += evaluateSize(size, variables) * (1 + evaluate(inner, variables));
    }
    return sum;
  }

  function evaluateSize(size: Size, variables: Readonly<Record<string, unknown>>): number {
    if (typeof size === 'number') return size;
    let most = size.written;
    for (const name of size.variables) {
      const value = variables[name];
      if (typeof value === 'number') most = Math.max(most, requireSize(value));
      if (Array.isArray(value)) most = Math.max(most, value.length);
    }
    return most || size.otherwise;
  }
}

const NO_ROWS: Rows = { known: 0, open: [] };
/** Whether a field answers a list that is not the page of a connection: there the connection was counted. */
function isBareList({ type }: GraphQLField<unknown, unknown>, parent: GraphQLCompositeType): boolean {
  return isListType(getNullableType(type)) && !('pageInfo' in fieldsOf(parent));
}

function fieldsOf(type: GraphQLCompositeType): GraphQLFieldMap<unknown, unknown> {
  return isUnionType(type) ? {} : type.getFields();
}
