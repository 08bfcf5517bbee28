import type { MaskKind } from './mask-kind.ts';
import type { SpecOf } from './mask-spec.ts';

/** `number.bucket(step,max)`: rounded down to a step; everything from max on is max. Negative numbers do not fit. */
export const numberBucket: MaskKind<SpecOf<'number.bucket'>> = {
  scalars: ['Int', 'Float'],
  describe: ({ step, max }) => `${step},${max}`,
  compile:
    ({ step, max }) =>
    (value) =>
      typeof value === 'number' && value >= 0 ? Math.min(Math.floor(value / step) * step, max) + 0 : null,
  pattern: () => null,
};
