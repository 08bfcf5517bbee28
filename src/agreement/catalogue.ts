import type { DocumentNode } from 'graphql';
import type { Purpose, Sensitivity, Use } from './codes.ts';

/** One agency's schema: its own file together with directives.graphql, parsed as one document. */
export interface SubgraphDocument {
  readonly name: string;
  readonly document: DocumentNode;
  /** How the gateway reaches the agency, where that is known; nobody keeps agreements at a foreign one. */
  readonly kind?: 'local' | 'remote' | 'foreign';
}

/** What the schema says about one field of an object type. */
export interface Coordinate {
  /** `Type.field`. */
  readonly name: string;
  /** Place in {@link Catalogue.coordinates}, and in every compiled table. */
  readonly index: number;
  readonly typeName: string;
  readonly fieldName: string;
  /** The agency whose data it is: only its agreements can grant the field. */
  readonly owner: string;
  readonly subgraph: string;
  readonly sensitivity: Sensitivity;
  /** The field's type without lists and non-null marks. */
  readonly namedType: string;
  readonly isList: boolean;
  /** Whether the named type is a scalar or an enum. */
  readonly isLeaf: boolean;
  readonly isNullable: boolean;
  readonly isKey: boolean;
  /** Whether asking for it changes something: a field of Mutation. It is done (`act`), never read. */
  readonly isAct: boolean;
  /** Whether whoever is not granted the field is not to know of it. */
  readonly isHidden: boolean;
  /** Whether the field belongs to a type without data of its own; it is granted with the field that returns it. */
  readonly isStructure: boolean;
  /** Types whose rows the field is computed from. */
  readonly derivedFrom: readonly string[];
  /** Whether it is a number about rows with subjects, and whether an agreement may open it exactly; null for other fields. */
  readonly statistic: { readonly mayBeExact: boolean } | null;
  /** Whether its values name persons or vehicles (`@subject`). No decision depends on it; what it tells is counted. */
  readonly isSubject: boolean;
  /** The one purpose for which, with a case, it may be shown in clear or matched; null where agreements may choose. */
  readonly onlyFor: Purpose | null;
  /** Whether it only looks for one person or vehicle (`match`), by an argument that it needs: then no `Type.*` grants it. */
  readonly isSearch: boolean;
  /** The field that its rows are in the order of; null where their order tells nothing, or it is no list. */
  readonly orderedBy: ListOrder | null;
}

/** The ability that asking for a coordinate needs. */
export function openedBy({ isAct }: Pick<Coordinate, 'isAct'>): 'read' | 'act' {
  return isAct ? 'act' : 'read';
}

/** In which order a list's rows come. */
export interface ListOrder {
  /** `Type.field`. */
  readonly coordinate: string;
  /** Whether the rows can also come in the order of the field's time bucket. */
  readonly isBucketed: boolean;
}

/** What the schema says about one object type. */
export interface ObjectFacts {
  readonly name: string;
  /** The subgraph that defines the type; the others only add fields. */
  readonly subgraph: string;
  readonly owner: string;
  readonly isStructure: boolean;
  /** Operands of `rows` that are enforced for the type (SPATIAL, AGE, USAGE, AGENCY, CASE); null where it is not row-scoped. */
  readonly rowOperands: readonly string[] | null;
}

/** A field that an input tests or orders by, and the ability that using the input needs. */
export interface Backing {
  readonly coordinate: string;
  readonly use: Use;
}

/** Everything that decisions need to know about the schema of all agencies, in one place and in a fixed order. */
export interface Catalogue {
  /** In order of their names. */
  readonly coordinates: readonly Coordinate[];
  readonly byName: ReadonlyMap<string, Coordinate>;
  readonly types: ReadonlyMap<string, ObjectFacts>;
  /** By place: argument `Type.field(arg:)`, input field `Input.field`, enum value `Enum.VALUE`. Empty: tests nothing. */
  readonly inputs: ReadonlyMap<string, readonly Backing[]>;
  /** Agencies that own coordinates. */
  readonly owners: readonly string[];
  /** SHA-256 over all of the above. */
  readonly digest: string;
}
