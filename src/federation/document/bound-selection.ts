import type { FieldNode, GraphQLCompositeType, GraphQLObjectType } from 'graphql';

/**
 * A client's selection as the gateway works with it: fragments inlined, directives settled, equal fields merged,
 * every field judged. The order of entries is the order of the answer.
 */
export interface BoundSelection {
  readonly parent: GraphQLCompositeType;
  /** The object types that a value here may have. */
  readonly possible: readonly GraphQLObjectType[];
  readonly entries: BoundEntry[];
}

export type BoundEntry = BoundField | BoundTypename | BoundOwn | BoundFragment;

export interface BoundField {
  readonly kind: 'field';
  /** The name that plans and agencies know the field by. */
  readonly alias: string;
  /** The name that the client gave it. */
  readonly responseKey: string;
  readonly name: string;
  readonly arguments: readonly BoundArgument[];
  /** Denied fields are never fetched; their place in the answer is null. */
  readonly denied: boolean;
  /** Of the records behind the field only whether there is one is fetched; their place in the answer is null. */
  readonly pointer: boolean;
  readonly selection: BoundSelection | null;
}

/** An argument, whose value always travels as a variable. */
export interface BoundArgument {
  readonly name: string;
  readonly variable: string;
}

/** `__typename`, answered from the value's type. */
export interface BoundTypename {
  readonly kind: 'typename';
  readonly responseKey: string;
}

/** `__schema`, `__type` or a field of the gateway's own at the root, answered without any agency. */
export interface BoundOwn {
  readonly kind: 'own';
  readonly responseKey: string;
  readonly nodes: FieldNode[];
}

export interface BoundFragment {
  readonly kind: 'fragment';
  readonly selection: BoundSelection;
}
