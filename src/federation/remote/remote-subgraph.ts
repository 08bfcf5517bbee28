import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { LukouError, type Clock } from '../../base/index.ts';
import type { CallerContext, Subgraph, SubgraphAnswer, SubgraphRequest } from '../subgraph.ts';
import { AgencyFailure } from './agency-failure.ts';
import { CircuitBreaker, type BreakerSettings } from './circuit-breaker.ts';
import { connectAgency, type AgencyTls } from './connect-agency.ts';
import { exchange } from './exchange.ts';
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
  const { name, timeoutMs = 10_000, maxResponseBytes = 10 * MIB, authorise } = options;
  const { pool, path } = connectAgency({ ...options, timeoutMs });
  const breaker = new CircuitBreaker(
    options.breaker ?? { failures: 5, pauseMs: 2_000 },
    options.clock ?? MONOTONIC,
  );
  return { name, execute, close: () => pool.close() };

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
    const { operation: query, variables } = request;
    const body = Buffer.from(JSON.stringify({ query, variables }));
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
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'accept-encoding': 'identity',
      traceparent: traceparentFor(caller),
    };
    return readReply(await exchange(pool, { path, headers, body, signal, maxResponseBytes }));
  }
}
