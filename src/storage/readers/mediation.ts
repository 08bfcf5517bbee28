import type { ReaderGround, SubgraphContext } from './ground.ts';
import { readCases } from './mediation/cases.ts';
import { readDetention } from './mediation/detention.ts';
import { openCaseStatistics, readStatistics } from './mediation/statistics.ts';

/** What the mediation subgraph reads, each relation in one statement for all parents. */
export type MediationReader = ReturnType<typeof createMediationReader>;

/** Context of the mediation subgraph's resolvers. */
export type MediationContext = SubgraphContext<MediationReader>;

/** The reader of one operation of the mediation subgraph. */
export function createMediationReader(ground: ReaderGround) {
  const statistics = openCaseStatistics(ground);
  return {
    ...readCases(ground, statistics),
    ...readDetention(ground),
    ...readStatistics(statistics),
  };
}
