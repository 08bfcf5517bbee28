import { LukouError } from '../base/index.ts';
import type { CursorBinding, CursorSealer, Position } from './cursors.ts';

/** What a caller asks of a list. */
export interface PageRequest<Filter = unknown, Order extends string = string> {
  readonly first: number;
  readonly after?: string | null;
  readonly filter?: Filter | null;
  readonly orderBy?: Order;
}

/** A page of a list, in the shape of a Relay connection. Cursors are sealed only when they are read. */
export interface Page<Row> {
  readonly nodes: readonly Row[];
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** How one list is read. */
export interface PageSource<Row> {
  /** Name of the list: a cursor opens under it alone. */
  readonly list: string;
  /** The first `limit` rows after a position; from the start where it is null. */
  readonly rowsAfter: (position: Position | null, limit: number) => Promise<readonly Row[]>;
  /** Where a row stands in the list. */
  readonly positionOf: (row: Row) => Position;
}

const LARGEST_PAGE = 200;

/** Throws `PAGE_SIZE_INVALID` unless a list of `first` rows may be asked for; returns `first`. */
export function requirePageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= LARGEST_PAGE) return first;
  throw new LukouError('PAGE_SIZE_INVALID', `The limit is ${LARGEST_PAGE}.`);
}

/** Reads one page. Throws `PAGE_SIZE_INVALID` and `CURSOR_INVALID`. */
export async function readPage<Row>(
  sealing: { readonly cursors: CursorSealer; readonly grantDigest: string },
  request: PageRequest,
  source: PageSource<Row>,
): Promise<Page<Row>> {
  const first = requirePageSize(request.first);
  const { cursors, grantDigest } = sealing;
  const binding: CursorBinding = {
    list: source.list,
    order: request.orderBy ?? '',
    filter: request.filter ?? null,
    grantDigest,
  };
  const position = request.after == null ? null : cursors.open(request.after, binding);
  // One row more than asked for tells whether another page follows.
  const rows = await source.rowsAfter(position, first + 1);
  const nodes = rows.slice(0, first);
  const cursorOf = (row: Row): string => cursors.seal(source.positionOf(row), binding);
  const last = nodes.at(-1);
  return {
    nodes,
    get edges() {
      return nodes.map((node) => ({ cursor: cursorOf(node), node }));
    },
    pageInfo: {
      hasNextPage: rows.length > first,
      get endCursor() {
        return last === undefined ? null : cursorOf(last);
      },
    },
  };
}
