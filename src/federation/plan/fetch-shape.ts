import {
  Kind,
  parse,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LukouError } from '../../base/index.ts';

/** What one object in an agency's answer may hold. Keys that are not in it are not read. */
export interface FetchShape {
  readonly places: readonly FetchPlace[];
}

export interface FetchPlace {
  readonly readKey: string;
  /** Where the value goes: another name where the planner had to rename for the agency's sake. */
  writeKey: string;
  /** Null for leaves. */
  readonly below: FetchShape | null;
  /** Whether anything below is kept under another name than it is read by. */
  isRenamedBelow: boolean;
}

/** The shape of the answer to one operation of a plan. Fragments are merged: completion looks at types, not this. */
export function compileFetchShape(operation: string): FetchShape {
  const document = parse(operation, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  let root: OperationDefinitionNode | undefined;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) root = definition;
  }
  if (root === undefined) throw new LukouError('INTERNAL', 'A plan holds a fetch without an operation.');
  return shapeOf([root.selectionSet], fragments);
}

function shapeOf(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FetchShape {
  const below = new Map<string, SelectionSetNode[]>();
  for (const set of sets) gather(set);
  return {
    places: [...below].map(([key, inner]) => ({
      readKey: key,
      writeKey: key,
      below: inner.length === 0 ? null : shapeOf(inner, fragments),
      isRenamedBelow: false,
    })),
  };

  function gather(set: SelectionSetNode): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const inner = below.get(key) ?? [];
        if (selection.selectionSet !== undefined) inner.push(selection.selectionSet);
        below.set(key, inner);
      } else {
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (fragment === undefined)
          throw new LukouError('INTERNAL', 'A plan spreads a fragment that it lacks.');
        gather(fragment.selectionSet);
      }
    }
  }
}

/** The shape one step down. Throws where the plan names a place that its operation does not select. */
export function requirePlace(shape: FetchShape | null, readKey: string): FetchPlace {
  const place = shape?.places.find((each) => each.readKey === readKey);
  if (place === undefined)
    throw new LukouError('INTERNAL', `A plan names ${readKey}, which it does not fetch.`);
  return place;
}

/** A path in an agency's answer as the place where the gateway keeps the value; cut where the answer has no such. */
export function toKeptPath(shape: FetchShape, path: readonly (string | number)[]): (string | number)[] {
  const kept: (string | number)[] = [];
  let current: FetchShape | null = shape;
  for (const key of path) {
    if (typeof key === 'number') {
      kept.push(key);
      continue;
    }
    const place: FetchPlace | undefined = current?.places.find((each) => each.readKey === key);
    if (place === undefined) break;
    kept.push(place.writeKey);
    current = place.below;
  }
  return kept;
}
