import type { LoadRow, Withheld } from '../../ingest/index.ts';

/** Encodes one value as PostgreSQL's COPY text format. */
type EncodeValue = (value: unknown) => string;

const NEEDS_ESCAPE = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** The encoder of a table's rows: line number, label, then the columns. */
export function compileCopyEncoder(columnTypes: readonly string[]): (rows: readonly LoadRow[]) => Buffer {
  const encoders = columnTypes.map(encoderOf);
  return (rows) => {
    let text = '';
    for (const { line, label, values } of rows) {
      text += `${line}\t${label}`;
      for (let at = 0; at < encoders.length; at++) {
        const value = values[at];
        text += value === null || value === undefined ? '\t\\N' : `\t${encoders[at]!(value)}`;
      }
      text += '\n';
    }
    return Buffer.from(text);
  };
}

/** Encodes what is not taken in: line, type, code. All three are our own texts and numbers. */
export function encodeWithheld(withheld: readonly Withheld[]): Buffer {
  return Buffer.from(withheld.map(({ line, type, code }) => `${line}\t${type}\t${code}\n`).join(''));
}

function encoderOf(columnType: string): EncodeValue {
  if (columnType === 'jsonb') return (value) => escapeText(JSON.stringify(value));
  if (columnType === 'text[]') return (value) => escapeText(encodeList(value as readonly string[]));
  if (columnType === 'text') return (value) => escapeText(value as string);
  return String;
}

function encodeList(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
}

function escapeText(text: string): string {
  return NEEDS_ESCAPE.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (found) => ESCAPES[found]!) : text;
}
