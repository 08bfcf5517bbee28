import { withoutParameters, type MaskKind } from './mask-kind.ts';

// GA/T 1400 plates: province character, issuer letter (no I, no O), five or six more. A checkpoint writes `-` for a
// character that it could not read. `*` is let in so that masking a masked plate changes nothing.
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const HEAD = `[${PROVINCES}][A-HJ-NP-Z]`;
const TAIL_CHARACTER = '[A-HJ-NP-Z0-9挂学警港澳领试超*-]';
const PLATE = new RegExp(`^${HEAD}${TAIL_CHARACTER}{5,6}$`);

/** `plate.region`: province and issuer, a star for each other character: 蒙E*****. */
export const plateRegion: MaskKind<unknown> = {
  scalars: ['PlateNo'],
  describe: withoutParameters,
  compile: () => (value) => hideFromTo(value, 2, 0),
  pattern: () => new RegExp(`^${HEAD}\\*{5,6}$`),
};

/** `plate.tail2`: as `plate.region`, but the last two characters stay as well: 蒙E***45. */
export const plateTail2: MaskKind<unknown> = {
  scalars: ['PlateNo'],
  describe: withoutParameters,
  compile: () => (value) => hideFromTo(value, 2, 2),
  pattern: () => new RegExp(`^${HEAD}\\*{3,4}${TAIL_CHARACTER}{2}$`),
};

function hideFromTo(value: unknown, keptBefore: number, keptAfter: number): string | null {
  if (typeof value !== 'string' || !PLATE.test(value)) return null;
  const end = value.length - keptAfter;
  return value.slice(0, keptBefore) + '*'.repeat(end - keptBefore) + value.slice(end);
}
