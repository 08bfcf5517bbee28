import { describeConsole } from './world/open-console.ts';

describeConsole('The overview', (console) => {
  beforeAll(async () => {
    const { world } = console();
    for (let count = 0; count < 3; count++)
      await world.ask('transport', '{ checkpoints(first: 3) { nodes { name } } }', {
        purpose: 'ROAD_SAFETY',
      });
    await world.ask('transport', '{ checkpoints(first: 3) { nodes { name } } }', { purpose: 'TO_SEE' });
  });

  it.each([
    ['auditor', 'zh-CN', 'light', 1280, '1'],
    ['auditor', 'en', 'dark', 1280, '1'],
    // What asked for nothing of an agency's own is not the agency's to know.
    ['steward', 'en', 'light', 390, '0'],
  ] as const)('tells %s who asked, in %s', async (caller, language, theme, width, refusals) => {
    await using tab = await console().open({ caller, language, theme, width, path: 'overview' });
    const { page } = tab;
    const title = language === 'en' ? 'Who asks?' : '哪些机构在查？';
    const panel = page.getByRole('region', { name: title }).first();
    await panel.getByRole('button', { name: language === 'en' ? 'Table' : '表' }).click();
    const row = panel.getByRole('row', { name: /AG-TRANSPORT-CENTRE/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['3', refusals]);
    await panel.getByRole('button', { name: language === 'en' ? 'Chart' : '图' }).click();
    await tab.keep('overview');
  });

  it('keeps the span in the address, and asks once for all that it shows', async () => {
    await using tab = await console().open({ caller: 'auditor', language: 'en', path: 'overview?days=1' });
    const { page } = tab;
    await page.getByRole('heading', { name: 'Is the log in order?' }).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.getByRole('button', { name: 'Last 31 days' }).click();
    await page.waitForURL(/days=31/);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path === '/graphql')).toHaveLength(1);
    expect(await page.getByRole('row', { name: /^gateway/ }).innerText()).toContain('No witness is set');
  });
});
