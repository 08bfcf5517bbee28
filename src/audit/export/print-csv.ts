import { agreementName } from '../../agreement/index.ts';
import { type ExportedRecord, handlingOf } from './exported-record.ts';

const COLUMNS: readonly (readonly [string, (record: ExportedRecord) => string | number | null])[] = [
  ['index', ({ seq }) => seq],
  ['id', ({ id }) => id],
  ['time', ({ time }) => time],
  ['stage', ({ stage }) => stage],
  ['code', ({ result }) => result.code],
  ['agency', ({ actor }) => actor.agency],
  ['role', ({ actor }) => actor.role],
  ['actor', ({ actor }) => actor.pseudonym],
  ['source', ({ src }) => src.ip],
  ['purpose', ({ purpose }) => purpose.code],
  ['case', ({ purpose }) => purpose.caseRef],
  ['operation', ({ op }) => op.name],
  ['rows', ({ result }) => result.rows],
  ['agreements', ({ agreements }) => agreements.map(agreementName).join(' ')],
  [
    'handling',
    (record) =>
      handlingOf(record)
        .map(({ agreement, codes }) => `${agreement}=${codes.join('+')}`)
        .join(' '),
  ],
  ['fields', ({ fields }) => fields.map(([coordinate, decision]) => `${coordinate}=${decision}`).join(' ')],
  ['resultSha256', ({ result }) => result.sha256],
];

/** The first line of the table (RFC 4180). */
export const CSV_HEADER = `log,${COLUMNS.map(([name]) => name).join(',')}\r\n`;

/** A record as one line of the table. */
export function toCsvLine(record: ExportedRecord, origin: string): string {
  const cells = [origin, ...COLUMNS.map(([, read]) => read(record))];
  return `${cells.map((cell) => toCell(cell)).join(',')}\r\n`;
}

// A spreadsheet runs a cell that begins with one of these as a formula; after an apostrophe it is text.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

function toCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
