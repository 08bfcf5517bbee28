export { CONTEXT_HEADER } from './caller-context/context-claims.ts';
export {
  CONTEXT_REFUSAL_REASONS,
  ContextRefusal,
  type ContextRefusalReason,
} from './caller-context/context-refusal.ts';
export { openGatewayKey, type GatewayKey } from './caller-context/gateway-key.ts';
export { openContextMemory } from './caller-context/remember-contexts.ts';
export {
  createContextSigner,
  type AuthoriseQuestion,
  type ContextSignerOptions,
} from './caller-context/sign-context.ts';
export {
  gatewaySettingsSchema,
  trustGateways,
  type TrustedGateways,
} from './caller-context/trusted-gateways.ts';
export {
  createContextVerifier,
  requireSameBody,
  type VerifiedContext,
  type VerifyContext,
} from './caller-context/verify-context.ts';
export { checkSignature } from './check-signature.ts';
export { checkTokenForm } from './check-token-form.ts';
export { createAuthenticator, type Authenticate } from './create-authenticator.ts';
export { createDevelopmentIssuer, LUKOU_AUDIENCE, type DevelopmentIssuer } from './development-issuer.ts';
export { assertDevelopmentIssuerMayRun, developmentIssuerBanner } from './guard-development-issuer.ts';
export { isCovered, isLoopbackHost } from './is-loopback-host.ts';
export { keepSigningKey, type SigningKey } from './keep-signing-key.ts';
export { localKeySource, type KeySource } from './key-source.ts';
export { PUBLIC_PRINCIPAL } from './principal.ts';
export type { Actor, FeederPrincipal, Principal, VouchedPrincipal } from './principal.ts';
export { remoteKeySource } from './remote-key-source.ts';
export {
  SAMPLE_CALLERS,
  SAMPLE_FEEDERS,
  type SampleCallerName,
  type SampleFeederName,
} from './sample-callers.ts';
export { splitToken } from './split-token.ts';
export { REFUSAL_REASONS, TokenRefusal, type RefusalReason } from './token-refusal.ts';
export { issuerSettingsSchema, type TrustedIssuer } from './trusted-issuer.ts';
export { verifyToken, type VerifiedToken } from './verify-token.ts';
