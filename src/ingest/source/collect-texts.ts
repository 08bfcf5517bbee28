import { isLabelName } from '../is-label-name.ts';

/**
 * Collects every text of JSON values, names of members included: a name that is a label each time, before its value; any
 * other name only the first time it is seen.
 */
export function createTextCollector(): (value: unknown) => string[] {
  const seenNames = new Set<string>();
  const collect = (value: unknown, into: string[]): void => {
    if (typeof value === 'string') into.push(value);
    else if (Array.isArray(value)) for (const item of value) collect(item, into);
    else if (value !== null && typeof value === 'object')
      for (const [name, item] of Object.entries(value)) {
        if (!seenNames.has(name)) {
          // A document that invents names without end is scanned again rather than remembered.
          if (seenNames.size < 10_000 && !isLabelName(name)) seenNames.add(name);
          into.push(name);
        }
        collect(item, into);
      }
  };
  return (value) => {
    const texts: string[] = [];
    collect(value, texts);
    return texts;
  };
}
