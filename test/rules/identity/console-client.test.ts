import { issuerSettingsSchema } from '../../../src/identity/index.ts';

const ISSUER = {
  issuer: 'https://id.justice.example/realms/bureau',
  keysUrl: 'https://id.justice.example/realms/bureau/keys',
  speaksFor: [{ agency: 'AG-JUSTICE-BUREAU', roles: ['steward'] }],
};

describe('An issuer with a client for the console', () => {
  it('asks for openid and no other origin unless told', () => {
    const read = issuerSettingsSchema.parse({ ...ISSUER, console: { clientId: 'lukou-console' } });
    expect(read.console).toEqual({ clientId: 'lukou-console', scope: 'openid', origins: [] });
  });

  it('is believed without one, and not offered', () => {
    expect(issuerSettingsSchema.parse(ISSUER).console).toBeUndefined();
  });

  it.each([
    ['a secret', ISSUER, { clientId: 'a', clientSecret: 's' }],
    ['no client', ISSUER, {}],
    ['an origin with a path', ISSUER, { clientId: 'a', origins: ['https://tokens.example/path'] }],
    ['an origin in clear', ISSUER, { clientId: 'a', origins: ['http://tokens.example'] }],
    [
      'an origin that is a policy of its own',
      ISSUER,
      { clientId: 'a', origins: ['https://a.example; script-src *'] },
    ],
    ['an issuer whose name is no address', { ...ISSUER, issuer: 'urn:issuer' }, { clientId: 'a' }],
    ['an issuer in clear', { ...ISSUER, issuer: 'http://id.justice.example' }, { clientId: 'a' }],
  ])('is refused with %s', (_what, issuer, console) => {
    expect(issuerSettingsSchema.safeParse({ ...issuer, console }).success).toBe(false);
  });
});
