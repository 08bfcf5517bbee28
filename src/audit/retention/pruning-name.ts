/** Name of the record that explains why a log begins at `toIndex`. No caller's operation can have one with spaces. */
export function pruningName(toIndex: number): string {
  return `prune log to ${toIndex}`;
}
