import {
  getNamedType,
  isCompositeType,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { OperationFields } from './operation-fields.ts';

/** What is selected at one place of an answer, by the types of the values that may stand there. */
type Selected = Map<GraphQLCompositeType, Set<SelectionSetNode>>;

/**
 * Whether each place of an answer may be null alike, whatever the types of the values above it. Where one type is
 * stricter than another, graphql-jit takes the strictness of one for all, and a null empties more than it should.
 */
export function isNullableAlike(schema: GraphQLSchema, document: DocumentNode): boolean {
  const fields = new OperationFields(schema, document);
  const { operation, root } = fields;
  return (
    operation === null || root === null || areAlike(new Map([[root, new Set([operation.selectionSet])]]))
  );

  function areAlike(selected: Selected): boolean {
    const marks = new Map<string, string>();
    const below = new Map<string, Selected>();
    for (const [type, sets] of selected) {
      for (const possible of fields.possibleTypes(type)) {
        for (const [key, nodes] of fields.fieldsOf(possible, [...sets])) {
          for (const node of nodes) {
            const field = possible.getFields()[node.name.value];
            if (field === undefined) continue;
            const own = marksOf(field.type);
            if ((marks.get(key) ?? own) !== own) return false;
            marks.set(key, own);
            select(below, key, getNamedType(field.type), node);
          }
        }
      }
    }
    return [...below.values()].every(areAlike);
  }
}

function select(below: Map<string, Selected>, key: string, type: GraphQLNamedType, node: FieldNode): void {
  if (!isCompositeType(type) || node.selectionSet === undefined) return;
  const selected = below.get(key) ?? new Map<GraphQLCompositeType, Set<SelectionSetNode>>();
  const sets = selected.get(type) ?? new Set<SelectionSetNode>();
  below.set(key, selected.set(type, sets.add(node.selectionSet)));
}

/** A type without its name: "[!]!" for a list of what is never null that is never null itself. */
function marksOf(type: GraphQLOutputType): string {
  return String(type).replaceAll(/\w/g, '');
}
