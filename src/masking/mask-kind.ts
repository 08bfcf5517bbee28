import type { MaskKeys } from './mask-keys.ts';

/** What a mask does to one value. Pure and total: a value that does not fit answers null. */
export type Mask = (value: unknown) => unknown;

/** One row of the mask table: where a mask may stand, what it does, and what its answers look like. */
export interface MaskKind<Spec> {
  /** GraphQL named types that keep their meaning under the mask; `any` for masks that answer null only. */
  readonly scalars: readonly string[] | 'any';
  /** Parameters as they are shown in brackets, for instance `PT1H`; empty where there are none. */
  describe(spec: Spec): string;
  compile(spec: Spec, keys: MaskKeys): Mask;
  /** What every masked string looks like; null where the mask never answers a string. */
  pattern(spec: Spec): RegExp | null;
}

export const withoutParameters = (): string => '';
