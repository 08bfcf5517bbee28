/** Items that are overdue, or that are not: `$from` which, null for both; the next one now. */
export function isOverdue(alias: string, from: number): string {
  return `($${from}::boolean is null or coalesce(${alias}.due_at < $${from + 1}::timestamptz, false) = $${from})`;
}
