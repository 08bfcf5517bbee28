import type { Decision } from '../../agreement/index.ts';

/** Decides one coordinate, "Type.field", for the caller at hand. */
export type Decide = (coordinate: string) => Decision;

/** One coordinate and what was decided. */
export interface Judgement {
  readonly coordinate: string;
  readonly decision: Decision;
}

/**
 * What is decided for a field on every object type that it may be read from. A field of an interface is granted
 * only where it is granted on each of them: neither the interface nor one implementer opens the others.
 */
export function judgeField(
  fieldName: string,
  possibleTypes: readonly { readonly name: string }[],
  decide: Decide,
): readonly Judgement[] {
  return possibleTypes.map(({ name }) => {
    const coordinate = `${name}.${fieldName}`;
    return { coordinate, decision: decide(coordinate) };
  });
}

/** The judgements that keep a field from being fetched; none means that it may be. */
export function listDenials(judgements: readonly Judgement[]): readonly Judgement[] {
  return judgements.filter(({ decision }) => decision.kind === 'deny');
}
