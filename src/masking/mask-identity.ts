import { withoutParameters, type MaskKind } from './mask-kind.ts';

const IDENTITY_NUMBER = /^([1-9]\d{3})[\d*]{2}([12]\d{2})[\d*]{8}[\dX*]$/;
const MOBILE_NUMBER = /^(1[3-9]\d)[\d*]{8}$/;

/**
 * `idno.region-decade`: of a citizen's number (GB 11643, 18 characters) the prefecture (1-4) and the decade of birth
 * (7-9) stay. The check digit never does: with it the hidden digits could be narrowed down.
 */
export const identityRegionDecade: MaskKind<unknown> = {
  scalars: ['String'],
  describe: withoutParameters,
  compile: () => (value) => {
    const parts = typeof value === 'string' ? IDENTITY_NUMBER.exec(value) : null;
    return parts === null ? null : `${parts[1]}**${parts[2]}${'*'.repeat(9)}`;
  },
  pattern: () => /^[1-9]\d{3}\*{2}[12]\d{2}\*{9}$/,
};

/** `phone.3`: the first three digits of a mainland mobile number and eight stars. */
export const phone3: MaskKind<unknown> = {
  scalars: ['String'],
  describe: withoutParameters,
  compile: () => (value) => {
    const parts = typeof value === 'string' ? MOBILE_NUMBER.exec(value) : null;
    return parts === null ? null : `${parts[1]}${'*'.repeat(8)}`;
  },
  pattern: () => /^1[3-9]\d\*{8}$/,
};
