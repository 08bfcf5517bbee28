import {
  type Authenticator,
  connect,
  credsAuthenticator,
  type NatsConnection,
  PermissionViolationError,
} from '@nats-io/transport-node';
import { LukouError } from '../base/index.ts';

/** What a client says who it is by. */
export type NatsLogin =
  | { readonly user: string; readonly password: string }
  | { readonly token: string }
  /** The file that `nsc` writes: a user's JWT and its seed. */
  | { readonly credentials: string };

/** Where a server is, and how it and its client know each other. */
export interface NatsServer {
  /** host:port */
  readonly server: string;
  /** PEM texts; null speaks in clear. `cert` and `key` make it mutual. */
  readonly tls: { readonly ca?: string; readonly cert?: string; readonly key?: string } | null;
  readonly login: NatsLogin | null;
  /** What the connection is called in the server's books. */
  readonly name: string;
}

/** How long a server may take to answer when it is reached for the first time. */
const PATIENCE_MS = 5_000;
const RECONNECT_AFTER_MS = 250;
/** A server that goes on saying nothing is taken for lost after the third. */
const LOOK_AFTER_MS = 5_000;
const GOODBYE_MS = 2_000;

/**
 * Connects to a server, and goes on trying for as long as nobody closes the connection. The operator hears once that it is
 * lost, and once that it is there again.
 *
 * @throws LukouError NATS_UNUSABLE where the server is not there, or does not take the login.
 */
export async function connectNats(
  { server, tls, login, name }: NatsServer,
  onMessage: (message: string) => void,
): Promise<NatsConnection> {
  const connection = await connect({
    servers: server,
    name,
    timeout: PATIENCE_MS,
    maxReconnectAttempts: -1,
    reconnectTimeWait: RECONNECT_AFTER_MS,
    pingInterval: LOOK_AFTER_MS,
    ignoreAuthErrorAbort: true,
    ...(tls !== null && { tls }),
    ...loginOf(login),
  }).catch((cause: unknown) => {
    throw unusable(`${server} cannot be reached, or does not take the login`, cause);
  });
  void tellOfLosses(connection, server, onMessage);
  return connection;
}

/** Says what is still to be said, as far as the server is there to hear it, and hangs up. */
export async function closeNats(connection: NatsConnection): Promise<void> {
  const patience = AbortSignal.timeout(GOODBYE_MS);
  const over = new Promise<void>((resolve) => patience.addEventListener('abort', () => resolve()));
  await Promise.race([connection.flush(), over]).catch(() => undefined);
  await connection.close();
}

/** Words of the client library say what it met; servers' own words may be in them, but no message's. */
export function unusable(what: string, cause: unknown): LukouError {
  const why = cause instanceof Error ? ` (${cause.message})` : '';
  return new LukouError('NATS_UNUSABLE', `${what}${why}.`, { cause });
}

function loginOf(login: NatsLogin | null): { readonly authenticator?: Authenticator } | object {
  if (login === null) return {};
  if ('credentials' in login)
    return { authenticator: credsAuthenticator(new TextEncoder().encode(login.credentials)) };
  return 'token' in login ? { token: login.token } : { user: login.user, pass: login.password };
}

async function tellOfLosses(
  connection: NatsConnection,
  server: string,
  onMessage: (message: string) => void,
): Promise<void> {
  const refused = new Set<string>();
  for await (const status of connection.status()) {
    if (status.type === 'disconnect') onMessage(`nats: ${server} is away; trying again until it is there`);
    else if (status.type === 'reconnect') onMessage(`nats: ${server} is there again`);
    else if (status.type === 'error' && status.error instanceof PermissionViolationError) {
      const { operation } = status.error;
      if (!refused.has(operation))
        onMessage(`nats: ${server} refuses a ${operation} to this login; give it the rights that it needs`);
      refused.add(operation);
    }
  }
}
