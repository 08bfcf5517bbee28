import type { Statement } from '../../statement.ts';
import type { StatisticCellRow } from '../../statements/statistic-cell.ts';
import type { ScopedType } from '../../statements/row-scope.ts';

/** Rows that statistics are made of. */
export interface StatisticSource<Name extends string> {
  readonly type: ScopedType;
  /** Parameters: row scope, from, to, a flag for each of `dimensions`, k. */
  readonly statement: Statement<StatisticCellRow>;
  /**
   * What rows can be grouped by, and the field that it shows, in the order in which small cells are put together: the
   * last first. Every caller's cells are as fine as its agreement lets rows be grouped, whatever is asked: so nobody can
   * take one table from another.
   */
  readonly dimensions: readonly { readonly name: Name; readonly shows: string }[];
}
