import { MACHINES, type Machine, type MachineName, PARTIES } from '../../loops/index.ts';
import { batchReads, rowsByParent } from '../batches.ts';
import { overdueTopic } from '../live/overdue-topic.ts';
import type { LoopStepRow } from '../statements/loop-step.ts';
import { followEvents, type ReaderGround } from './ground.ts';

/** How the histories of items are read, by loop, within the caller's rows. */
type ReadSteps<Name extends MachineName> = Readonly<
  Record<Name, (ids: readonly string[]) => Promise<readonly LoopStepRow[]>>
>;

/** Deadlines and histories of the items of an agency's loops. */
export function readLoops<Name extends MachineName>(ground: ReaderGround, readSteps: ReadSteps<Name>) {
  const { nowMs } = ground;
  const steps = batchReads<[Name], readonly LoopStepRow[]>(
    async (ids, machine) => rowsByParent(await readSteps[machine](ids), (row) => row.itemId),
    [],
  );
  const isOverdue = (dueAt: string | null): boolean => dueAt !== null && Date.parse(dueAt) < nowMs;
  return {
    isOverdue,
    /** The agency that supervises the loop, where the item is overdue. */
    escalatedTo(name: Name, dueAt: string | null): string | null {
      const { supervisor }: Machine = MACHINES[name];
      return isOverdue(dueAt) ? (PARTIES[name][supervisor] ?? null) : null;
    },
    /** The items of a loop whose deadline passes, of those that the caller's agency has to act on or supervises. */
    overdueAfter: (machine: Name, after: number | null | undefined) =>
      followEvents(ground, { topic: overdueTopic(machine), audience: ground.agency }, after),
    loopSteps: (machine: Name, id: string): Promise<readonly LoopStepRow[]> => steps(id, machine),
  };
}

/** The parameters of a filter by overdue: whether, and now. */
export function overdueAt(
  { nowMs }: Pick<ReaderGround, 'nowMs'>,
  wanted: boolean | null | undefined,
): readonly [boolean | null, string] {
  return [wanted ?? null, new Date(nowMs).toISOString()];
}
