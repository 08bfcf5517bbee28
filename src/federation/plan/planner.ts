import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { LukouError } from '../../base/index.ts';

/** Plans operations over one supergraph. The plan is untrusted JSON until it has been read. */
export interface Planner {
  plan(operationText: string): Promise<unknown>;
}

const NO_LABELS = new Set<string>();
/** Progressive overrides are active below this share of traffic: 100 leaves them off. */
const OVERRIDES_OFF = 100;

/**
 * The query planner in this process. Only normalised operations may reach it: a client's own document can kill the
 * process in there. Throws SCHEMA_INVALID for a supergraph that it cannot plan over.
 */
export function createPlanner(supergraphSdl: string): Planner {
  const planner = openPlanner(supergraphSdl);
  return {
    plan: async (operationText) => planner.plan(operationText, undefined, NO_LABELS, OVERRIDES_OFF),
  };
}

function openPlanner(supergraphSdl: string): QueryPlanner {
  try {
    return new QueryPlanner(supergraphSdl);
  } catch (cause) {
    throw new LukouError('SCHEMA_INVALID', 'The supergraph cannot be planned over. Compose it again.', {
      cause,
    });
  }
}
