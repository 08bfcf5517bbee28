import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describeConsole } from './world/open-console.ts';
import type { Tab } from './world/open-tab.ts';

const PLATES = '{ checkpoint(id: "CP-004") { name passages(first: 2) { passTime plateNo imageUrl } } }';

describeConsole('The explorer', (console) => {
  it('marks what a transport officer sees masked or denied, says why, and finds the clause', async () => {
    await using tab = await console().open({ caller: 'transport', language: 'en' });
    await openExplorer(tab, 'Explorer');
    await run(tab.page, PLATES);
    const panel = tab.page.locator('[data-explorer="disclosure"]');
    await panel.getByRole('row').nth(1).waitFor();
    const reasons = await panel.getByRole('region', { name: 'Reasons' }).innerText();
    expect(reasons).toContain('checkpoint.passages.plateNo');
    expect(await panel.locator('mark').count()).toBeGreaterThan(0);
    await panel.getByRole('button', { name: 'Find the clause' }).click();
    await panel.locator('[data-explorer="clauses"] dl').waitFor();
    expect(await panel.locator('[data-explorer="clauses"]').innerText()).toContain(
      'CheckpointPassage.plateNo',
    );
    await tab.keep('explorer');
  });

  it.each([
    ['analyst', 'zh-CN', 'dark', 1280, '查询'],
    ['public', 'zh-CN', 'light', 390, '查询'],
  ] as const)('is there for %s in %s, %s', async (caller, language, theme, width, title) => {
    await using tab = await console().open({ caller, language, theme, width });
    if (width < 800) await tab.page.getByRole('button', { name: '菜单' }).click();
    await openExplorer(tab, title);
    await tab.page.locator('.monaco-editor .view-line').first().waitFor();
    await tab.keep('explorer-empty');
    expect(await tab.page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
  });

  it('opens every example by its name, and answers it', async () => {
    await using tab = await console().open({ caller: 'analyst', language: 'zh-CN', theme: 'dark' });
    await openExplorer(tab, '查询');
    const menu = tab.page.getByLabel('示例');
    const options = await menu.locator('option').allInnerTexts();
    const files = readdirSync('examples').filter((name) => name.endsWith('.graphql'));
    expect(options.slice(1)).toHaveLength(files.length);
    expect(options.filter((text) => !/[\u4e00-\u9fff]/.test(text))).toEqual([]);
    await menu.selectOption('02-coaches-at-night');
    await tab.page.locator('.view-lines', { hasText: 'CoachesAtNight' }).first().waitFor();
    await execute(tab.page);
    await tab.page.getByText(/披露日志第/).waitFor();
    await tab.keep('explorer-example');
  });

  it('shows the documentation of the caller’s own view', async () => {
    await using tab = await console().open({ caller: 'public', language: 'en' });
    await openExplorer(tab, 'Explorer');
    await tab.page.locator('.monaco-editor .view-line').first().waitFor();
    const typed = tab.page.evaluate(async () => {
      const body = JSON.stringify({ query: '{ __type(name: "CheckpointPassage") { name } }' });
      const response = await fetch('/graphql', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' },
      });
      return response.json();
    });
    expect(await typed).toMatchObject({ data: { __type: null } });
    await tab.page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await tab.page.getByRole('link', { name: 'Query', exact: true }).click();
    await tab.page.getByRole('link', { name: 'roadEvents', exact: true }).waitFor();
    expect(await tab.page.getByRole('link', { name: 'disclosureRecords', exact: true }).count()).toBe(0);
  });

  it('goes back to the other pages under their own policy', async () => {
    await using tab = await console().open({ caller: 'auditor', language: 'en' });
    await openExplorer(tab, 'Explorer');
    const document = tab.page.waitForResponse((response) => response.url() === `${console().url}/console/`);
    await tab.page.getByRole('navigation').getByRole('link', { name: 'Start' }).click();
    const policy = (await document).headers()['content-security-policy'];
    expect(policy).not.toContain('unsafe');
    await tab.page.getByRole('heading', { name: 'What would you like to know?' }).waitFor();
  });
});

async function openExplorer({ page }: Tab, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await page.locator('.graphiql-container').waitFor();
}

async function run(page: Page, query: string): Promise<void> {
  const editor = page.locator('.graphiql-query-editor .monaco-editor').first();
  await editor.waitFor();
  await editor.click();
  await page.keyboard.insertText(query);
  await execute(page);
}

async function execute(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Execute query/ }).click();
}
