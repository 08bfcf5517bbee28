import type { MediationActs } from '../../request/index.ts';
import { composeReader } from './compose-reader.ts';
import { type ActingContext, readWithin, type ReaderGround } from './ground.ts';
import { listCaseSteps } from '../statements/mediation/list-case-steps.ts';
import { listDetentionSteps } from '../statements/mediation/list-detention-steps.ts';
import { listWarningSteps } from '../statements/mediation/list-warning-steps.ts';
import { readLoops } from './loops.ts';
import { readCases } from './mediation/cases.ts';
import { readDetention } from './mediation/detention.ts';
import { readMeasures } from './mediation/measures.ts';
import { readStatistics } from './mediation/statistics.ts';

/** What the mediation subgraph reads, each relation in one statement for all parents. */
export type MediationReader = ReturnType<typeof createMediationReader>;

/** Context of the mediation subgraph's resolvers. */
export type MediationContext = ActingContext<MediationReader, MediationActs>;

/** The reader of one operation of the mediation subgraph. */
export const createMediationReader = composeReader(
  readCases,
  readDetention,
  (ground: ReaderGround) =>
    readLoops(ground, {
      MediationCase: (ids) => readWithin(ground, ['MediationCase'], listCaseSteps, [ids]),
      DetentionMediation: (ids) => readWithin(ground, ['DetentionMediation'], listDetentionSteps, [ids]),
      DisputeWarning: (ids) => readWithin(ground, ['DisputeWarning'], listWarningSteps, [ids]),
    }),
  readStatistics,
  readMeasures,
);
