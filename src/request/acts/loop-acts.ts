import { LukouError } from '../../base/index.ts';
import type { Actor } from '../../identity/index.ts';
import type { MachineName } from '../../loops/index.ts';
import { doOnce } from './do-once.ts';
import { type AskedMove, type LoopDesk, moveItem, type MovePorts } from './move-item.ts';
import type { ActKeeper, ActReceipt } from './ports.ts';

/** What mutations do that move the items of loops, for one caller. */
export interface LoopActs {
  move(machine: MachineName, asked: AskedMove & { readonly key: string }): Promise<ActReceipt>;
}

/** What moving items needs; the wiring brings it. */
export interface LoopActPorts extends MovePorts {
  readonly keeper: ActKeeper<LoopDesk>;
}

/** What one person may do with the items of an agency's loops, each act once. */
export function openLoopActs(person: Actor, { keeper, ...ports }: LoopActPorts): LoopActs {
  return {
    async move(machine, asked) {
      const { pseudonym } = person;
      if (pseudonym === null) throw new LukouError('ACT_REFUSED');
      return doOnce(`Mutation.move${machine}`, pseudonym, { ...asked }, keeper, (desk) =>
        moveItem(machine, person, asked, desk, ports),
      );
    },
  };
}
