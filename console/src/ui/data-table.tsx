import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useFormats, useWords } from '../i18n/index.ts';
import { uiWords } from './words.ts';

/** One column: its heading, how a row is shown in it, and how wide it is in pixels. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly width: number;
  readonly align?: 'end';
}

/** What {@link DataTable} is told. Keep `columns` outside the component, or in a `useMemo`. */
export interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row) => void;
  /** Whether there are more rows than these, and how to ask for them; they are asked for as the end comes near. */
  readonly hasMore?: boolean;
  readonly isLoadingMore?: boolean;
  readonly onMore?: () => void;
  /** How many there are in all, where that is known. */
  readonly total?: number;
  /** In pixels. */
  readonly height?: number;
}

const ROW_HEIGHT = 33;
const HEAD_HEIGHT = 33;
const FEATURES = tableFeatures({});

/**
 * A table of any length: only the rows in view exist. Arrow keys, Page Up, Page Down, Home and End move between rows; Enter
 * opens one.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const {
    label,
    columns,
    rows,
    keyOf,
    onOpen,
    hasMore = false,
    isLoadingMore = false,
    onMore,
    total,
    height = 560,
  } = props;
  const words = useWords(uiWords);
  const formats = useFormats();
  const scroll = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const definitions = useMemo(
    () =>
      columns.map(({ id, header, cell }): ColumnDef<typeof FEATURES, { readonly of: Row }> => ({
        id,
        header,
        cell: ({ row }) => cell(row.original.of),
      })),
    [columns],
  );
  const data = useMemo(() => rows.map((of) => ({ of })), [rows]);
  const table = useTable({ features: FEATURES, columns: definitions, data, getRowId: ({ of }) => keyOf(of) });
  const shown = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && last >= shown.length - 10) onMore?.();
  }, [hasMore, isLoadingMore, last, shown.length, onMore]);

  const layout = useMemo(
    () => columns.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(' '),
    [columns],
  );
  const least = columns.reduce((sum, { width }) => sum + width, 0);
  // One row can be reached by the keyboard: the current one, or where that is out of view the first that is not.
  const reachable = items.some(({ index }) => index === at) ? at : items[0]?.index;
  const moveTo = (index: number): void => {
    const next = Math.max(0, Math.min(shown.length - 1, index));
    setAt(next);
    virtual.scrollToIndex(next);
    // The row may come into being by this very scroll.
    requestAnimationFrame(() => {
      scroll.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true });
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((height - HEAD_HEIGHT) / ROW_HEIGHT) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: shown.length - 1,
    };
    const next = steps[event.key];
    const row = rows[at];
    if (next !== undefined) {
      event.preventDefault();
      moveTo(next);
    } else if (
      event.key === 'Enter' &&
      event.target instanceof HTMLElement &&
      event.target.role === 'row' &&
      row !== undefined
    ) {
      event.preventDefault();
      onOpen?.(row);
    }
  };
  return (
    <div className="grid">
      <div
        ref={scroll}
        className="grid-scroll"
        role="grid"
        tabIndex={shown.length === 0 ? 0 : undefined}
        aria-label={label}
        aria-rowcount={(total ?? shown.length) + 1}
        aria-busy={isLoadingMore}
        style={{ height: Math.min(height, HEAD_HEIGHT + shown.length * ROW_HEIGHT + 2) }}
        onKeyDown={onKeyDown}
      >
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="rowgroup" className="grid-head" style={{ minWidth: least }}>
            <div role="row" aria-rowindex={1} className="grid-row" style={{ gridTemplateColumns: layout }}>
              {group.headers.map((header, index) => (
                <div
                  key={header.id}
                  role="columnheader"
                  className="grid-cell"
                  data-align={columns[index]?.align}
                >
                  <table.FlexRender header={header} />
                </div>
              ))}
            </div>
          </div>
        ))}
        <div
          role="rowgroup"
          className="grid-body"
          style={{ height: virtual.getTotalSize(), minWidth: least }}
        >
          {items.map(({ index, start }) => {
            const row = shown[index];
            if (row === undefined) return null;
            return (
              <div
                key={row.id}
                role="row"
                className="grid-row"
                data-index={index}
                data-opens={onOpen !== undefined}
                aria-rowindex={index + 2}
                tabIndex={index === reachable ? 0 : -1}
                style={{
                  gridTemplateColumns: layout,
                  height: ROW_HEIGHT,
                  transform: `translateY(${start}px)`,
                }}
                onFocus={() => setAt(index)}
                onClick={() => onOpen?.(row.original.of)}
              >
                {row.getAllCells().map((cell, place) => (
                  <div key={cell.id} role="gridcell" className="grid-cell" data-align={columns[place]?.align}>
                    <table.FlexRender cell={cell} />
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      <div className="grid-foot" aria-live="polite">
        <span>
          {rows.length === 0 && words.empty}
          {rows.length > 0 && total === undefined && words.rows(formats.number(rows.length))}
          {rows.length > 0 &&
            total !== undefined &&
            words.rowsOf(formats.number(rows.length), formats.number(total))}
        </span>
        {hasMore && onMore !== undefined && (
          <button
            type="button"
            className="button"
            data-kind="quiet"
            disabled={isLoadingMore}
            onClick={onMore}
          >
            {isLoadingMore ? words.loading : words.more}
          </button>
        )}
        {!hasMore && rows.length > 0 && <span>{words.end}</span>}
        {onOpen !== undefined && rows.length > 0 && <span className="grid-keys">{words.keys}</span>}
      </div>
    </div>
  );
}
