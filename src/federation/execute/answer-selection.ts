import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { BoundSelection } from '../document/bound-selection.ts';
import { dependsOnType } from '../document/print-operation.ts';
import { leafCheckFor, type LeafCheck } from './check-leaf.ts';

/** One place of the answer, compiled. */
export type AnswerField =
  | {
      readonly kind: 'data';
      readonly responseKey: string;
      readonly alias: string;
      readonly shape: AnswerShape;
    }
  | { readonly kind: 'denied'; readonly responseKey: string; readonly nonNull: boolean }
  | { readonly kind: 'typename' | 'own'; readonly responseKey: string };

/** The type of a place: one of `list`, `leaf`, `selection` is set. */
export interface AnswerShape {
  readonly nonNull: boolean;
  readonly list: AnswerShape | null;
  readonly leaf: LeafCheck | null;
  readonly selection: AnswerSelection | null;
}

/** What the client selected in one place, resolved for each runtime type on first use and kept with the plan. */
export class AnswerSelection {
  readonly type: GraphQLCompositeType;
  /** The only runtime type there is, or null where the value itself must say. */
  readonly onlyTypeName: string | null;
  readonly #schema: GraphQLSchema;
  readonly #sources: readonly BoundSelection[];
  readonly #fields = new Map<string, readonly AnswerField[] | null>();
  #ofInterface: readonly AnswerField[] | undefined;

  constructor(schema: GraphQLSchema, type: GraphQLCompositeType, sources: readonly BoundSelection[]) {
    this.type = type;
    this.onlyTypeName = isObjectType(type) ? type.name : null;
    this.#schema = schema;
    this.#sources = sources;
  }

  /** The fields for a value of this type, in the client's order; null where no value here can have the type. */
  fieldsFor(typeName: string): readonly AnswerField[] | null {
    let fields = this.#fields.get(typeName);
    if (fields === undefined) {
      fields = this.#resolve(typeName);
      // Type names come from agencies: only those that the schema knows may take room.
      if (fields !== null) this.#fields.set(typeName, fields);
    }
    return fields;
  }

  #resolve(typeName: string): readonly AnswerField[] | null {
    const type = this.#schema.getType(typeName);
    if (!isObjectType(type)) return null;
    if (type !== this.type && (isObjectType(this.type) || !this.#schema.isSubType(this.type, type)))
      return null;
    return this.#collect(type);
  }

  /** The fields for a value whose type nobody can tell, or null where the client's selection depends on it. */
  get fieldsOfInterface(): readonly AnswerField[] | null {
    if (!isInterfaceType(this.type) || this.#sources.some(dependsOnType)) return null;
    return (this.#ofInterface ??= this.#collect(this.type));
  }

  #collect(type: GraphQLObjectType | GraphQLInterfaceType): readonly AnswerField[] {
    const collected = new Map<string, CollectedField>();
    for (const source of this.#sources) collect(source, type.name, collected);
    const definitions = type.getFields();
    return [...collected].map(([responseKey, { kind, name, alias, below }]): AnswerField => {
      if (kind === 'typename' || kind === 'own') return { kind, responseKey };
      const output = definitions[name]!.type;
      if (kind === 'denied') return { kind, responseKey, nonNull: isNonNullType(output) };
      return { kind: 'data', responseKey, alias, shape: this.#shapeOf(output, below) };
    });
  }

  #shapeOf(type: GraphQLOutputType, below: readonly BoundSelection[]): AnswerShape {
    const nonNull = isNonNullType(type);
    const inner = nonNull ? type.ofType : type;
    if (isListType(inner))
      return { nonNull, list: this.#shapeOf(inner.ofType, below), leaf: null, selection: null };
    const named = getNamedType(inner);
    if (isLeafType(named)) return { nonNull, list: null, leaf: leafCheckFor(named), selection: null };
    return { nonNull, list: null, leaf: null, selection: new AnswerSelection(this.#schema, named, below) };
  }
}

interface CollectedField {
  kind: 'data' | 'denied' | 'typename' | 'own';
  readonly name: string;
  readonly alias: string;
  readonly below: BoundSelection[];
}

function collect(
  { entries }: BoundSelection,
  typeName: string,
  collected: Map<string, CollectedField>,
): void {
  for (const entry of entries) {
    if (entry.kind === 'fragment') {
      if (entry.selection.possible.some(({ name }) => name === typeName)) {
        collect(entry.selection, typeName, collected);
      }
      continue;
    }
    const known = collected.get(entry.responseKey);
    if (entry.kind !== 'field') {
      if (known === undefined)
        collected.set(entry.responseKey, { kind: entry.kind, name: '', alias: '', below: [] });
      continue;
    }
    const below = entry.selection === null ? [] : [entry.selection];
    if (known === undefined) {
      const kind = entry.denied ? 'denied' : 'data';
      collected.set(entry.responseKey, { kind, name: entry.name, alias: entry.alias, below });
    } else {
      // Asked for through an interface and by type at once: what is denied in one way is denied in both.
      if (entry.denied) known.kind = 'denied';
      known.below.push(...below);
    }
  }
}
