import { LukouError } from '../../base/index.ts';
import { requirePlace, type FetchShape } from './fetch-shape.ts';
import type { Rewrite } from './query-plan.ts';

/**
 * Tells a shape to keep values under the names that the plan expects: where one name would have had two types, the
 * planner asks the agency for the second under a name of its own, which no other place uses.
 */
export function renameOutputs(shape: FetchShape, rewrites: readonly Rewrite[]): void {
  for (const rewrite of rewrites) {
    if (rewrite.kind !== 'KeyRenamer') {
      throw new LukouError(
        'INTERNAL',
        `The plan rewrites an answer with ${rewrite.kind}, which is not executed.`,
      );
    }
    const keys = rewrite.path.flatMap((segment) =>
      'Key' in segment && segment.Key !== '@' ? [segment.Key] : [],
    );
    let below: FetchShape | null = shape;
    for (const key of keys.slice(0, -1)) {
      const place = requirePlace(below, key);
      place.isRenamedBelow = true;
      below = place.below;
    }
    const last = requirePlace(below, keys.at(-1) ?? '');
    last.writeKey = rewrite.renameKeyTo;
  }
}
