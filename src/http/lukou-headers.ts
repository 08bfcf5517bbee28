/** Headers that say who asks and how an operation is to be answered, whichever way it comes. */
export const LUKOU_HEADERS = [
  'authorization',
  'lukou-break-glass',
  'lukou-case',
  'lukou-proof',
  'lukou-purpose',
  'lukou-strict',
  'traceparent',
] as const;
