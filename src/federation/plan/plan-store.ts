import { BoundedCache, LukouError, sha256Hex, weighText } from '../../base/index.ts';
import { compilePlan, type CompiledPlan } from './compile-plan.ts';
import type { Overrides, Planner } from './planner.ts';
import { readPlan } from './read-plan.ts';
import type { Supergraph } from '../supergraph.ts';

/**
 * Compiled plans by the text of the normalised operation. A text holds no value and no name of a client's, so
 * operations that differ in those alone, and grants that open the same fields, share one plan.
 *
 * Progressive overrides follow from the text and from the labels of the whole federation, so the text names them too.
 */
export class PlanStore {
  readonly #planner: Planner;
  readonly #supergraph: Supergraph;
  readonly #overrideLabels: readonly string[];
  readonly #kept: BoundedCache<string, Promise<CompiledPlan>>;

  constructor(
    planner: Planner,
    supergraph: Supergraph,
    settings: { readonly overrideLabels: readonly string[]; readonly keptPlans: number },
  ) {
    this.#planner = planner;
    this.#supergraph = supergraph;
    this.#overrideLabels = settings.overrideLabels;
    this.#kept = new BoundedCache(settings.keptPlans);
  }

  /**
   * Throws OPERATION_UNPLANNABLE where there is no plan, PLANNER_UNAVAILABLE where none can be made at the moment,
   * INTERNAL for one that this gateway does not execute.
   */
  require(operationText: string): Promise<CompiledPlan> {
    const known = this.#kept.find(operationText);
    if (known !== undefined) return known;
    const planned = this.#kept.keep(operationText, this.#plan(operationText), weighText(operationText));
    void planned.catch(() => this.#kept.forget(operationText));
    return planned;
  }

  async #plan(operationText: string): Promise<CompiledPlan> {
    const overrides: Overrides = { labels: this.#overrideLabels, percent: percentOf(operationText) };
    try {
      return compilePlan(readPlan(await this.#planner.plan(operationText, overrides)), this.#supergraph);
    } catch (cause) {
      if (cause instanceof LukouError) throw cause;
      throw new LukouError('INTERNAL', 'Planning the operation failed.', { cause });
    }
  }
}

const DIGITS = 12;

/** Spreads operations evenly over 0 to 100; one operation has always the same place, in every gateway. */
function percentOf(operationText: string): number {
  return (100 * Number.parseInt(sha256Hex(operationText).slice(0, DIGITS), 16)) / 16 ** DIGITS;
}
