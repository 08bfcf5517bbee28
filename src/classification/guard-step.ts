/** The steps of the guard that a drill can leave out, to show that the step is what catches its example. */
export const GUARD_STEPS = [
  'fast-path',
  'base64',
  'entities',
  'percent',
  'quoted-printable',
  'escapes',
  'mojibake',
  'markup',
  'bidi',
  'opaque',
  'compatibility',
  'invisible',
  'overlays',
  'confusables',
  'traditional',
  'separators',
] as const;

/** One of {@link GUARD_STEPS}. */
export type GuardStep = (typeof GUARD_STEPS)[number];

/** The steps that a scan leaves out; empty in the product. */
export type LeftOut = ReadonlySet<GuardStep>;
