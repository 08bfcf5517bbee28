import { type AuditLog } from '../../audit/index.ts';
import { type Clock, LukouError } from '../../base/index.ts';
import type { IncidentState } from '../../classification/index.ts';
import type { Actor } from '../../identity/index.ts';
import { judgeIncident, type JudgePorts } from '../judge-incident.ts';
import { reviewUse, type ReviewPorts } from '../review-use.ts';
import { doOnce } from './do-once.ts';
import type { ActKeeper, ActReceipt } from './ports.ts';

/** What the mutations of the oversight subgraph do, for one caller. */
export interface OversightActs {
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
export type OversightDesk = Pick<JudgePorts, 'incidents'> & Pick<ReviewPorts, 'uses'>;

/** What acting needs; the wiring brings it. */
export interface OversightActPorts {
  readonly keeper: ActKeeper<OversightDesk>;
  readonly log: Pick<AuditLog, 'record' | 'log'>;
  readonly clock: Clock;
  /** The request that asks for the acts. */
  readonly requestId: string;
}

/** What one person may do there, by the very code that the terminal runs. Refusals are those of the terminal. */
export function openOversightActs(person: Actor, ports: OversightActPorts): OversightActs {
  const { keeper, log, clock, requestId } = ports;
  const actedAt = (): string => new Date(clock.nowMs()).toISOString();
  return {
    async judgeIncident({ to, ...asked }) {
      if (person.pseudonym === null) throw new LukouError('INCIDENT_REFUSED');
      const once = { ...asked, to };
      return doOnce('Mutation.judgeIncident', person.pseudonym, once, keeper, async ({ incidents }) => {
        const at = actedAt();
        const judged = await judgeIncident(
          person,
          { ...asked, state: to },
          { incidents, log, clock, requestId },
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
