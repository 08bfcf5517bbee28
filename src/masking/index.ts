export { compileMask, describeMask, isAnswerOf, maskFits, MASK_NAMES, outputPattern } from './masks.ts';
export type { MaskKeys } from './mask-keys.ts';
export type { Mask } from './mask-kind.ts';
export { firstBucketFrom } from './mask-time.ts';
export { maskSpecSchema, type MaskName, type MaskSpec } from './mask-spec.ts';
