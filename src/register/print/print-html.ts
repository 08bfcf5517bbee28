import type { LedgerSheet } from './ledger-sheet.ts';

const STYLE = `
  body { font: 12px/1.5 "Noto Sans CJK SC", sans-serif; margin: 2em; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border: 1px solid #444; padding: 2px 6px; text-align: left; vertical-align: top; }
  section { break-inside: avoid; margin-top: 1.5em; }
  @page { size: A4 landscape; margin: 12mm; }`;

/** The sheet as one HTML page that needs nothing else, ready to be printed. */
export function printHtml({ title, lines, columns, rows, cards }: LedgerSheet): string {
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${escape(text)}</${tag}>`).join('')}</tr>`;
  const list = (texts: readonly string[]): string =>
    `<ul>${texts.map((text) => `<li>${escape(text)}</li>`).join('')}</ul>`;
  return [
    '<!doctype html>',
    `<html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}\n</style></head>`,
    `<body><h1>${escape(title)}</h1>`,
    list(lines),
    `<table><thead>${cells('th', columns)}</thead><tbody>`,
    ...rows.map((row) => cells('td', row)),
    '</tbody></table>',
    ...cards.map(
      ({ heading, lines: history }) => `<section><h2>${escape(heading)}</h2>${list(history)}</section>`,
    ),
    '</body></html>',
    '',
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!);
