import type { ListedRecordFragment } from '../../graphql/generated.ts';

const COLUMNS = [
  'recordedAt',
  'log',
  'index',
  'stage',
  'code',
  'agency',
  'role',
  'actor',
  'purpose',
  'caseReference',
  'breakGlass',
  'rowCount',
  'subjectCount',
] as const satisfies readonly (keyof ListedRecordFragment)[];

/** Records as a table (RFC 4180), with a byte order mark: spreadsheets take it for another encoding otherwise. */
export function printCsv(records: readonly ListedRecordFragment[]): string {
  const head = [...COLUMNS, 'agreements', 'fields'].join(',');
  return `\uFEFF${[head, ...records.map(printLine)].join('\r\n')}\r\n`;
}

function printLine(record: ListedRecordFragment): string {
  const agreements = (record.agreements ?? []).join(' ');
  const fields = (record.fields ?? [])
    .map(({ coordinate, decision }) => `${coordinate}=${decision}`)
    .join(' ');
  return [...COLUMNS.map((name) => record[name]), agreements, fields].map(printCell).join(',');
}

// A spreadsheet runs a cell that begins with one of these as a formula; after an apostrophe it is text.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

function printCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
