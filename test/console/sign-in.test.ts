import { systemClock } from '../../src/base/index.ts';
import { createAuthenticator, LUKOU_AUDIENCE, remoteKeySource } from '../../src/identity/index.ts';
import { openConsole } from '../../src/wiring/index.ts';
import { copySample } from '../world/open-sample-world.ts';
import { openWorld } from '../world/open-world.ts';
import { builtConsole } from './world/built-console.ts';
import { launchBrowser } from './world/find-chromium.ts';
import { type ConsoleWorld, describeIn, listen } from './world/open-console.ts';
import { openProvider, type RunningProvider } from './world/open-provider.ts';
import { openTab, type Tab } from './world/open-tab.ts';

interface OidcWorld extends ConsoleWorld {
  readonly provider: RunningProvider;
}

describeIn(openOidcWorld, 'Signing in with an agency’s own issuer', (world) => {
  beforeEach(() => {
    world().provider.tokens.claims = { agency: 'AG-JUSTICE-BUREAU', role: 'steward' };
    world().provider.tokens.lifetimeSeconds = 3_600;
  });

  it('comes back to the page that was asked for, with a token that the gateway takes', async () => {
    await using tab = await world().open({ path: '?from=a-link' });
    await signIn(tab, 'steward-7');
    await tab.page.locator('.shell-main').waitFor();
    expect(tab.page.url()).toBe(`${world().url}/console/?from=a-link`);
    expect(await tab.page.locator('.account').innerText()).toContain('AG-JUSTICE-BUREAU');
    expect(await askAs(tab)).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('signs out at the issuer too', async () => {
    await using tab = await world().open({});
    await signIn(tab, 'steward-7');
    await tab.page.getByRole('button', { name: '退出' }).click();
    await tab.page.waitForURL(/\/session\/end/);
    expect(tab.page.url()).toContain('id_token_hint=');
  });

  it('refuses an answer of the issuer that this tab did not ask for', async () => {
    await using tab = await world().open({ path: 'signed-in?code=stolen&state=stolen' });
    await tab.page.getByRole('alert').waitFor();
    expect(await tab.page.getByRole('alert').innerText()).toContain('Nobody was signing in');
    expect(tab.page.url()).toBe(`${world().url}/console/`);
  });

  it.each([
    ['another state', (asked: URL) => ({ state: 'other', iss: asked.origin })],
    [
      'another issuer',
      (asked: URL) => ({ state: asked.searchParams.get('state')!, iss: 'https://elsewhere.example' }),
    ],
    ['no issuer', (asked: URL) => ({ state: asked.searchParams.get('state')! })],
  ])('refuses an answer with %s', async (_what, answer) => {
    await using tab = await world().open({});
    const asking = tab.page.waitForRequest(/\/auth\?/);
    await tab.page.getByRole('button', { name: /登录/ }).first().click();
    const asked = new URL((await asking).url());
    await tab.page.locator('input[name="login"]').waitFor();
    const query = new URLSearchParams({ code: 'any', ...answer(asked) });
    await tab.page.goto(`${world().url}/console/signed-in?${query.toString()}`);
    await tab.page.getByRole('alert').waitFor();
    expect(await tab.page.evaluate('JSON.stringify(sessionStorage)')).toBe('{}');
  });

  it('says so where the token does not say agency and role', async () => {
    world().provider.tokens.claims = {};
    await using tab = await world().open({});
    await signIn(tab, 'steward-7');
    await tab.page.getByRole('alert').waitFor();
    expect(await tab.page.getByRole('alert').innerText()).toContain('agency and role');
  });
});

/** Through the provider's own pages for development: a name, then consent. */
async function signIn({ page }: Tab, name: string): Promise<void> {
  await page.getByRole('button', { name: /登录/ }).first().click();
  await page.locator('input[name="login"]').fill(name);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.locator('button[type="submit"]', { hasText: 'Continue' }).click();
}

/** Asks as the page would, with the token that it holds. */
function askAs({ page }: Tab): Promise<unknown> {
  return page.evaluate(`(async () => {
    const { token } = JSON.parse(sessionStorage.getItem('lukou-session'));
    const headers = { authorization: 'Bearer ' + token, 'content-type': 'application/json', 'lukou-purpose': 'OVERSIGHT' };
    const response = await fetch('/graphql', { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    return response.json();
  })()`);
}

async function openOidcWorld(): Promise<OidcWorld> {
  const provider = await openProvider();
  const issuers = [
    {
      issuer: provider.issuer,
      keysUrl: provider.keysUrl,
      speaksFor: [{ agency: 'AG-JUSTICE-BUREAU', roles: ['steward' as const] }],
    },
  ];
  const clock = systemClock;
  const authenticate = createAuthenticator({
    issuers,
    keys: remoteKeySource(issuers, { clock, onFailure: () => undefined }),
    audience: LUKOU_AUDIENCE,
    clock,
    pseudonymKey: Buffer.alloc(32, 1),
  });
  const client = { issuer: provider.issuer, clientId: 'lukou-console', scope: 'openid', origins: [] };
  const folder = await builtConsole();
  const world = await openWorld(
    await copySample(),
    {},
    { authenticate, clock, openConsole: () => openConsole([client], null, folder) },
  );
  const url = await listen(world);
  provider.expect(url);
  const browser = await launchBrowser();
  return {
    provider,
    world,
    url,
    open: (options = {}) => openTab({ browser, url, issuer: provider.issuer }, options),
    async close() {
      await browser.close();
      await world.close();
      await provider.close();
    },
  };
}
