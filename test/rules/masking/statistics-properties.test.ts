import * as fc from 'fast-check';
import {
  blockCells,
  isToldCount,
  releaseGroups,
  roundCount,
  type Block,
  type Cell,
  type ReleasedGroup,
} from '../../../src/masking/index.ts';

const WIDTH = 3;

/** Rows of invented vehicles; every row has the keys of its cell. */
interface Table {
  readonly k: number;
  readonly rows: readonly { readonly keys: readonly string[]; readonly subject: string }[];
}

const anyTable: fc.Arbitrary<Table> = fc.record({
  k: fc.integer({ min: 2, max: 12 }),
  rows: fc.array(
    fc.record({
      keys: fc.tuple(
        fc.constantFrom('150702', '150703', '150724'),
        fc.constantFrom('c1', 'c2', 'c3'),
        fc.constantFrom('COACH', 'TRUCK'),
      ),
      subject: fc.integer({ min: 0, max: 40 }).map(String),
    }),
    { maxLength: 200 },
  ),
});

function cellsOf({ rows, k }: Table): Cell[] {
  return [...Map.groupBy(rows, ({ keys }) => keys.join(' ')).values()].map((group) => {
    const subjects = [...new Set(group.map(({ subject }) => subject))];
    return {
      keys: group[0]!.keys,
      sums: [group.length],
      few: subjects.length < k ? subjects : null,
      isMeasured: true,
    };
  });
}

/** Every way to group by some of the keys: the table as a whole, its margins, and its cells. */
const SHAPES = Array.from({ length: 2 ** WIDTH }, (_, bits) =>
  Array.from({ length: WIDTH }, (_each, at) => (bits & (1 << at)) !== 0),
);

const keysIn = (shape: readonly boolean[], keys: Cell['keys']): Cell['keys'] =>
  keys.map((key, at) => (shape[at] === true ? key : null));

function releaseEverything(
  blocks: readonly Block[],
  k: number,
): { shape: boolean[]; group: ReleasedGroup }[] {
  return SHAPES.flatMap((shape) =>
    releaseGroups(blocks, {
      k,
      groupOf: (keys) => keysIn(shape, keys),
      isWhole: !shape.includes(true),
    }).map((group) => ({ shape, group })),
  );
}

/** The same releases as equations: which cells each told number adds up. */
function equationsOf(table: Table, blocks: readonly Block[]): { cells: number[]; value: number }[] {
  const cells = cellsOf(table);
  return releaseEverything(blocks, table.k).flatMap(({ shape, group }) => {
    if (group.sums === null) return [];
    const isIn = ({ keys }: Cell): boolean => isSame(keysIn(shape, keys), group.keys);
    const added = blocks
      .filter((block) => !block.isHidden && block.cells.every(isIn))
      .flatMap((block) => block.cells);
    const names = new Set(added.map(({ keys }) => JSON.stringify(keys)));
    return [
      { cells: cells.map(({ keys }) => (names.has(JSON.stringify(keys)) ? 1 : 0)), value: group.sums[0]! },
    ];
  });
}

const isSame = (a: Cell['keys'], b: Cell['keys']): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether the value of a cell follows from the equations by linear arithmetic: its unit vector lies in their span. */
function isDerivable(at: number, rows: readonly (readonly number[])[]): boolean {
  const rank = rankOf(rows);
  const unit = rows[0]?.map((_, index) => (index === at ? 1 : 0)) ?? [];
  return rows.length > 0 && rankOf([...rows, unit]) === rank;
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, index) => index >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot === -1) continue;
    [left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
    for (const [index, row] of left.entries()) {
      if (index === rank || row[column] === 0) continue;
      const factor = row[column]! / left[rank]![column]!;
      for (const [at, value] of left[rank]!.entries()) row[at]! -= factor * value;
    }
    rank += 1;
  }
  return rank;
}

/** Without complementary suppression: small cells are left out, and every sum is told. */
function suppressNaively(table: Table): readonly Block[] {
  return cellsOf(table).map((cell) => ({ cells: [cell], isHidden: false }));
}

const smallCells = (table: Table): number[] =>
  cellsOf(table).flatMap(({ few }, at) => (few === null ? [] : [at]));

it('no small cell can be derived from everything that is told, in every shape at once', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const equations = equationsOf(table, blockCells(cellsOf(table), table.k)).map(({ cells }) => cells);
      for (const at of smallCells(table)) expect(isDerivable(at, equations)).toBe(false);
    }),
    { numRuns: 400 },
  );
});

it('is a real test: where only small cells are left out, their margins give them away', () => {
  const isFound = (table: Table): boolean => {
    const equations = equationsOf(table, suppressNaively(table))
      .map(({ cells }) => cells)
      .filter(
        (cells) =>
          !smallCells(table).some((at) => cells.every((one, index) => (index === at) === (one === 1))),
      );
    return smallCells(table).some((at) => isDerivable(at, equations));
  };
  expect(fc.sample(anyTable, { numRuns: 200, seed: 7 }).some(isFound)).toBe(true);
});

it('the same cells make the same blocks, in whatever order the database returns them', () => {
  const namesOf = (blocks: readonly Block[]): string[] =>
    blocks
      .map(({ cells }) => JSON.stringify(cells.map(({ keys }) => JSON.stringify(keys)).toSorted()))
      .toSorted();
  const shuffled = anyTable.chain((table) =>
    fc.tuple(fc.constant(table), fc.shuffledSubarray(cellsOf(table), { minLength: cellsOf(table).length })),
  );
  fc.assert(
    fc.property(shuffled, ([table, cells]) => {
      expect(namesOf(blockCells(cells, table.k))).toEqual(namesOf(blockCells(cellsOf(table), table.k)));
    }),
    { numRuns: 300 },
  );
});

