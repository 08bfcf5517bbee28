import type { MediationActs } from '../../request/index.ts';
import { type ActingContext, readWithin, type ReaderGround } from './ground.ts';
import { listCaseSteps } from '../statements/mediation/list-case-steps.ts';
import { listDetentionSteps } from '../statements/mediation/list-detention-steps.ts';
import { listWarningSteps } from '../statements/mediation/list-warning-steps.ts';
import { readLoops } from './loops.ts';
import { readCases } from './mediation/cases.ts';
import { readDetention } from './mediation/detention.ts';
import { readMeasures } from './mediation/measures.ts';
import { openCaseStatistics, readStatistics } from './mediation/statistics.ts';

/** What the mediation subgraph reads, each relation in one statement for all parents. */
export type MediationReader = ReturnType<typeof createMediationReader>;

/** Context of the mediation subgraph's resolvers. */
export type MediationContext = ActingContext<MediationReader, MediationActs>;

/** The reader of one operation of the mediation subgraph. */
export function createMediationReader(ground: ReaderGround) {
  const statistics = openCaseStatistics(ground);
  return {
    ...readCases(ground, statistics),
    ...readDetention(ground),
    ...readLoops(ground, {
      MediationCase: (ids) => readWithin(ground, ['MediationCase'], listCaseSteps, [ids]),
      DetentionMediation: (ids) => readWithin(ground, ['DetentionMediation'], listDetentionSteps, [ids]),
      DisputeWarning: (ids) => readWithin(ground, ['DisputeWarning'], listWarningSteps, [ids]),
    }),
    ...readStatistics(statistics),
    ...readMeasures(ground, statistics),
  };
}
