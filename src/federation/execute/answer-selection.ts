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
import type { TypeMatters } from '../document/type-matters.ts';
import { leafCheckFor, type LeafCheck } from './check-leaf.ts';

/** One place of the answer, compiled. All have the same form, which is what makes reading them fast. */
export interface AnswerField {
  readonly kind: 'data' | 'pointer' | 'denied' | 'typename' | 'own';
  readonly responseKey: string;
  /** Where the gateway keeps the value. Empty for all but data and pointers. */
  readonly alias: string;
  readonly shape: AnswerShape;
  /** Whether any text may stand here as it is. */
  readonly takesText: boolean;
}

/** What the client selected of an object of one type. */
export interface AnswerObject {
  readonly typeName: string;
  /** Whether the object counts as a row of the answer. */
  readonly isRow: boolean;
  /** In the client's order. */
  readonly fields: readonly AnswerField[];
}

/** The type of a place: one of `list`, `leaf`, `selection` is set. */
export interface AnswerShape {
  readonly nonNull: boolean;
  readonly list: AnswerShape | null;
  readonly leaf: LeafCheck | null;
  readonly selection: AnswerSelection | null;
}

const ANYTHING: AnswerShape = { nonNull: false, list: null, leaf: null, selection: null };

/** What answers are made by. */
export interface AnswerSchema {
  readonly consumerSchema: GraphQLSchema;
  /** Whether objects of a type count as rows of an answer. */
  readonly isRow: (typeName: string) => boolean;
  /** Where the type of values was asked for. */
  readonly typeMatters: TypeMatters;
}

/** What the client selected in one place, resolved for each runtime type on first use and kept with the plan. */
export class AnswerSelection {
  readonly type: GraphQLCompositeType;
  readonly #schema: AnswerSchema;
  readonly #sources: readonly BoundSelection[];
  readonly #objects = new Map<string, AnswerObject>();
  #only: AnswerObject | null | undefined;

  constructor(schema: AnswerSchema, type: GraphQLCompositeType, sources: readonly BoundSelection[]) {
    this.type = type;
    this.#schema = schema;
    this.#sources = sources;
  }

  /** What was selected of every value alike, or null where the value's type must say. */
  get only(): AnswerObject | null {
    if (this.#only === undefined) {
      const isAlike = isInterfaceType(this.type) && !this.#sources.some(this.#schema.typeMatters);
      this.#only = isObjectType(this.type) || isAlike ? this.#collect(this.type) : null;
    }
    return this.#only;
  }

  /** What was selected of a value of this type; null where no value here can have the type. */
  objectFor(typeName: string): AnswerObject | null {
    let object = this.#objects.get(typeName) ?? null;
    if (object === null) {
      object = this.#resolve(typeName);
      // Type names come from agencies: only those that the schema knows may take room.
      if (object !== null) this.#objects.set(typeName, object);
    }
    return object;
  }

  #resolve(typeName: string): AnswerObject | null {
    const { consumerSchema } = this.#schema;
    const type = consumerSchema.getType(typeName);
    if (!isObjectType(type)) return null;
    if (type !== this.type && (isObjectType(this.type) || !consumerSchema.isSubType(this.type, type)))
      return null;
    return this.#collect(type);
  }

  #collect(type: GraphQLObjectType | GraphQLInterfaceType): AnswerObject {
    const collected = new Map<string, CollectedField>();
    for (const source of this.#sources) collect(source, type.name, collected);
    const definitions = type.getFields();
    const fields = [...collected].map(([responseKey, { kind, name, alias, below }]): AnswerField => {
      if (kind === 'typename' || kind === 'own')
        return { kind, responseKey, alias: '', shape: ANYTHING, takesText: false };
      const shape = this.#shapeOf(definitions[name]!.type, below);
      if (kind === 'denied') return { kind, responseKey, alias: '', shape, takesText: false };
      return { kind, responseKey, alias, shape, takesText: kind === 'data' && shape.leaf?.('') === '' };
    });
    return { typeName: type.name, isRow: this.#isRow(type), fields };
  }

  #isRow(type: GraphQLObjectType | GraphQLInterfaceType): boolean {
    const { consumerSchema, isRow } = this.#schema;
    const possible = isObjectType(type) ? [] : consumerSchema.getPossibleTypes(type);
    return possible.length === 0 ? isRow(type.name) : possible.some(({ name }) => isRow(name));
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
  kind: 'data' | 'pointer' | 'denied' | 'typename' | 'own';
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
      const kind = entry.denied ? 'denied' : entry.pointer ? 'pointer' : 'data';
      collected.set(entry.responseKey, { kind, name: entry.name, alias: entry.alias, below });
    } else {
      // Asked for through an interface and by type at once: what is denied in one way is denied in both.
      if (entry.denied) known.kind = 'denied';
      else if (entry.pointer && known.kind === 'data') known.kind = 'pointer';
      known.below.push(...below);
    }
  }
}
