import type { AgreementMatrix } from '../../agreement/index.ts';

/** How a matrix can be printed. */
export const MATRIX_FORMATS = ['table', 'csv', 'html'] as const;
/** One of {@link MATRIX_FORMATS}. */
export type MatrixFormat = (typeof MATRIX_FORMATS)[number];

/** Prints a matrix of fields and caller classes: for the terminal, for a spreadsheet, or as a page to put up. */
export function printMatrix(matrix: AgreementMatrix, format: MatrixFormat): string {
  switch (format) {
    case 'table':
      return printTable(matrix);
    case 'csv':
      return printCsv(matrix);
    case 'html':
      return printHtml(matrix);
  }
}

// Names of classes are long: the columns are numbered, and the numbers explained first.
function printTable({ classes, rows }: AgreementMatrix): string {
  const legend = classes.map((name, at) => `${String(at + 1).padStart(3)}  ${name}`);
  const lines = [
    ['', ...classes.map((_, at) => String(at + 1))],
    ...rows.map(({ coordinate, cells }) => [coordinate, ...cells]),
  ];
  const widths = classes.map((_, column) => Math.max(...lines.map((line) => line[column + 1]!.length)));
  const first = Math.max(...lines.map(([name]) => name!.length));
  const table = lines.map(([name, ...cells]) =>
    [name!.padEnd(first), ...cells.map((cell, column) => cell.padEnd(widths[column]!))].join('  ').trimEnd(),
  );
  return `${[...legend, '', ...table].join('\n')}\n`;
}

function printCsv({ classes, rows }: AgreementMatrix): string {
  const lines = [['field', ...classes], ...rows.map(({ coordinate, cells }) => [coordinate, ...cells])];
  return lines.map((line) => `${line.map(quote).join(',')}\r\n`).join('');
}

// A spreadsheet takes a cell that begins with one of these for a formula.
function quote(cell: string): string {
  const text = /^[=+\-@]/.test(cell) && cell !== '-' ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function printHtml({ classes, rows }: AgreementMatrix): string {
  const head = classes.map((name) => `<th scope="col">${escape(name)}</th>`).join('');
  const body = rows
    .map(({ coordinate, cells }) => {
      const data = cells.map((cell) => `<td class="${kindOf(cell)}">${escape(cell)}</td>`).join('');
      return `<tr><th scope="row">${escape(coordinate)}</th>${data}</tr>`;
    })
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>字段与调用方对照表 Fields and callers</title>
<style>
body { font: 14px/1.4 system-ui, sans-serif; margin: 1rem; }
table { border-collapse: collapse; }
th, td { border: 1px solid #999; padding: 0.2rem 0.4rem; text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: #fff; }
tbody th { position: sticky; left: 0; background: #fff; font-weight: normal; }
.allow { background: #d9f2d9; }
.mask { background: #fff2cc; }
.deny { color: #595959; }
</style>
<h1>字段与调用方对照表 Fields and callers</h1>
<table>
<thead><tr><th scope="col">字段 Field</th>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</html>
`;
}

function kindOf(cell: string): 'allow' | 'mask' | 'deny' {
  if (cell.startsWith('allow')) return 'allow';
  return cell.startsWith('mask:') || cell.startsWith('statistic:') ? 'mask' : 'deny';
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
