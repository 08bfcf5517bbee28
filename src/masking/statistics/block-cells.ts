/** Rows that are alike in everything that a caller may group them by. */
export interface Cell {
  /** One value for each thing to group by, in the order in which small cells are put together: the last one first. */
  readonly keys: readonly (string | null)[];
  /** What is added up over rows; the first is their number. */
  readonly sums: readonly number[];
  /** The subjects of a cell that has fewer than k of them; null where it has as many or more. */
  readonly few: readonly string[] | null;
  /** Whether what is averaged is known of at least k subjects. */
  readonly isMeasured: boolean;
}

/** Cells of which only the sum may be told. Never leaves the agency. */
export interface Block {
  readonly cells: readonly Cell[];
  /** Whether no number may be told of it at all, not even with the whole table. */
  readonly isHidden: boolean;
}

/**
 * Puts cells together until every block is about at least `k` distinct subjects. Whatever is told later is a sum of whole
 * blocks, in every shape and however often it is asked: so nothing that is told, and no difference of it, is about fewer
 * than k subjects, or tells how the cells of one block share its sum.
 *
 * A small cell is first put with other small cells that share all keys but the last with it; where these are too few
 * together, with the smallest block there: that is the complementary suppression. Only then with others further away.
 */
export function blockCells(cells: readonly Cell[], k: number): readonly Block[] {
  // In one order whatever order they came in: the same cells make the same blocks for every question.
  const { blocks, rest } = settle(cells.toSorted(compareKeys), 0, k);
  return [
    ...blocks.map((together) => ({ cells: together, isHidden: false })),
    ...(rest.length === 0 ? [] : [{ cells: rest, isHidden: true }]),
  ];
}

/** Whether cells are about at least `k` distinct subjects, as far as is known of them. */
export function isAboutEnough(cells: readonly Cell[], k: number): boolean {
  const known = new Set<string>();
  for (const { few } of cells) {
    if (few === null) return true;
    for (const subject of few) known.add(subject);
  }
  return known.size >= k;
}

interface Settled {
  readonly blocks: readonly (readonly Cell[])[];
  /** Cells that are too few together. */
  readonly rest: readonly Cell[];
}

function settle(cells: readonly Cell[], depth: number, k: number): Settled {
  const width = cells[0]?.keys.length ?? 0;
  if (depth === width)
    return isAboutEnough(cells, k) ? { blocks: [cells], rest: [] } : { blocks: [], rest: cells };
  const below = [...Map.groupBy(cells, ({ keys }) => keys[depth]!).values()].map((group) =>
    settle(group, depth + 1, k),
  );
  const blocks = below.flatMap((one) => one.blocks);
  const rest = below.flatMap((one) => one.rest);
  if (rest.length === 0) return { blocks, rest };
  if (isAboutEnough(rest, k)) return { blocks: [...blocks, rest], rest: [] };
  const smallest = blocks.toSorted((a, b) => rowsOf(a) - rowsOf(b) || compareKeys(a[0]!, b[0]!))[0];
  if (smallest === undefined) return { blocks, rest };
  return { blocks: [...blocks.filter((block) => block !== smallest), [...smallest, ...rest]], rest: [] };
}

function rowsOf(block: readonly Cell[]): number {
  return block.reduce((rows, { sums }) => rows + sums[0]!, 0);
}

/** The order of keys says nothing of the numbers; cells without a key come last. */
export function compareKeys({ keys: a }: Pick<Cell, 'keys'>, { keys: b }: Pick<Cell, 'keys'>): number {
  for (const [at, key] of a.entries()) {
    const other = b[at] ?? null;
    if (key === other) continue;
    if (key === null || other === null) return key === null ? 1 : -1;
    return key < other ? -1 : 1;
  }
  return 0;
}
