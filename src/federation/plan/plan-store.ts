import { LukouError } from '../../base/index.ts';
import { BoundedCache } from '../bounded-cache.ts';
import { compilePlan } from './compile-plan.ts';
import type { PlanStep } from '../execute/execution-run.ts';
import type { Planner } from './planner.ts';
import { readPlan } from './read-plan.ts';
import type { Supergraph } from '../supergraph.ts';

/**
 * Compiled plans by the text of the normalised operation. A text holds no value and no name of a client's, so
 * operations that differ in those alone, and grants that open the same fields, share one plan.
 */
export class PlanStore {
  readonly #planner: Planner;
  readonly #supergraph: Supergraph;
  readonly #kept: BoundedCache<string, Promise<PlanStep>>;

  constructor(planner: Planner, supergraph: Supergraph, limit: number) {
    this.#planner = planner;
    this.#supergraph = supergraph;
    this.#kept = new BoundedCache(limit);
  }

  /** Throws INTERNAL where the planner finds no plan, or one that this gateway does not execute. */
  require(operationText: string): Promise<PlanStep> {
    const known = this.#kept.find(operationText);
    if (known !== undefined) return known;
    const planned = this.#kept.keep(operationText, this.#plan(operationText));
    void planned.catch(() => this.#kept.forget(operationText));
    return planned;
  }

  async #plan(operationText: string): Promise<PlanStep> {
    try {
      const plan = await this.#planner.plan(operationText);
      return compilePlan(readPlan(plan), this.#supergraph);
    } catch (cause) {
      if (cause instanceof LukouError) throw cause;
      throw new LukouError('INTERNAL', 'No plan was found for the operation.', { cause });
    }
  }
}
