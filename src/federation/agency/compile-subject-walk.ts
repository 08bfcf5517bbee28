import {
  getNamedType,
  isCompositeType,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { SubjectKind } from '../../masking/index.ts';
import { OperationFields, selectionsBelow } from './operation-fields.ts';

/** Told every value that names a subject. */
export type TellSubject = (kind: SubjectKind, value: unknown) => void;
/** Finds them in an answer, which must fit the operation. */
export type SubjectWalk = (value: unknown, tell: TellSubject) => void;

/** Compiles where an operation's answer holds values of marked fields; null where it asks for none. */
export function compileSubjectWalk(
  schema: GraphQLSchema,
  document: DocumentNode,
  marks: ReadonlyMap<string, SubjectKind>,
): SubjectWalk | null {
  const fields = new OperationFields(schema, document);
  const { operation, root } = fields;
  const compiled = new Map<string, SubjectWalk | null>();
  return operation === null || root === null ? null : compileSelection(root, [operation.selectionSet]);

  function compileSelection(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
  ): SubjectWalk | null {
    const key = fields.keyOf(type, sets);
    let walk = compiled.get(key);
    if (walk === undefined) compiled.set(key, (walk = compilePossible(type, sets)));
    return walk;
  }

  function compilePossible(
    type: GraphQLCompositeType,
    sets: readonly SelectionSetNode[],
  ): SubjectWalk | null {
    const walks = new Map<string, SubjectWalk>();
    for (const possible of fields.possibleTypes(type)) {
      const walk = compileObject(possible, sets);
      if (walk !== null) walks.set(possible.name, walk);
    }
    if (walks.size === 0) return null;
    const only = walks.get(type.name);
    return overLists((holder, tell) => {
      (only ?? walks.get(String(Reflect.get(holder as object, '__typename'))))?.(holder, tell);
    });
  }

  function compileObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): SubjectWalk | null {
    const places = [...fields.fieldsOf(type, sets)].flatMap(([key, nodes]) => {
      const walk = compileField(type, nodes);
      return walk === null ? [] : [{ key, walk }];
    });
    if (places.length === 0) return null;
    return (holder, tell) => {
      for (const { key, walk } of places) walk(Reflect.get(holder as object, key), tell);
    };
  }

  function compileField(type: GraphQLObjectType, nodes: readonly FieldNode[]): SubjectWalk | null {
    const name = nodes[0]!.name.value;
    const kind = marks.get(`${type.name}.${name}`);
    if (kind !== undefined) return overLists((value, tell) => tell(kind, value));
    const field = type.getFields()[name];
    const inner = field === undefined ? undefined : getNamedType(field.type);
    return isCompositeType(inner) ? compileSelection(inner, selectionsBelow(nodes)) : null;
  }
}

function overLists(walk: SubjectWalk): SubjectWalk {
  const each: SubjectWalk = (value, tell) => {
    if (Array.isArray(value)) for (const item of value) each(item, tell);
    else if (value !== null && value !== undefined) walk(value, tell);
  };
  return each;
}