it('a small cell may hold anything from nothing to the whole of its block, and everything told stays the same', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const cells = cellsOf(table);
      const blocks = blockCells(cells, table.k);
      const equations = equationsOf(table, blocks);
      for (const block of blocks) {
        const places = block.cells.map((cell) => cells.indexOf(cell));
        const total = places.reduce((sum, at) => sum + cells[at]!.sums[0]!, 0);
        for (const at of places.filter((place) => cells[place]!.few !== null)) {
          // Another table: the cell has all that the block has, or its neighbour has.
          for (const holder of [at, places.find((place) => place !== at)]) {
            const other = cells.map((cell, index) => {
              if (!places.includes(index)) return cell.sums[0]!;
              return index === holder ? total : 0;
            });
            if (holder === undefined) continue;
            for (const { cells: added, value } of equations)
              expect(added.reduce((sum, one, index) => sum + one * other[index]!, 0)).toBe(value);
          }
          if (!block.isHidden) expect(total).toBeGreaterThanOrEqual(table.k);
        }
      }
    }),
    { numRuns: 400 },
  );
});

it('whatever is told is about at least k subjects, and so is every difference of two numbers that nest', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const cells = cellsOf(table);
      const blocks = blockCells(cells, table.k);
      const told = equationsOf(table, blocks);
      const subjectsOf = (chosen: readonly number[]): number =>
        new Set(
          table.rows
            .filter(({ keys }) => chosen[cells.findIndex((cell) => isSame(cell.keys, keys))] === 1)
            .map(({ subject }) => subject),
        ).size;
      for (const { cells: one } of told) expect(subjectsOf(one)).toBeGreaterThanOrEqual(table.k);
      for (const { cells: one } of told)
        for (const { cells: other } of told) {
          const isPart = other.every((value, at) => value <= one[at]!);
          const rest = one.map((value, at) => value - other[at]!);
          if (isPart && rest.includes(1)) expect(subjectsOf(rest)).toBeGreaterThanOrEqual(table.k);
        }
    }),
    { numRuns: 100 },
  );
});

it('a group of too few is not there, exactly as one without rows', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const blocks = blockCells(cellsOf(table), table.k);
      for (const { shape, group } of releaseEverything(blocks, table.k)) {
        const subjects = new Set(
          table.rows
            .filter(({ keys }) => isSame(keysIn(shape, keys), group.keys))
            .map(({ subject }) => subject),
        );
        expect(subjects.size).toBeGreaterThanOrEqual(table.k);
      }
    }),
    { numRuns: 200 },
  );
});

it('the total is always told where it is of enough, whatever is suppressed below it', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const question = { k: table.k, groupOf: () => [null, null, null], isWhole: true };
      const [total] = releaseGroups(blockCells(cellsOf(table), table.k), question);
      const subjects = new Set(table.rows.map(({ subject }) => subject)).size;
      expect(total?.sums?.[0] ?? null).toBe(subjects >= table.k ? table.rows.length : null);
    }),
  );
});

it('one cell with everybody in it is told as a whole only: its keys would be known of each of them', () => {
  const rows = Array.from({ length: 20 }, (_, at) => ({
    keys: ['150702', 'c1', 'COACH'],
    subject: String(at),
  }));
  const released = releaseEverything(blockCells(cellsOf({ k: 10, rows }), 10), 10);
  expect(released.filter(({ group }) => group.sums !== null).map(({ shape }) => shape)).toEqual([
    [false, false, false],
  ]);
});

it('all but a few in one cell is the same: whoever knows the few would know the rest', () => {
  const rows = Array.from({ length: 30 }, (_, at) => ({
    keys: ['150702', 'c1', at < 4 ? 'TRUCK' : 'COACH'],
    subject: String(at),
  }));
  const told = releaseEverything(blockCells(cellsOf({ k: 10, rows }), 10), 10).filter(
    ({ shape }) => shape[2] === true,
  );
  expect(told.map(({ group }) => group.sums)).toEqual(told.map(() => null));
  expect(told.every(({ group }) => group.keys[2] === 'COACH')).toBe(true);
});

it('rounding is to a multiple, to the nearest, and never tells less than k', () => {
  const rule = fc.record({ k: fc.integer({ min: 5, max: 50 }), roundTo: fc.integer({ min: 1, max: 100 }) });
  fc.assert(
    fc.property(rule, fc.integer({ min: 0, max: 10_000 }), (each, over) => {
      const count = each.k + over;
      const told = roundCount(count, each);
      expect(isToldCount(told, each)).toBe(true);
      expect(told % each.roundTo).toBe(0);
      expect(told).toBeGreaterThanOrEqual(each.k);
      const least = Math.ceil(each.k / each.roundTo) * each.roundTo;
      if (told > least) expect(Math.abs(told - count)).toBeLessThanOrEqual(each.roundTo / 2);
      expect(roundCount(count + 1, each)).toBeGreaterThanOrEqual(told);
    }),
  );
  expect(isToldCount(7, { k: 5, roundTo: 5 })).toBe(false);
  expect(isToldCount(0, { k: 5, roundTo: 5 })).toBe(false);
  expect(isToldCount(null, { k: 5, roundTo: 5 })).toBe(true);
});
