import { compareKeys, isAboutEnough, type Block, type Cell } from './block-cells.ts';

/** One group of a table that may leave the agency. Its numbers are exact: they are still to be rounded. */
export interface ReleasedGroup {
  readonly keys: Cell['keys'];
  /** Of the blocks that lie in the group as a whole; null where there is none. */
  readonly sums: readonly number[] | null;
  /** The same of those blocks in which what is averaged is known of at least k subjects. */
  readonly measured: readonly number[] | null;
  /** Whether rows are left out: they share a block with rows of another group. */
  readonly isPartial: boolean;
}

/** What a table is asked for. */
export interface GroupingQuestion {
  readonly k: number;
  /** The keys of the group that a cell is asked for in; null where it is not asked for. */
  readonly groupOf: (keys: Cell['keys']) => Cell['keys'] | null;
  /** Whether the answer tells a cell's keys: true for the table as a whole only where nothing is grouped or left out. */
  readonly isWhole: boolean;
}

interface Draft {
  readonly keys: Cell['keys'];
  readonly cells: Cell[];
  readonly whole: Block[];
  isCut: boolean;
}

/**
 * The groups of a table, in the order of their keys, each with the sums of its whole blocks. A group that is about fewer
 * than k subjects is not there, as if it had no row.
 */
export function releaseGroups(
  blocks: readonly Block[],
  { k, groupOf, isWhole }: GroupingQuestion,
): readonly ReleasedGroup[] {
  const drafts = new Map<string, Draft>();
  // Everybody in one cell: whoever knows that somebody is among them would learn the cell's keys.
  const isOneCell = blocks.length === 1 && blocks[0]!.cells.length === 1;
  for (const block of blocks) {
    const groups = new Set<Draft | null>();
    for (const cell of block.cells) {
      const draft = findDraft(drafts, groupOf(cell.keys));
      draft?.cells.push(cell);
      groups.add(draft);
    }
    const isTold = groups.size === 1 && !block.isHidden && (isWhole || !isOneCell);
    for (const draft of groups) {
      if (draft === null) continue;
      if (isTold) draft.whole.push(block);
      else draft.isCut = true;
    }
  }
  return [...drafts.values()]
    .filter(({ whole, cells }) => whole.length > 0 || isAboutEnough(cells, k))
    .map(({ keys, whole, isCut }) => ({
      keys,
      sums: addUp(whole),
      measured: addUp(whole.filter((block) => block.cells.some(({ isMeasured }) => isMeasured))),
      isPartial: isCut,
    }))
    .toSorted(compareKeys);
}

function findDraft(drafts: Map<string, Draft>, keys: Cell['keys'] | null): Draft | null {
  if (keys === null) return null;
  const name = JSON.stringify(keys);
  let draft = drafts.get(name);
  if (draft === undefined) drafts.set(name, (draft = { keys, cells: [], whole: [], isCut: false }));
  return draft;
}

function addUp(blocks: readonly Block[]): readonly number[] | null {
  const cells = blocks.flatMap((block) => block.cells);
  return cells[0]?.sums.map((_, at) => cells.reduce((sum, { sums }) => sum + sums[at]!, 0)) ?? null;
}
