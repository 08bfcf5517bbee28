import { LukouError } from '../../base/index.ts';
import type { IncidentState } from '../../classification/index.ts';
import type { Actor } from '../../identity/index.ts';
import { judgeIncident, type JudgePorts } from '../judge-incident.ts';
import { reviewUse, type ReviewPorts } from '../review-use.ts';
import { type ApplicationDesk, applyForSharing, type AskedSharing } from './apply-for-sharing.ts';
import { doOnce } from './do-once.ts';
import { type LoopActs, openLoopActs } from './loop-acts.ts';
import type { LoopDesk, MovePorts } from './move-item.ts';
import type { ActKeeper, ActReceipt } from './ports.ts';

/** What the mutations of the oversight subgraph do, for one caller. */
export interface OversightActs extends LoopActs {
  applyForSharing(asked: AskedSharing & { readonly key: string }): Promise<ActReceipt>;
  judgeIncident(asked: {
    readonly id: string;
    readonly to: IncidentState;
    readonly version: number;
    readonly note: string;
    readonly key: string;
  }): Promise<ActReceipt>;
  reviewBreakGlass(asked: {
    readonly id: string;
    readonly verdict: 'JUSTIFIED' | 'UNJUSTIFIED';
    readonly note: string;
    readonly key: string;
  }): Promise<ActReceipt>;
}

/** What one transaction of the oversight subgraph can change. */
export type OversightDesk = Pick<JudgePorts, 'incidents'> &
  Pick<ReviewPorts, 'uses'> & { readonly applications: ApplicationDesk } & LoopDesk;

/** What acting needs; the wiring brings it. */
export interface OversightActPorts extends MovePorts {
  readonly keeper: ActKeeper<OversightDesk>;
}

/** What one person may do there, by the very code that the terminal runs. Refusals are those of the terminal. */
export function openOversightActs(person: Actor, ports: OversightActPorts): OversightActs {
  const { keeper, log, clock, requestId, shows } = ports;
  const actedAt = (): string => new Date(clock.nowMs()).toISOString();
  return {
    ...openLoopActs(person, ports),
    async applyForSharing(asked) {
      const { pseudonym } = person;
      if (pseudonym === null) throw new LukouError('ACT_REFUSED');
      return doOnce('Mutation.applyForSharing', pseudonym, { ...asked }, keeper, ({ applications }) =>
        applyForSharing(person, asked, applications, { log, clock, requestId }),
      );
    },
    async judgeIncident({ to, ...asked }) {
      if (person.pseudonym === null) throw new LukouError('INCIDENT_REFUSED');
      const once = { ...asked, to };
      return doOnce('Mutation.judgeIncident', person.pseudonym, once, keeper, async ({ incidents }) => {
        const at = actedAt();
        const judged = await judgeIncident(
          person,
          { ...asked, state: to },
          { incidents, log, clock, requestId, isStateShown: shows('GuardIncident.state') },
        );
        return { id: asked.id, ...judged, actedAt: at, log: log.log };
      });
    },
    async reviewBreakGlass(asked) {
      if (person.pseudonym === null) throw new LukouError('REVIEW_REFUSED');
      return doOnce('Mutation.reviewBreakGlass', person.pseudonym, asked, keeper, async ({ uses }) => {
        const at = actedAt();
        const { index } = await reviewUse(person, asked, { uses, log, clock, requestId });
        // A review is final, so there is no version but the first.
        return { id: asked.id, state: asked.verdict, version: 1, actedAt: at, log: log.log, index };
      });
    },
  };
}
