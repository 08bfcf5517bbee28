import type { LedgerSheet } from './ledger-sheet.ts';

/** The sheet as plain text. */
export function printText({ title, lines, columns, rows, cards }: LedgerSheet): string {
  return [
    title,
    ...lines,
    '',
    columns.join(' | '),
    ...rows.map((row) => row.map(oneLine).join(' | ')),
    ...cards.flatMap(({ heading, lines: history }) => [
      '',
      oneLine(heading),
      ...history.map((line) => `  ${oneLine(line)}`),
    ]),
    '',
  ].join('\n');
}

/** What was typed may hold line ends and terminal controls, which would forge lines of the ledger. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029|]/gu, ' ');
