import * as oauth from 'oauth4webapi';
import { readKept } from './read-kept.ts';
import { type Session, sessionOf } from './session.ts';
import type { IssuerClient } from './settings.ts';

// What must be remembered between leaving for the issuer and coming back, in this tab.
const KEY = 'lukou-signing-in';

interface SigningIn {
  readonly client: IssuerClient;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  /** The page that was asked for. */
  readonly returnTo: string;
}

const redirectUri = (): string => new URL('/console/signed-in', location.origin).href;

/** Leaves for the issuer's own page: authorization code with PKCE (RFC 7636), as a public client. */
export async function leaveForIssuer(client: IssuerClient, returnTo: string): Promise<void> {
  const server = await discover(client.issuer);
  if (server.authorization_endpoint === undefined)
    throw new Error('The issuer has no authorization endpoint.');
  const verifier = oauth.generateRandomCodeVerifier();
  const signingIn: SigningIn = {
    client,
    verifier,
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    returnTo,
  };
  const url = new URL(server.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: redirectUri(),
    response_type: 'code',
    scope: client.scope,
    ...(client.resource === undefined ? {} : { resource: client.resource }),
    state: signingIn.state,
    nonce: signingIn.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString();
  sessionStorage.setItem(KEY, JSON.stringify(signingIn));
  location.assign(url);
}

/** What came of coming back from an issuer. */
export interface Returned {
  readonly session: Session;
  readonly returnTo: string;
}

/**
 * Turns what the issuer sent back into a session. The state, the issuer's name and the nonce must be those of this tab; the
 * code counts once.
 */
export async function finishSignIn(here: URL): Promise<Returned> {
  const kept = readKept(KEY) as Partial<SigningIn>;
  sessionStorage.removeItem(KEY);
  if (kept.client === undefined) throw new Error('Nobody was signing in in this tab.');
  const { client, verifier, state, nonce, returnTo } = kept as SigningIn;
  const server = await discover(client.issuer);
  const self: oauth.Client = { client_id: client.clientId };
  const parameters = oauth.validateAuthResponse(server, self, here, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    self,
    oauth.None(),
    parameters,
    redirectUri(),
    verifier,
    {
      ...insecureWhere(client.issuer),
      ...(client.resource === undefined ? {} : { additionalParameters: { resource: client.resource } }),
    },
  );
  const result = await oauth.processAuthorizationCodeResponse(server, self, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  const session = sessionOf(result.access_token, {
    issuer: client.issuer,
    idToken: result.id_token ?? null,
    sample: null,
  });
  if (session === null)
    throw new Error('The issuer’s access token does not say agency and role (docs/identity.md).');
  return { session, returnTo };
}

/** Where the issuer signs people out, so that it asks again next time; null where it does not say. */
export async function findSignOut(
  session: Session,
  client: IssuerClient | undefined,
): Promise<string | null> {
  if (session.issuer === null) return null;
  const { end_session_endpoint: endpoint } = await discover(session.issuer);
  if (endpoint === undefined) return null;
  const url = new URL(endpoint);
  if (session.idToken !== null) url.searchParams.set('id_token_hint', session.idToken);
  if (client !== undefined) url.searchParams.set('client_id', client.clientId);
  url.searchParams.set('post_logout_redirect_uri', new URL('/console/', location.origin).href);
  return url.href;
}

async function discover(issuer: string): Promise<oauth.AuthorizationServer> {
  const name = new URL(issuer);
  return oauth.processDiscoveryResponse(name, await oauth.discoveryRequest(name, insecureWhere(issuer)));
}

/** Plain http counts for an issuer on this machine alone: the gateway takes no other one. */
function insecureWhere(issuer: string): { [oauth.allowInsecureRequests]?: boolean } {
  return new URL(issuer).protocol === 'http:' ? { [oauth.allowInsecureRequests]: true } : {};
}
