import type { LogInfo, LogReader, StoredHead } from '../../audit/index.ts';
import { LukouError } from '../../base/index.ts';

/** A log with its newest signed head. */
export interface LogToRead {
  readonly info: LogInfo;
  readonly head: StoredHead;
}

/**
 * The logs of these names, in the database or to the world; all without names. A log that has no head yet has nothing
 * to show and is left out.
 *
 * @throws LukouError EXPORT_IMPOSSIBLE where there is no log of a name.
 */
export async function findLogs(reader: LogReader, names: readonly string[]): Promise<readonly LogToRead[]> {
  const infos = await reader.listLogs();
  const unknown = names.find((name) => !infos.some((info) => isNamed(info, name)));
  if (unknown !== undefined)
    throw new LukouError(
      'EXPORT_IMPOSSIBLE',
      `There is no log ${unknown}. There are: ${infos.map(({ log }) => log).join(', ')}.`,
    );
  const wanted = infos.filter((info) => names.length === 0 || names.some((name) => isNamed(info, name)));
  const found = await Promise.all(
    wanted.map(async (info) => ({ info, head: await reader.readHead(info.log) })),
  );
  return found.flatMap(({ info, head }) => (head === null ? [] : [{ info, head }]));
}

const isNamed = ({ log, origin }: LogInfo, name: string): boolean => name === log || name === origin;
