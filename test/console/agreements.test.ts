import { readFile } from 'node:fs/promises';
import { describeConsole } from './world/open-console.ts';

describeConsole('The steward’s pages', (console) => {
  beforeAll(async () => {
    for (let count = 0; count < 3; count++)
      await console().world.ask('transport', '{ checkpoints(first: 2) { nodes { name } } }', {
        purpose: 'ROAD_SAFETY',
      });
  });

  it.each([
    ['steward', 'zh-CN', 'light', 1280],
    ['auditor', 'en', 'dark', 390],
  ] as const)(
    'list for %s every agreement and when it ends, in %s',
    async (caller, language, theme, width) => {
      await using tab = await console().open({ caller, language, theme, width, path: 'agreements' });
      const { page } = tab;
      await page.getByRole('row', { name: /police-transport:0007/ }).waitFor();
      await tab.keep('agreements');
      // The calendar begins with the month in which the next ones end, and lists a day's beside it.
      const calendar = page.getByRole('region', {
        name: language === 'en' ? 'When agreements end' : '到期日历',
      });
      const [day, ...others] = await calendar.getByRole('table').getByRole('button').all();
      expect(others).toEqual([]);
      await day!.click();
      await page.waitForURL(/day=2031-01-01/);
      expect(await calendar.getByRole('link').count()).toBe(await calendar.locator('dd').count());
      await calendar
        .getByRole('button', { name: language === 'en' ? 'The month after' : '下一个月' })
        .click();
      await calendar.locator('.state').waitFor();
      expect(await calendar.getByRole('table').getByRole('button').count()).toBe(0);
      await page.getByRole('row', { name: /police-transport:0007/ }).click();
      const signatures = page.getByRole('region', { name: language === 'en' ? 'Signatures' : '签署情况' });
      await signatures.waitFor();
      expect(await signatures.getByRole('rowheader').allInnerTexts()).toEqual([
        'AG-TRAFFIC-POLICE',
        'AG-TRANSPORT-CENTRE',
      ]);
      await tab.keep('agreement');
    },
  );

  it('tell from the start page why the transport centre cannot see a plate', async () => {
    await using tab = await console().open({ caller: 'steward', language: 'en' });
    const { page } = tab;
    await page.getByRole('link', { name: 'Why can the transport centre not see a plate?' }).click();
    const row = page.getByRole('row', { name: /CheckpointPassage\.plateNo/ });
    await row.waitFor();
    await tab.keep('access');
    await row.getByRole('button').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const said = await dialog.innerText();
    expect(said).toContain('AG-TRANSPORT-CENTRE');
    expect(said).toMatch(/Masked|Denied/);
    expect(said).toMatch(/The agreement/);
    await tab.keep('access-cell');
  });

  it.each([
    ['steward', 'zh-CN', 'dark', 390],
    ['auditor', 'en', 'light', 1280],
  ] as const)('show %s the whole matrix of an agency, in %s', async (caller, language, theme, width) => {
    await using tab = await console().open({
      caller,
      language,
      theme,
      width,
      path: 'access?type=Checkpoint',
    });
    const row = tab.page.getByRole('row', { name: /Checkpoint\.name/ });
    await row.waitFor();
    expect(await row.getByRole('button').count()).toBeGreaterThan(5);
    await tab.keep('access-all');
  });

  it('try a draft on the answers of the past, and say what is wrong with another', async () => {
    await using tab = await console().open({ caller: 'steward', language: 'en', path: 'draft' });
    const { page } = tab;
    const text = await readFile('agreements/traffic-police-to-transport-centre.yaml', 'utf8');
    const field = page.getByLabel(/The draft/);
    await field.fill('kind: Agreement');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('heading', { name: 'To be mended first' }).waitFor();
    await field.fill(
      text
        .replace(/^version: (\d+)$/m, (_line, version) => `version: ${Number(version) + 1}`)
        .replace('      - Checkpoint.name\n', ''),
    );
    await page.getByRole('button', { name: 'What would it change?' }).click();
    const row = page.getByRole('row', { name: /Checkpoint\.name/ });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/Newly denied\s+3$/);
    await tab.keep('draft');
  });
});
