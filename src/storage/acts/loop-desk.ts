import type { PoolClient } from 'pg';
import type { KeptItem, LoopDesk } from '../../request/index.ts';
import type { StepTaken } from '../../loops/index.ts';
import { letStep } from '../live/steps-beside-intake.ts';
import { runNamed } from '../run-named.ts';
import type { SessionScope } from '../scope-signer.ts';
import { LOOP_TABLES } from './loop-tables.ts';

type ItemRow = Omit<KeptItem, 'history'>;

/** The loops of one agency on the connection of one transaction, within the rows of one caller. */
export function createLoopDesk(client: PoolClient, scope: SessionScope): LoopDesk {
  return {
    async lock(machine, id) {
      const { scoping, statements } = LOOP_TABLES[machine];
      const parameters = scoping(scope);
      if (parameters === null) return null;
      const turn = letStep(machine);
      if (turn !== null) await runNamed(client, turn, [machine]);
      const { rows } = await runNamed<ItemRow>(client, statements.lock, [id, ...parameters]);
      const [item] = rows;
      if (item === undefined) return null;
      const steps = await runNamed<StepTaken>(client, statements.history, [machine, id]);
      return { ...item, history: steps.rows };
    },
    async move(machine, step) {
      const { statements } = LOOP_TABLES[machine];
      const [takenAt, dueAt] = [step.takenAtMs, step.dueAtMs].map((atMs) =>
        atMs === null ? null : new Date(atMs).toISOString(),
      );
      await runNamed(client, statements.move, [step.itemId, step.to, dueAt, takenAt]);
      const { itemId, ordinal, from, to, machineVersion, policyVersion } = step;
      const { actor, agency, role, note, requestId } = step;
      const made = [machine, itemId, ordinal, from, to, takenAt, dueAt, machineVersion, policyVersion];
      await runNamed(client, statements.keep, [...made, actor, agency, role, note, requestId]);
    },
  };
}
