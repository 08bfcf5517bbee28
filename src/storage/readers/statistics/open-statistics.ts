import { LukouError } from '../../../base/index.ts';
import {
  blockCells,
  releaseGroups,
  roundCount,
  type Block,
  type ReleasedGroup,
  type StatisticRule,
} from '../../../masking/index.ts';
import type { TimeSpan } from '../../arguments.ts';
import type { StatisticCellRow } from '../../statements/statistic-cell.ts';
import { readWithin, type ReaderGround } from '../ground.ts';
import { monthsOf, spanOfMonths, type MonthRange } from './months.ts';
import type { StatisticSource } from './statistic-source.ts';

/** Values by which rows are grouped; null for what they are not grouped by. */
export type Keys<Name extends string> = Readonly<Record<Name, string | null>>;

/** A group of one month as it may be told: every number is rounded. */
export interface ToldGroup<Name extends string> {
  readonly month: string;
  readonly keys: Keys<Name>;
  /** Null where no row may be told of. */
  readonly rows: number | null;
  /** Null where rows are left out, or not asked for. */
  readonly subjects: number | null;
  readonly mean: number | null;
  /** Whether rows are left out, so as not to tell of a small group beside it. */
  readonly isPartial: boolean;
}

/** What a number is asked of: cells for which `holds` is true, and how they are told apart. */
export interface Count<Name extends string> {
  readonly during: TimeSpan;
  /** What rows must be grouped by for `holds` to know. */
  readonly needs: readonly Name[];
  readonly holds: (keys: Keys<Name>) => boolean;
}

const MOST_GROUPS = 5_000;

interface Table<Name extends string> {
  readonly months: MonthRange;
  readonly groupBy: readonly Name[];
}

/** What a caller asks of a table. */
export interface TableArguments<Name extends string, Measure extends string> extends Table<Name> {
  readonly measures: readonly Measure[];
}

/** Opens the statistics of one source once for an operation: cells are read once for all that it asks. */
export function keepStatistics<Name extends string>(source: StatisticSource<Name>) {
  const opened = new WeakMap<ReaderGround, Statistics<Name>>();
  return (ground: ReaderGround): Statistics<Name> => {
    let statistics = opened.get(ground);
    if (statistics === undefined) opened.set(ground, (statistics = openStatistics(ground, source)));
    return statistics;
  };
}

type Statistics<Name extends string> = ReturnType<typeof openStatistics<Name>>;

