import { randomBytes } from 'node:crypto';
import { sha256Hex } from '../../base/index.ts';
import type { CallerContext } from '../subgraph.ts';

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NOTHING = /^0+$/;
const SAMPLED = 1;

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

/** Reads a `traceparent` strictly; null for anything that is not one of version 00. */
function readTraceparent(
  header: string | undefined,
): { readonly traceId: string; readonly isSampled: boolean } | null {
  const [, traceId = '', parentId = '', flags = ''] = TRACEPARENT.exec(header ?? '') ?? [];
  if (traceId === '' || NOTHING.test(traceId) || NOTHING.test(parentId)) return null;
  return { traceId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) !== 0 };
}

// A request's id is a UUID, which is as long as a trace id: an operator finds one by the other.
function traceIdOf(requestId: string): string {
  return UUID.test(requestId) ? requestId.replaceAll('-', '') : sha256Hex(requestId).slice(0, 32);
}
