import { identityRegionDecade, phone3 } from './mask-identity.ts';
import type { MaskKeys } from './mask-keys.ts';
import type { Mask, MaskKind } from './mask-kind.ts';
import { nameSurname } from './mask-name.ts';
import { redact, textRedact } from './mask-nothing.ts';
import { numberBucket } from './mask-number.ts';
import { geoAdmin, geoGrid } from './mask-place.ts';
import { plateRegion, plateTail2 } from './mask-plate.ts';
import type { MaskName, MaskSpec, SpecOf } from './mask-spec.ts';
import { timeBucket } from './mask-time.ts';
import { token } from './mask-token.ts';

const MASKS: { readonly [Name in MaskName]: MaskKind<SpecOf<Name>> } = {
  redact,
  'text.redact': textRedact,
  'plate.region': plateRegion,
  'plate.tail2': plateTail2,
  token,
  'idno.region-decade': identityRegionDecade,
  'phone.3': phone3,
  'name.surname': nameSurname,
  'geo.grid': geoGrid,
  'geo.admin': geoAdmin,
  'time.bucket': timeBucket,
  'number.bucket': numberBucket,
};

/** The name of every mask that an agreement may ask for. */
export const MASK_NAMES = Object.keys(MASKS) as readonly MaskName[];

function kindOf(spec: MaskSpec): MaskKind<MaskSpec> {
  return MASKS[spec.fn];
}

/**
 * What the mask does to one value: pure, total and deterministic. A value that does not fit the mask's pattern becomes
 * null, so that an unexpected spelling is never let through. Masks are listed in access.md section 4 and
 * docs/agreements.md.
 */
export function compileMask(spec: MaskSpec, keys: MaskKeys): Mask {
  return kindOf(spec).compile(spec, keys);
}

/** Whether the mask keeps the meaning of the GraphQL named type: a plate's mask does not fit a DateTime. */
export function maskFits(spec: MaskSpec, scalarName: string): boolean {
  const { scalars } = kindOf(spec);
  return scalars === 'any' || scalars.includes(scalarName);
}

/** The mask as records and tests write it: `plate.region`, `time.bucket(PT1H)`, `number.bucket(1000,50000)`. */
export function describeMask(spec: MaskSpec): string {
  const parameters = kindOf(spec).describe(spec);
  return parameters === '' ? spec.fn : `${spec.fn}(${parameters})`;
}

/** What every string that the mask answers looks like; null where the mask answers no string. */
export function outputPattern(spec: MaskSpec): RegExp | null {
  return kindOf(spec).pattern(spec);
}

/**
 * Whether a value can be an answer of the mask. Whoever receives masked values from elsewhere asks this: a value that was
 * not masked, or masked otherwise, does not pass for a masked one but by chance of its spelling.
 */
export function isAnswerOf(spec: MaskSpec): (value: unknown) => boolean {
  const pattern = outputPattern(spec);
  // Masking once more changes nothing; only a token of a token is another one.
  const again = compileMask(spec, { tokenKey: () => new Uint8Array(0) });
  return (value) => {
    if (value === null || value === undefined) return true;
    if (typeof value === 'string')
      return pattern?.test(value) === true && (spec.fn === 'token' || again(value) === value);
    const masked = again(value);
    // Only a place is an object, and comparing texts costs more than masking a number.
    return masked === value || (masked !== null && JSON.stringify(masked) === JSON.stringify(value));
  };
}
