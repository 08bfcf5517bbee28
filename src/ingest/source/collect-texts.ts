import { isLabelName } from '../is-label-name.ts';

/** Collects the texts of a value; names that came before are not collected again. */
export type CollectTexts = (value: unknown) => string[];

/**
 * Collects every text of JSON values, each value of the same member in the same place of each row: a name that is a label
 * stands before its value each time; any other name only the first time it is seen, with its value, behind all values.
 */
export function createTextCollector(): CollectTexts {
  const seenNames = new Set<string>();
  const collect = (value: unknown, into: string[], newNames: string[]): void => {
    if (typeof value === 'string') into.push(value);
    else if (Array.isArray(value)) for (const item of value) collect(item, into, newNames);
    else if (value !== null && typeof value === 'object')
      for (const [name, item] of Object.entries(value)) {
        if (!seenNames.has(name)) {
          if (isLabelName(name)) into.push(name);
          else {
            // A document that invents names without end is scanned again rather than remembered.
            if (seenNames.size < 10_000) seenNames.add(name);
            newNames.push(name, typeof item === 'string' ? item : '');
          }
        }
        // What is no text holds the place of one in another row. A whole number may be the hexadecimal of a text.
        if (item === null || typeof item === 'number' || typeof item === 'boolean')
          into.push(Number.isSafeInteger(item) ? String(item) : '');
        else collect(item, into, newNames);
      }
  };
  return (value) => {
    const texts: string[] = [];
    const newNames: string[] = [];
    collect(value, texts, newNames);
    return [...texts, ...newNames];
  };
}
