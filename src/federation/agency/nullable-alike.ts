import {
  getNamedType,
  isCompositeType,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { OperationFields, selectionsBelow } from './operation-fields.ts';

/** What is selected of one type, at a place of the answer where values of others may stand too. */
interface Selected {
  readonly type: GraphQLCompositeType;
  readonly sets: readonly SelectionSetNode[];
}

/**
 * Whether each place of an answer may be null alike, whatever the types of the values above it. Where one type is
 * stricter than another, graphql-jit takes the strictness of one for all, and a null empties more than it should.
 */
export function isNullableAlike(schema: GraphQLSchema, document: DocumentNode): boolean {
  const fields = new OperationFields(schema, document);
  const { operation, root } = fields;
  return operation === null || root === null || areAlike([{ type: root, sets: [operation.selectionSet] }]);

  function areAlike(selected: readonly Selected[]): boolean {
    const marks = new Map<string, string>();
    const below = new Map<string, Selected[]>();
    for (const { type, sets } of selected) {
      for (const possible of fields.possibleTypes(type)) {
        for (const [key, nodes] of fields.fieldsOf(possible, sets)) {
          const field = possible.getFields()[nodes[0]!.name.value];
          if (field === undefined) continue;
          const own = marksOf(field.type);
          if ((marks.get(key) ?? own) !== own) return false;
          marks.set(key, own);
          const inner = getNamedType(field.type);
          if (!isCompositeType(inner)) continue;
          const place = { type: inner, sets: selectionsBelow(nodes) };
          const known = below.get(key);
          if (known === undefined) below.set(key, [place]);
          else if (!known.some((each) => isSame(each, place))) known.push(place);
        }
      }
    }
    return [...below.values()].every(areAlike);
  }
}

function isSame(one: Selected, other: Selected): boolean {
  return (
    one.type === other.type &&
    one.sets.length === other.sets.length &&
    one.sets.every((set, at) => set === other.sets[at])
  );
}

/** A type without its name: "[!]!" for a list of what is never null that is never null itself. */
function marksOf(type: GraphQLOutputType): string {
  return String(type).replaceAll(/\w/g, '');
}
