import { describeConsole } from './world/open-console.ts';

const CALLERS = ['analyst', 'transport', 'justice', 'detention', 'auditor', 'steward', 'public'] as const;

describeConsole('The console', (console) => {
  it.each([
    ['zh-CN', 'light', 1280, '登录控制台'],
    ['en', 'dark', 390, 'Sign in to the console'],
  ] as const)('asks who comes, in %s', async (language, theme, width, title) => {
    await using tab = await console().open({ language, theme, width });
    await tab.page.getByRole('heading', { level: 1 }).waitFor();
    await tab.keep('sign-in');
    expect(await tab.page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
    expect(await tab.page.locator('html').getAttribute('lang')).toBe(language);
  });

  it.each(CALLERS)('begins with what %s comes for', async (caller) => {
    await using tab = await console().open({ caller });
    await tab.keep('start');
    expect(await tab.page.getByRole('heading', { level: 1 }).innerText()).toBe('您想了解什么？');
  });

  it('is read in the language and light that were chosen, also after a reload', async () => {
    await using tab = await console().open({ caller: 'steward' });
    await tab.page.getByLabel('语言').selectOption('en');
    await tab.page.getByLabel('Theme').selectOption('dark');
    await tab.page.reload();
    const title = tab.page.getByRole('heading', { name: 'What would you like to know?' });
    await title.waitFor();
    expect(await tab.page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  it('is reached by the keyboard alone, and skips what stands before the content', async () => {
    await using tab = await console().open({});
    await tab.page.locator('[data-caller="auditor"]').focus();
    await tab.page.keyboard.press('Enter');
    await tab.page.locator('.shell-main').waitFor();
    await tab.page.locator('.skip').focus();
    await tab.page.keyboard.press('Enter');
    expect(await tab.page.evaluate('document.activeElement.id')).toBe('main');
  });

  it('counts down before a session ends, and then asks who comes', async () => {
    await using tab = await console().open({ caller: 'auditor', language: 'en' });
    await tab.page.clock.fastForward('07:51:00');
    await tab.page.getByRole('timer').waitFor();
    expect(await tab.page.getByRole('timer').innerText()).toMatch(/^Session ends in 8:5\d$/);
    await tab.page.clock.fastForward('09:00');
    await tab.page.getByText('The session has ended.').waitFor();
    expect(await kept(tab.page)).not.toContain('token');
  });

  it('keeps nothing of a session behind signing out, and nothing in a store that outlives the tab', async () => {
    await using tab = await console().open({ caller: 'auditor' });
    expect(await kept(tab.page)).toContain('token');
    expect(await tab.page.evaluate('JSON.stringify(localStorage) + document.cookie')).toBe('{}');
    await tab.page.getByRole('button', { name: '退出' }).click();
    await tab.page.getByRole('heading', { name: '登录控制台' }).waitFor();
    expect(await kept(tab.page)).toBe('{}');
  });

  it.each([
    ['transport', ['ROAD_SAFETY', 'STATISTICS']],
    ['justice', ['MEDIATION', 'STATISTICS']],
  ] as const)(
    'offers %s the purposes under which an agreement serves it, and no other',
    async (caller, least) => {
      const { body } = await console().world.ask(caller, '{ caller { purposes { code } } }', {
        purpose: 'OVERSIGHT',
      });
      const served = (body.data as { caller: { purposes: { code: string }[] } }).caller.purposes;
      await using tab = await console().open({ caller, language: 'en', path: 'map' });
      const choices = tab.page.getByLabel('Purpose').locator('option');
      await choices.nth(served.length).waitFor({ state: 'attached' });
      const offered = await Promise.all((await choices.all()).map((one) => one.getAttribute('value')));
      expect(offered).toEqual(['', ...served.map(({ code }) => code)]);
      expect(offered).toEqual(expect.arrayContaining([...least]));
      expect(offered).not.toContain('PUBLIC_SAFETY');
    },
  );

  it('begins anew where a tab keeps what cannot be read, and says so of an address that cannot be', async () => {
    await using tab = await console().open({ caller: 'auditor', language: 'en' });
    const { page } = tab;
    for (const key of ['lukou-session', 'lukou-stated'])
      await page.evaluate(`sessionStorage.setItem('${key}', '{"token":')`);
    await page.goto(`${console().url}/console/agreements/%ZZ`);
    await page.getByRole('heading', { name: 'Sign in to the console' }).waitFor();
    expect(await page.evaluate(`sessionStorage.getItem('lukou-session')`)).toBeNull();
    await page.locator('[data-caller="auditor"]').click();
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    // Programs are told as before.
    const reply = await fetch(`${console().url}/console/agreements/%ZZ`);
    expect([reply.status, await reply.json()]).toEqual([404, { errors: [{ message: expect.any(String) }] }]);
  });

  it('undoes a choice of purpose that no agreement serves', async () => {
    await using tab = await console().open({ caller: 'justice', language: 'en', path: 'map' });
    const { page } = tab;
    await page.evaluate(`sessionStorage.setItem('lukou-stated', '{"purpose":"PUBLIC_SAFETY"}')`);
    await page.reload();
    await page.getByText('Every question of this page states a purpose.').waitFor();
    expect(await page.getByLabel('Purpose').inputValue()).toBe('');
  });

  it('says so of a page that there is not, and of one that is not for a role', async () => {
    await using tab = await console().open({ caller: 'public', language: 'en', path: 'no/such/page' });
    await tab.page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await tab.page.getByRole('link', { name: 'Back to the start' }).click();
    const title = tab.page.getByRole('heading', { level: 1 });
    await title.filter({ hasText: 'What would you like to know?' }).waitFor();
    expect(new URL(tab.page.url()).pathname).toBe('/console/');
  });
});

function kept(page: { evaluate(expression: string): Promise<unknown> }): Promise<unknown> {
  return page.evaluate('JSON.stringify(sessionStorage)');
}
