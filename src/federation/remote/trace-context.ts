import { randomBytes } from 'node:crypto';
import { isUuid, readTraceparent, sha256Hex } from '../../base/index.ts';
import type { CallerContext } from '../subgraph.ts';

/**
 * The `traceparent` header of one call (W3C Trace Context): the request's own trace, or one named after the request
 * where it came without, and a span id of its own. `tracestate` and `baggage` are never passed on: they would carry
 * what a client wrote to every agency.
 */
export function traceparentFor({ traceparent, requestId }: CallerContext): string {
  const parent = readTraceparent(traceparent);
  const traceId = parent?.traceId ?? traceIdOf(requestId);
  const flags = parent?.isSampled === true ? '01' : '00';
  return `00-${traceId}-${randomBytes(8).toString('hex')}-${flags}`;
}

// A request's id is a UUID, which is as long as a trace id: an operator finds one by the other.
function traceIdOf(requestId: string): string {
  return isUuid(requestId) ? requestId.replaceAll('-', '') : sha256Hex(requestId).slice(0, 32);
}
