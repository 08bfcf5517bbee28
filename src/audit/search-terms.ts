import { USES } from '../agreement/index.ts';
import type { DisclosureEntry } from './record.ts';

/** What the fields of a record are searched by. */
export interface FieldTerms {
  readonly coordinates: readonly string[];
  /** Coordinates of fields that were denied. */
  readonly denied: readonly string[];
  /** Of each of `coordinates`: allow, mask, pointer, statistic or deny. */
  readonly decisions: readonly string[];
  /** Why fields were denied. */
  readonly denials: readonly string[];
}

const USE = new RegExp(`^(?:${USES.join('|')}):`);

// A plan that is kept hands out the same list each time.
const kept = new WeakMap<DisclosureEntry['fields'], FieldTerms>();

/** The terms of a record's fields: without the use that was made of a field, and without how it was masked. */
export function termsOfFields(fields: DisclosureEntry['fields']): FieldTerms {
  const known = kept.get(fields);
  if (known !== undefined) return known;
  const parts = fields.map(([, decision]) => decision.replace(USE, '').split(':'));
  const terms = {
    coordinates: fields.map(([coordinate]) => coordinate),
    denied: fields.filter(([, decision]) => decision.startsWith('deny')).map(([coordinate]) => coordinate),
    decisions: parts.map(([kind = '']) => kind),
    denials: [
      ...new Set(
        parts.flatMap(([kind, reason]) => (kind === 'deny' && reason !== undefined ? [reason] : [])),
      ),
    ],
  };
  kept.set(fields, terms);
  return terms;
}

/** Each prefix of divisions, and with a star the wider divisions that it lies in: 150724, 15*, 1507*. */
export function termsOfDivisions(prefixes: readonly string[]): readonly string[] {
  const wider = prefixes.flatMap((prefix) =>
    [2, 4].flatMap((length) => (prefix.length > length ? [`${prefix.slice(0, length)}*`] : [])),
  );
  return [...prefixes, ...new Set(wider)];
}
