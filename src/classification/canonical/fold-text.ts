import { DROP, EXPAND, type FoldTable } from './fold-table.ts';
import { UnitBuffer } from './unit-buffer.ts';

/** The text as the grammar reads it. Returns the very same string where nothing folds. */
export function foldText(text: string, table: FoldTable): string {
  const start = firstFolded(text, table);
  if (start === text.length) return text;
  const out = new UnitBuffer(text.length + 16);
  walk(text, table, out, Infinity);
  return out.toString();
}

/** Where in `text` the unit stood that became unit `index` of the folded text. */
export function unfoldedIndex(text: string, table: FoldTable, index: number): number {
  return walk(text, table, new UnitBuffer(index + 16), index);
}

function firstFolded(text: string, { units }: FoldTable): number {
  let i = 0;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (units[code] !== code) break;
  }
  return i;
}

/** Folds into `out` until it holds unit `target`; returns the source index of the last character read. */
function walk(text: string, table: FoldTable, out: UnitBuffer, target: number): number {
  const { units } = table;
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    const folded = units[code]!;
    let width = 1;
    if (folded === EXPAND && code !== EXPAND) {
      const codePoint = text.codePointAt(i)!;
      if (codePoint > 0xffff) width = 2;
      out.pushText(expand(codePoint, table));
    } else if (folded !== DROP) out.push(folded);
    if (out.length > target) return i;
    i += width;
  }
  return text.length;
}

/** What a character folds to that the table marks `EXPAND`. A lone surrogate stays as it is. */
export function expand(codePoint: number, table: FoldTable): string {
  if (codePoint > 0xffff) return table.foldAstral(codePoint);
  return table.expansions.get(codePoint) ?? String.fromCharCode(codePoint);
}