/** Numbers about the rows of one source, for a caller who is told of groups only. */
function openStatistics<Name extends string>(ground: ReaderGround, source: StatisticSource<Name>) {
  const names = source.dimensions.map(({ name }) => name);
  const granted = source.dimensions.map(({ shows }) => ground.statistics.mayGroupBy(shows));
  const kept = new Map<string, Promise<ReadonlyMap<string, readonly Block[]>>>();

  return { list, count, countBy };

  /** Every group of every month, in the order of months and keys, as the rule of the coordinate tells them. */
  async function list(
    coordinate: string,
    { months, groupBy, withSubjects }: Table<Name> & { readonly withSubjects: boolean },
  ): Promise<readonly ToldGroup<Name>[]> {
    const rule = requireRule(ground, coordinate);
    const wanted = names.map((name) => groupBy.includes(name));
    const span = requireSpan(months);
    if (span === null) return [];
    const blocks = await blocksOf(rule, span);
    const subjects = withSubjects ? await subjectsOf(rule, span, wanted) : null;
    const groupOf = (keys: readonly (string | null)[]) =>
      keys.map((key, at) => (wanted[at] === true ? key : null));
    const question = { k: rule.k, groupOf, isWhole: !wanted.includes(true) };
    const told = [...blocks.keys()]
      .toSorted()
      .flatMap((month) =>
        releaseGroups(blocks.get(month)!, question).map((group) =>
          tellGroup(month, group, subjects?.get(cellName(month, group.keys)), rule),
        ),
      );
    if (told.length > MOST_GROUPS)
      throw new LukouError(
        'ARGUMENT_INVALID',
        'Ask for fewer months, or group by less: the table is too long.',
      );
    return told;
  }

  /** One number about whole months; null where it is of too few, or would tell of few. */
  async function count(rule: StatisticRule, { needs, ...asked }: Count<Name>): Promise<number | null> {
    const counts = await countBy(rule, { ...asked, needs, by: null });
    return counts.get('') ?? null;
  }

  /** One number for each value of `by`; those that may not be told are left out. */
  async function countBy(
    rule: StatisticRule,
    { during, needs, holds, by }: Count<Name> & { readonly by: Name | null },
  ): Promise<ReadonlyMap<string, number>> {
    const span = requireSpan(monthsOf(during));
    const isKnown = [...needs, ...(by === null ? [] : [by])].every((name) => granted[names.indexOf(name)]);
    if (span === null || !isKnown) return new Map();
    const sums = new Map<string, number>();
    for (const blocks of (await blocksOf(rule, span)).values()) {
      const groupOf = (cell: readonly (string | null)[]): readonly (string | null)[] | null => {
        const keys = keysByName(cell);
        return holds(keys) ? [by === null ? '' : keys[by]] : null;
      };
      for (const group of releaseGroups(blocks, { k: rule.k, groupOf, isWhole: false })) {
        const key = group.keys[0] ?? '';
        const rows = group.isPartial ? Number.NaN : group.sums![0]!;
        sums.set(key, (sums.get(key) ?? 0) + rows);
      }
    }
    return new Map(
      [...sums].filter(([, sum]) => !Number.isNaN(sum)).map(([key, sum]) => [key, roundCount(sum, rule)]),
    );
  }

  function requireSpan(months: MonthRange): TimeSpan | null {
    const notBefore = ground.scope[source.type]?.notBefore ?? null;
    return spanOfMonths(months, { nowMs: ground.nowMs, notBefore });
  }

  /** Blocks by month. Read once for a span, whatever is asked of it. */
  function blocksOf(rule: StatisticRule, span: TimeSpan): Promise<ReadonlyMap<string, readonly Block[]>> {
    const key = `${span.from} ${span.to}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const read = readCells(rule, span, granted).then((rows) => {
      const months = Map.groupBy(rows, ({ month }) => month);
      return new Map(
        [...months].map(([month, cells]) => [month, blockCells(cells.map(toCell(rule)), rule.k)]),
      );
    });
    kept.set(key, read);
    return read;
  }

  /** How many subjects each group has: no sum, since one may be in several cells, and so a read of its own. */
  async function subjectsOf(
    rule: StatisticRule,
    span: TimeSpan,
    wanted: readonly boolean[],
  ): Promise<ReadonlyMap<string, StatisticCellRow>> {
    const rows = await readCells(rule, span, wanted);
    return new Map(rows.map((row) => [cellName(row.month, row.keys), row]));
  }

  function readCells(
    rule: StatisticRule,
    { from, to }: TimeSpan,
    flags: readonly boolean[],
  ): Promise<readonly StatisticCellRow[]> {
    return readWithin(ground, [source.type], source.statement, [from, to, flags, rule.k]);
  }

  function tellGroup(
    month: string,
    { keys, sums, measured, isPartial }: ReleasedGroup,
    counted: StatisticCellRow | undefined,
    rule: StatisticRule,
  ): ToldGroup<Name> {
    const [, known = 0, measureSum = 0] = measured ?? [];
    // Where rows came between the two reads, what was looked at for small groups is not what was counted.
    const isCounted = !isPartial && counted !== undefined && counted.rows === sums?.[0];
    return {
      month,
      keys: keysByName(keys),
      rows: sums === null ? null : roundCount(sums[0]!, rule),
      subjects: isCounted ? roundCount(counted.subjects, rule) : null,
      mean: known > 0 ? Math.round(measureSum / known) : null,
      isPartial,
    };
  }

  function keysByName(keys: readonly (string | null)[]): Keys<Name> {
    return Object.fromEntries(names.map((each, at) => [each, keys[at] ?? null])) as Keys<Name>;
  }
}

function toCell(rule: StatisticRule) {
  return ({ keys, rows, subjects, few, measured, measuredSubjects, measureSum }: StatisticCellRow) => ({
    keys,
    sums: [rows, measured, measureSum],
    few: subjects < rule.k ? (few ?? []) : null,
    isMeasured: measuredSubjects >= rule.k,
  });
}

function cellName(month: string, keys: readonly (string | null)[]): string {
  return JSON.stringify([month, keys]);
}

/** The rule of a number that is told of groups only. Throws INTERNAL where it was opened without one. */
function requireRule({ statistics }: ReaderGround, coordinate: string): StatisticRule {
  const rule = statistics.ruleOf(coordinate);
  if (rule === null) throw new LukouError('INTERNAL', `${coordinate} was opened without k.`);
  return rule;
}
