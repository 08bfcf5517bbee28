import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { LukouError, type Clock } from '../../base/index.ts';
import type { AgencyEvents, CallerContext, Subgraph, SubgraphAnswer, SubgraphRequest } from '../subgraph.ts';
import { AgencyFailure } from './agency-failure.ts';
import { CircuitBreaker, type BreakerSettings } from './circuit-breaker.ts';
import { connectAgency, type AgencyTls } from './connect-agency.ts';
import { exchange } from './exchange.ts';
import { followRemote, type OpenFollowing } from './follow-remote.ts';
import { openFollowing } from './open-following.ts';
import { readReply } from './read-reply.ts';
import { openTimeLimit } from './time-limit.ts';
import { traceparentFor } from './trace-context.ts';

export interface RemoteSubgraphOptions {
  /** The name that the supergraph knows it by. */
  readonly name: string;
  /** Where it takes operations: http or https. */
  readonly url: string;
  /** How long one call may take, a second attempt included; 10,000 unless given. */
  readonly timeoutMs?: number | undefined;
  /** The largest answer that is read, in bytes; 10 MiB unless given. */
  readonly maxResponseBytes?: number | undefined;
  readonly tls?: AgencyTls | undefined;
  /** Speaks HTTP/2 where the agency offers it; https only. */
  readonly http2?: boolean | undefined;
  /** Headers that vouch for the caller, over the exact bytes sent; asked anew for a second attempt. */
  readonly authorise?:
    | ((
        body: Uint8Array,
        caller: CallerContext,
        operationText: string,
      ) => Promise<Readonly<Record<string, string>>>)
    | undefined;
  /** As `authorise`, for a caller who was authorised before and follows on: by what holds now. Without it, none follow. */
  readonly authoriseFollowing?:
    ((body: Uint8Array, caller: CallerContext) => Promise<Readonly<Record<string, string>>>) | undefined;
  /** When to leave the agency alone; after 5 failures in a row, for 2,000 ms, unless given. */
  readonly breaker?: BreakerSettings | undefined;
  /** Times the pause of the breaker; a clock that nobody sets back, unless given. */
  readonly clock?: Clock | undefined;
}

const MIB = 2 ** 20;
const RETRY_AFTER_MS = 50;
const MONOTONIC: Clock = { nowMs: () => performance.now() };

/**
 * An agency elsewhere, asked over HTTP. A call that fails throws SUBGRAPH_FAULT with the kind of failure; nothing that
 * the agency wrote is in it. Throws SETTING_INVALID for a URL or TLS settings that cannot be used.
 */
export function createRemoteSubgraph(
  options: RemoteSubgraphOptions,
): Subgraph & { readonly close: () => Promise<void> } {
  const { name, timeoutMs = 10_000, maxResponseBytes = 10 * MIB, authorise, authoriseFollowing } = options;
  const { pool, path } = connectAgency({ ...options, timeoutMs });
  // Streams hold their connections, and must not take those of questions.
  const streams = connectAgency({ ...options, timeoutMs, http2: false, connections: null }).pool;
  const breaker = new CircuitBreaker(
    options.breaker ?? { failures: 5, pauseMs: 2_000 },
    options.clock ?? MONOTONIC,
  );
  return {
    name,
    execute,
    ...(authoriseFollowing !== undefined && { follow: (request) => follow(request, authoriseFollowing) }),
    async close() {
      await streams.destroy();
      await pool.close();
    },
  };

  function follow(
    { operation: query, variables, caller, signal }: SubgraphRequest,
    sign: NonNullable<typeof authoriseFollowing>,
  ): Promise<AgencyEvents> {
    const open: OpenFollowing = async (after) => {
      const body = Buffer.from(JSON.stringify({ query, variables, ...(after !== null && { after }) }));
      const headers = { ...(await sign(body, caller)), ...headersFor(caller), accept: 'text/event-stream' };
      return openFollowing(streams, { path, headers, body, signal, timeoutMs });
    };
    return followRemote(name, open, signal);
  }

  async function execute(request: SubgraphRequest): Promise<SubgraphAnswer> {
    const permit = breaker.ask();
    if (permit === null)
      throw new LukouError('SUBGRAPH_FAULT', `${name} was not asked: it did not answer its last calls.`);
    try {
      const answer = await askWithinTime(request);
      permit.succeeded();
      return answer;
    } catch (error) {
      if (error instanceof AgencyFailure && !error.isAway) permit.succeeded();
      else permit.failed();
      if (!(error instanceof AgencyFailure)) throw error;
      throw new LukouError('SUBGRAPH_FAULT', `${name} ${error.message}.`);
    }
  }

  async function askWithinTime(request: SubgraphRequest): Promise<SubgraphAnswer> {
    const { operation: query, variables, event } = request;
    const body = Buffer.from(JSON.stringify({ query, variables, event }));
    using limit = openTimeLimit(request.signal, timeoutMs);
    try {
      return await attempt(request, body, limit.signal);
    } catch (error) {
      const mayRetry = error instanceof AgencyFailure && error.isUnanswered && !request.isMutation;
      if (!mayRetry) throw error;
    }
    await wait(RETRY_AFTER_MS);
    return attempt(request, body, limit.signal);
  }

  async function attempt(
    { operation, caller }: SubgraphRequest,
    body: Uint8Array,
    signal: AbortSignal,
  ): Promise<SubgraphAnswer> {
    const headers = {
      ...(await authorise?.(body, caller, operation)),
      ...headersFor(caller),
      accept: 'application/graphql-response+json, application/json;q=0.9',
    };
    return readReply(await exchange(pool, { path, headers, body, signal, maxResponseBytes }));
  }
}

function headersFor(caller: CallerContext): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'accept-encoding': 'identity',
    traceparent: traceparentFor(caller),
  };
}
