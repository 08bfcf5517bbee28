/** A parameter as it is sent: text, or null. */
export type WrittenValue = string | null;

// Everything else stands for itself between double quotes.
const ESCAPED = /["\\]/;

/**
 * Writes a parameter as PostgreSQL reads it. Throws TypeError for what no statement takes: whoever has an object writes
 * its JSON.
 */
export function writeValue(value: unknown): WrittenValue {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    case 'undefined':
      return null;
    default:
      if (value === null) return null;
      if (Array.isArray(value)) return `{${value.map(writeItem).join(',')}}`;
      throw new TypeError(
        `A parameter is a text, a number, a truth value or a list of them, not ${typeof value}`,
      );
  }
}

function writeItem(item: unknown): string {
  if (typeof item !== 'string') return writeValue(item) ?? 'NULL';
  return ESCAPED.test(item) ? `"${item.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : `"${item}"`;
}
