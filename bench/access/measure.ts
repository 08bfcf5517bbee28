/** CPU time of the whole process while `work` runs, garbage collection included, in microseconds. */
export function cpuMicros(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** {@link cpuMicros} of work that waits. */
export async function cpuMicrosOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
