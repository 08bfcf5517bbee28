import { createTextCollector } from './collect-texts.ts';
import { createElementCutter, type ElementValue, type Encoding } from './cut-elements.ts';
import { refuseSource } from './refuse-source.ts';
import { placesOf, type SourceBatch, type SourceRow, type SourceTable } from './source-row.ts';

/** What an adapter says about an XML file. */
export interface XmlForm {
  /** `a.b`: elements b directly within elements a, by their local names; each b is a row. */
  readonly items: string;
  readonly encoding: Encoding;
}

/**
 * Parses an XML document. Of the columns that the adapter reads, `a.b` is element b within element a of the row, `$a` an
 * attribute, and `../a` element a of the element around the row. Of several elements the first counts in which the rest of
 * the path is found.
 */
export function parseXml(
  texts: AsyncIterable<string>,
  form: XmlForm,
  columns: readonly string[],
): SourceTable {
  return { heading: columns, batches: toBatches(texts, form, columns) };
}

async function* toBatches(
  texts: AsyncIterable<string>,
  { items, encoding }: XmlForm,
  columns: readonly string[],
): AsyncGenerator<SourceBatch> {
  const [around, row] = items.split('.') as [string, string];
  const cutter = createElementCutter(around, encoding);
  const collectTexts = createTextCollector();
  const paths = columns.map((column) => {
    const isAround = column.startsWith('../');
    return { isAround, path: (isAround ? column.slice(3) : column).split('.') };
  });
  let line = 0;
  for await (const text of texts) {
    const { elements, otherTexts } = cutter.feed(text);
    const rows: SourceRow[] = [];
    const beside: string[] = [];
    for (const element of elements) {
      for (const item of childrenOf(element, row))
        rows.push({
          line: ++line,
          cells: paths.map(({ isAround, path }) => find(isAround ? element : item, path)),
          texts: collectTexts(item),
          fault: null,
        });
      beside.push(...collectTexts(without(element, row)));
    }
    yield { rows, otherTexts: [...otherTexts, ...beside], columnNames: placesOf(rows) };
  }
  cutter.end();
  if (line === 0) throw refuseSource(`It has no element "${row}" within an element "${around}".`);
}

function childrenOf(element: ElementValue, name: string): readonly ElementValue[] {
  return typeof element === 'string' ? [] : [element[name] ?? []].flat();
}

function without(element: ElementValue, name: string): ElementValue {
  if (typeof element === 'string') return element;
  return Object.fromEntries(Object.entries(element).filter(([child]) => child !== name));
}

/** The text at a path, or null where there is none. */
function find(value: ElementValue | readonly ElementValue[], path: readonly string[]): string | null {
  if (typeof value === 'string') return path.length === 0 ? value : null;
  if (isList(value)) {
    for (const each of value) {
      const found = find(each, path);
      if (found !== null) return found;
    }
    return null;
  }
  const [name = '$text', ...rest] = path;
  return Object.hasOwn(value, name) ? find(value[name]!, rest) : null;
}

const isList = (value: unknown): value is readonly ElementValue[] => Array.isArray(value);
