import { type Catalogue, type Grant, SENSITIVITIES } from '../agreement/index.ts';
import type { SelectedField } from './ports.ts';

/** What a record says of an answer's fields as a whole. */
export interface FieldFacts {
  /** The highest sensitivity among fields that were not denied; null where there is none. */
  readonly maxSensitivity: string | null;
  /**
   * GB/T 2260 prefixes whose rows were open, of all row-scoped types together; the empty prefix opens every row. Null
   * where no row-scoped type was asked for.
   */
  readonly divisions: readonly string[] | null;
}

// A plan that is kept hands out the same list of fields each time, always to one grant.
const kept = new WeakMap<readonly SelectedField[], FieldFacts>();

/** The facts of the selected fields under their grant. */
export function factsOfFields(
  selected: readonly SelectedField[],
  grant: Grant,
  catalogue: Catalogue,
): FieldFacts {
  const known = kept.get(selected);
  if (known !== undefined) return known;
  const shown = selected.filter(({ decision }) => decision.kind !== 'deny');
  const coordinates = shown.flatMap(({ coordinate }) => catalogue.byName.get(coordinate) ?? []);
  const levels = coordinates.map(({ sensitivity }) => SENSITIVITIES.indexOf(sensitivity));
  const scopes = [...new Set(coordinates.map(({ typeName }) => grant.scopes.get(typeName)))].filter(
    (scope) => scope !== undefined,
  );
  const facts = {
    maxSensitivity: levels.length === 0 ? null : (SENSITIVITIES[Math.max(...levels)] ?? null),
    divisions:
      scopes.length === 0 ? null : [...new Set(scopes.flatMap(({ divisions }) => divisions))].toSorted(),
  };
  kept.set(selected, facts);
  return facts;
}
