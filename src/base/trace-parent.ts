/** The trace that a caller's own system keeps of a request. */
export interface TraceParent {
  /** The header as it came. */
  readonly header: string;
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  readonly isSampled: boolean;
}

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})$/;
const SAMPLED = 1;

/** Reads a `traceparent` header (W3C Trace Context) strictly; null for anything that is not one of version 00. */
export function readTraceparent(header: string | undefined): TraceParent | null {
  if (header === undefined) return null;
  const [, traceId, flags] = TRACEPARENT.exec(header) ?? [];
  if (traceId === undefined || flags === undefined) return null;
  return { header, traceId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) !== 0 };
}
