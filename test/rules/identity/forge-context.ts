import { calculateJwkThumbprint, type JWK } from 'jose';
import { ERRORS, sha256Hex, stoppedClock, uuidV7 } from '../../../src/base/index.ts';
import {
  ContextRefusal,
  createContextVerifier,
  trustGateways,
  type ContextRefusalReason,
  type VerifiedContext,
} from '../../../src/identity/index.ts';
import { forgeFrom, makeKey, NOW, NOW_MS, type ForgersKey } from './forge-token.ts';

export const BODY = '{"query":"{ checkpoints { id } }","variables":{}}';

/** A gateway's key pair, with the public half as `lukou gateway-key` prints it. */
export async function makeGatewayKey(): Promise<ForgersKey & { readonly listed: JWK & { kid: string } }> {
  const key = makeKey('EdDSA', 'unnamed');
  const { kty, crv, x } = key.jwk as { kty: string; crv: string; x: string };
  return { ...key, listed: { kty, crv, x, kid: await calculateJwkThumbprint({ kty, crv, x }) } };
}

export const gatewayKey = await makeGatewayKey();
export const nextKey = await makeGatewayKey();
const trustedGateways = await trustGateways({
  gateways: [{ name: 'lukou', keys: [gatewayKey.listed, nextKey.listed] }] as never,
});

export const goodHeader = { alg: 'EdDSA', typ: 'lukou-context+jwt', kid: gatewayKey.listed.kid };
export const goodAsk = {
  agency: 'AG-TRANSPORT-CENTRE',
  role: 'partner',
  purpose: 'ROAD_SAFETY',
  caseReference: null,
};
export const goodClaims = {
  iss: 'lukou',
  aud: 'urn:lukou:subgraph:checkpoint',
  iat: NOW,
  exp: NOW + 10,
  requestId: 'request-1',
  nowMs: NOW_MS - 20,
  ask: goodAsk,
  policy: 'a'.repeat(64),
  body: sha256Hex(BODY),
};

/** A context that is good but for what is changed; `undefined` takes a member away. Each has an id of its own. */
export function forgeContext(
  changes: { header?: object; claims?: object } = {},
  key: ForgersKey = gatewayKey,
): string {
  return forgeFrom(
    JSON.stringify({ ...goodHeader, ...changes.header }),
    JSON.stringify({ ...goodClaims, jti: uuidV7(NOW_MS), ...changes.claims }),
    key,
  );
}

/** A gate that was opened a minute ago, and its clock. */
export function openGate(nowMs: number = NOW_MS) {
  const clock = stoppedClock(new Date(NOW_MS - 60_000).toISOString());
  const verifyContext = createContextVerifier({ subgraph: 'checkpoint', gateways: trustedGateways, clock });
  clock.moveTo(new Date(nowMs).toISOString());
  return { clock, verifyContext };
}

export function verifyForged(text: string | undefined, nowMs: number = NOW_MS): Promise<VerifiedContext> {
  return openGate(nowMs).verifyContext(text);
}

/** Refused for this reason, in words that do not give the reason away. */
export async function expectContextRefused(
  attempt: Promise<unknown>,
  reason: ContextRefusalReason,
): Promise<void> {
  const outcome = await attempt.then(
    () => 'accepted',
    (cause: unknown) => cause,
  );
  if (!(outcome instanceof ContextRefusal)) throw new Error('Not refused as a context.', { cause: outcome });
  expect(outcome).toMatchObject({
    reason,
    code: 'CONTEXT_REFUSED',
    status: 401,
    message: ERRORS.CONTEXT_REFUSED.text,
  });
}
