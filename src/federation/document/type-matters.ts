import { isAbstractType, isUnionType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { BoundSelection } from './bound-selection.ts';

/** Whether an answer differs by the type of the values that something is selected of. */
export type TypeMatters = (selection: BoundSelection) => boolean;

/** What the answers of one schema may differ by. */
export interface TypedAnswers {
  readonly consumerSchema: GraphQLSchema;
  /** Whether objects of a type count as rows of an answer. */
  readonly isRow: (typeName: string) => boolean;
  /** Whether a value under an abstract type may be of a type that clients do not see. */
  readonly hidesTypesOf: (typeName: string) => boolean;
}

/**
 * Where a value's type must be known before it can be answered: where the client asks for it or for fields of some types
 * alone, where a field may be null in one type and not in another, and where values may be of a type that nobody may see.
 * Elsewhere nothing depends on it, and asking every agency for it makes plans longer, or impossible. Whether an agency that
 * nobody vouches for tells the truth about types is checked where its answer arrives, not by this.
 */
export function createTypeMatters({ consumerSchema, isRow, hidesTypesOf }: TypedAnswers): TypeMatters {
  return (selection) => {
    const { parent } = selection;
    if (!isAbstractType(parent)) return false;
    if (isUnionType(parent) || hidesTypesOf(parent.name)) return true;
    if (selection.entries.some(({ kind }) => kind === 'fragment' || kind === 'typename')) return true;
    const types = consumerSchema.getPossibleTypes(parent);
    if (new Set(types.map(({ name }) => isRow(name))).size > 1) return true;
    const fields = parent.getFields();
    return selection.entries.some(
      (entry) =>
        entry.kind === 'field' &&
        types.some((type) => typeOf(type, entry.name) !== String(fields[entry.name]?.type)),
    );
  };
}

function typeOf(type: GraphQLObjectType, field: string): string {
  return String(type.getFields()[field]?.type);
}
