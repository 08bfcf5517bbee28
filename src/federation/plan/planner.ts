import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { LukouError } from '../../base/index.ts';
import { orderAgencies, type OrderedSupergraph } from './order-agencies.ts';

/** Plans operations over one supergraph. The plan is untrusted JSON until it has been read. */
export interface Planner {
  /** Throws OPERATION_UNPLANNABLE where there is no plan, PLANNER_UNAVAILABLE where none can be made at the moment. */
  plan(operationText: string, overrides: Overrides): Promise<unknown>;
  /** Refuses what is still waiting, and ends what the planner holds. */
  close(): Promise<void>;
}

/** Which progressive overrides (`@override(label:)`) hold for one operation. */
export interface Overrides {
  /** Labels that are switched on by name. */
  readonly labels: readonly string[];
  /** Where the operation stands among all traffic, from 0 up to 100. The label "percent(n)" is on below n. */
  readonly percent: number;
}

/**
 * The query planner in this process, for tests and benches: an operation that crashes it ends the process. Only
 * normalised operations may reach it. Throws SCHEMA_INVALID for a supergraph that it cannot plan over.
 */
export function createPlanner(supergraphSdl: string): Planner {
  const { planner, restore } = openPlanner(supergraphSdl);
  return {
    async plan(operationText, { labels, percent }) {
      try {
        return restore(planner.plan(operationText, undefined, new Set(labels), percent));
      } catch (cause) {
        throw new LukouError('OPERATION_UNPLANNABLE', undefined, { cause });
      }
    },
    close: () => Promise.resolve(),
  };
}

function openPlanner(
  supergraphSdl: string,
): Pick<OrderedSupergraph, 'restore'> & { readonly planner: QueryPlanner } {
  try {
    const { sdl, restore } = orderAgencies(supergraphSdl);
    return { planner: new QueryPlanner(sdl), restore };
  } catch (cause) {
    throw cannotBePlanned(cause);
  }
}

/** The refusal of a supergraph that no operation can be planned over. */
export function cannotBePlanned(cause: unknown): LukouError {
  return new LukouError('SCHEMA_INVALID', 'The supergraph cannot be planned over. Compose it again.', {
    cause,
  });
}
