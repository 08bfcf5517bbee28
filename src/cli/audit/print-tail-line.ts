import { printOneLine } from '../../audit/index.ts';

/** One record, as `lukou audit tail` shows it. */
export interface TailedRecord {
  readonly origin: string;
  readonly index: number;
  readonly time: string;
  readonly stage: string;
  readonly code: string;
  readonly agency: string | null;
  readonly role: string;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly operation: string | null;
  readonly rows: number;
}

const COLOURS: Readonly<Record<string, number>> = { RELEASE: 32, DENY: 31, ERROR: 33, ADMIN: 36, INTENT: 35 };

/** A record on one line, whatever its texts hold. */
export function printTailLine(record: TailedRecord, coloured: boolean): string {
  const { origin, index, time, stage, code, agency, role, purpose, caseReference, operation, rows } = record;
  const paint = (text: string): string =>
    coloured ? `\u001b[${COLOURS[stage] ?? 0}m${text}\u001b[0m` : text;
  const words = [
    time,
    paint(onOneLine(stage).padEnd(7)),
    code === 'OK' ? `${rows} rows` : paint(onOneLine(code)),
    [agency ?? [], role].flat().map(onOneLine).join(' '),
    onOneLine(purpose ?? '-'),
    onOneLine(caseReference ?? '-'),
    onOneLine(operation ?? '-'),
    `${onOneLine(origin)}#${index}`,
  ];
  return `${words.join('  ')}\n`;
}

/** A text with everything escaped that could break the line, colour it or turn it round. */
function onOneLine(text: string): string {
  return printOneLine(text).slice(1, -1);
}
