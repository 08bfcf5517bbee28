import type { Catalogue, Policy } from '../../agreement/index.ts';
import type { OpenEdition } from '../editions.ts';
import type { Graph } from './open-graph.ts';

/**
 * One edition: agreements compiled over one graph. It shares the graph with the edition before it where only the
 * agreements changed.
 *
 * @param prepare - does what must be done before the policy is in force: archives it, records the change.
 * @throws LukouError AGREEMENT_INVALID where the agreements do not fit the schema, and what `prepare` throws.
 */
export async function openEdition(
  graph: Graph,
  compile: (catalogue: Catalogue) => Promise<Policy>,
  prepare: (policy: Policy) => Promise<void>,
): Promise<OpenEdition> {
  const policy = await compile(graph.catalogue);
  await prepare(policy);
  const close = graph.share(policy);
  const { speakGraphql, federation } = graph;
  return { policy, speakGraphql, federation, unreachable: () => graph.unreachable(), close };
}
