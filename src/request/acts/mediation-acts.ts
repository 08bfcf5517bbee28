import { LukouError } from '../../base/index.ts';
import type { Actor } from '../../identity/index.ts';
import { doOnce } from './do-once.ts';
import { type LoopActs, openLoopActs } from './loop-acts.ts';
import type { LoopDesk, MovePorts } from './move-item.ts';
import { type AskedOpening, openWarningSubject, type OpeningDesk } from './open-warning-subject.ts';
import type { ActKeeper, ActReceipt } from './ports.ts';

/** What mutations of the mediation subgraph do, for one caller. */
export interface MediationActs extends LoopActs {
  openSubject(asked: AskedOpening & { readonly key: string }): Promise<ActReceipt>;
}

/** What acts there can change. */
export type MediationDesk = LoopDesk & OpeningDesk;

/** What acting needs; the wiring brings it. */
export interface MediationActPorts extends MovePorts {
  readonly keeper: ActKeeper<MediationDesk>;
}

/** What one person may do there, each act once. */
export function openMediationActs(person: Actor, ports: MediationActPorts): MediationActs {
  return {
    ...openLoopActs(person, ports),
    async openSubject(asked) {
      const { pseudonym } = person;
      if (pseudonym === null) throw new LukouError('ACT_REFUSED');
      return doOnce('Mutation.openWarningSubject', pseudonym, { ...asked }, ports.keeper, (desk) =>
        openWarningSubject(person, asked, desk, ports),
      );
    },
  };
}
