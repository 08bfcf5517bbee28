import { LukouError } from '../base/index.ts';
import { isLoopbackHost } from './is-loopback-host.ts';

/** Where a gateway listens, as far as the development issuer cares. */
export interface GatewayPlace {
  /** The address that the gateway binds. */
  readonly host: string;
  /** True if NODE_ENV is `production`. */
  readonly production: boolean;
}

/** Throws `SETTING_INVALID` unless only this machine can reach the gateway and nobody called it production. */
export function assertDevelopmentIssuerMayRun({ host, production }: GatewayPlace): void {
  if (production) {
    throw new LukouError(
      'SETTING_INVALID',
      'NODE_ENV is production and no issuer is configured. Configure the agencies’ issuers (docs/identity.md).',
    );
  }
  if (!isLoopbackHost(host)) {
    throw new LukouError(
      'SETTING_INVALID',
      `The host "${host}" can be reached from other machines and no issuer is configured. ` +
        'Configure the agencies’ issuers (docs/identity.md), or listen on 127.0.0.1.',
    );
  }
}

/** What is printed at each start with the development issuer, in Chinese and English. */
export function developmentIssuerBanner(): string {
  const rule = '='.repeat(78);
  return [
    rule,
    '  DEVELOPMENT ISSUER: no issuer is configured, so anyone on this machine can',
    '  sign in as any sample caller. Never use it with real data.',
    '  开发用签发者：未配置任何身份签发者，本机任何人都可冒用示例身份。切勿接入真实数据。',
    '  A token:   npx lukou token --as analyst',
    '  For use:   configure the agencies’ issuers, see docs/identity.md',
    rule,
  ].join('\n');
}
