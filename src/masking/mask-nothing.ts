import { withoutParameters, type MaskKind } from './mask-kind.ts';

const toNull = (): null => null;

/** `redact`: null, whatever the field holds. */
export const redact: MaskKind<unknown> = {
  scalars: 'any',
  describe: withoutParameters,
  compile: () => toNull,
  pattern: () => null,
};

/** `text.redact`: null, for free text; the name tells a reader of the agreement what was withheld. */
export const textRedact: MaskKind<unknown> = { ...redact, scalars: ['String'] };
