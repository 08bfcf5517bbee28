import type { Disclosure } from '../../graphql/index.ts';

/** One line of an answer as it is printed, and what was decided about it. */
export interface MarkedLine {
  readonly depth: number;
  /** The field's name; none for an entry of a list and for closing brackets. */
  readonly name: string | null;
  readonly text: string;
  readonly disclosure: Disclosure | null;
}

/** More than this is not read line by line. */
export const MOST_LINES = 1_500;

/** An answer line by line, as JSON is printed, with the disclosure of each place. */
export function markAnswer(data: unknown, disclosures: readonly Disclosure[]): readonly MarkedLine[] {
  const byPath = new Map(disclosures.map((entry) => [keyOf(entry.path), entry] as const));
  const lines: MarkedLine[] = [];
  const find = (path: readonly (string | number)[]): Disclosure | null =>
    byPath.get(keyOf(path)) ?? byPath.get(keyOf(path.filter((key) => typeof key === 'string'))) ?? null;

  const print = (value: unknown, path: readonly (string | number)[], depth: number): void => {
    if (lines.length >= MOST_LINES) return;
    const last = path.at(-1);
    const name = typeof last === 'string' ? last : null;
    const disclosure = name === null ? null : find(path);
    if (typeof value !== 'object' || value === null) {
      lines.push({ depth, name, text: JSON.stringify(value), disclosure });
      return;
    }
    const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
    const entries: [string | number, unknown][] = Array.isArray(value)
      ? value.map((entry: unknown, index) => [index, entry])
      : Object.entries(value);
    if (entries.length === 0) {
      lines.push({ depth, name, text: `${open}${close}`, disclosure });
      return;
    }
    lines.push({ depth, name, text: open, disclosure });
    for (const [key, entry] of entries) print(entry, [...path, key], depth + 1);
    lines.push({ depth, name: null, text: close, disclosure: null });
  };
  print(data, [], 0);
  return lines;
}

function keyOf(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}
