import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Configuration, Provider } from 'oidc-provider';

/** What the provider says of whoever signs in, and for how long. */
export interface ProviderTokens {
  claims: Readonly<Record<string, unknown>>;
  lifetimeSeconds: number;
}

/** A real OpenID provider on a loopback port, with the console as its one client. */
export interface RunningProvider {
  readonly issuer: string;
  readonly keysUrl: string;
  readonly tokens: ProviderTokens;
  /** Lets the console at this address come back; the address is known only when the gateway listens. */
  expect(consoleUrl: string): void;
  close(): Promise<void>;
}

const RESOURCE = 'urn:lukou';

/** Starts a provider whose access tokens are as docs/identity.md demands: JWT for Lukou alone, with agency and role. */
export async function openProvider(): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokens: ProviderTokens = {
    claims: { agency: 'AG-JUSTICE-BUREAU', role: 'steward' },
    lifetimeSeconds: 3_600,
  };
  return {
    issuer,
    keysUrl: `${issuer}/jwks`,
    tokens,
    expect: (consoleUrl) => {
      const provider = new Provider(issuer, settingsFor(consoleUrl, tokens));
      const answer = provider.callback();
      server.on('request', (request, response) => void answer(request, response));
    },
    close: () => closeServer(server),
  };
}

function settingsFor(consoleUrl: string, tokens: ProviderTokens): Configuration {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    clients: [
      {
        client_id: 'lukou-console',
        token_endpoint_auth_method: 'none',
        application_type: 'native',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [`${consoleUrl}/console/signed-in`],
        post_logout_redirect_uris: [`${consoleUrl}/console/`],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'k1', alg: 'ES256', use: 'sig' }] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    cookies: { keys: ['only for this test'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    ttl: { Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    clientBasedCORS: (_context, origin) => origin === consoleUrl,
    // Development's own sign-in pages: whoever writes a name is signed in.
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: 'lukou',
          accessTokenFormat: 'jwt',
          accessTokenTTL: tokens.lifetimeSeconds,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: () => ({ ...tokens.claims }),
  };
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
