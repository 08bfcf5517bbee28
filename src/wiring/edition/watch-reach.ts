import { connect } from 'node:net';
import type { Subgraph } from '../../federation/index.ts';

const TRY_MS = 2_000;
const TRY_AGAIN_AFTER_MS = 5_000;

/** An agency elsewhere, and whether it could be reached when it was tried last. */
export interface WatchedSubgraph {
  readonly subgraph: Subgraph;
  isAway(): boolean;
}

/**
 * Follows whether an agency elsewhere is there: by the outcome of every call, and by connecting to it now, and again
 * whenever somebody asks while it is away. Only the connection is tried: what the agency would answer is for calls to say.
 */
export function watchReach(subgraph: Subgraph, url: string): WatchedSubgraph {
  let isAway = false;
  let triedMs = 0;
  const tryNow = (): void => {
    triedMs = performance.now();
    void canConnect(url).then((isThere) => (isAway = !isThere));
  };
  tryNow();
  return {
    subgraph: {
      ...subgraph,
      async execute(request) {
        try {
          const answer = await subgraph.execute(request);
          isAway = false;
          return answer;
        } catch (error) {
          tryNow();
          throw error;
        }
      },
    },
    isAway() {
      if (isAway && performance.now() - triedMs > TRY_AGAIN_AFTER_MS) tryNow();
      return isAway;
    },
  };
}

function canConnect(url: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const socket = connect({ host, port: Number(port) || (protocol === 'https:' ? 443 : 80), timeout: TRY_MS });
  socket.unref();
  return new Promise((resolve) => {
    const end = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket
      .once('connect', () => end(true))
      .once('timeout', () => end(false))
      .once('error', () => end(false));
  });
}
