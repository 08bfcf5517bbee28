/** For Node's server: slow headers are dropped early. The platform's defaults dropped none of 150 in 15 seconds. */
export const SOCKET_LIMITS = { headersTimeout: 3_000, connectionsCheckingInterval: 1_000 } as const;

/** For Fastify: how long a request may take to arrive, and an idle connection to stay. The same at every door. */
export const DOOR_LIMITS = {
  requestTimeout: 10_000,
  connectionTimeout: 10_000,
  keepAliveTimeout: 5_000,
  forceCloseConnections: 'idle',
} as const;
