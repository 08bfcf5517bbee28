import { describeConsole } from './world/open-console.ts';

describeConsole('Whether the log is whole', (console) => {
  beforeAll(async () => {
    await console().world.ask('transport', '{ checkpoints(first: 1) { nodes { name } } }', {
      purpose: 'ROAD_SAFETY',
    });
  });

  it.each([
    ['zh-CN', 'light', 1280, '日志是否完整，有没有被改动过？', '成立：树头由这个日志的公钥签名'],
    [
      'en',
      'dark',
      390,
      'Is the log whole, and was nothing changed?',
      'It holds: the head is signed with this log’s key',
    ],
  ] as const)('is found from the start page, in %s', async (language, theme, width, question, holds) => {
    await using tab = await console().open({ caller: 'auditor', language, theme, width });
    const { page } = tab;
    await page.getByRole('link', { name: question }).click();
    const panel = page.getByRole('region', { name: language === 'en' ? 'Log gateway' : '日志 gateway' });
    const verdicts = panel.getByRole('status').filter({ hasText: /holds|成立/ });
    await verdicts.nth(1).waitFor();
    expect(await verdicts.first().innerText()).toBe(holds);
    expect(await page.locator('.proof-verdict[data-broken="true"]').count()).toBe(0);
    expect(await page.getByText(/node audit-verify\.mjs/).innerText()).toMatch(/--key 'lukou\./);
    await tab.keep('log');
    await panel.getByRole('link').click();
    await page.waitForURL(/disclosures\/gateway\/\d+$/);
    await page.locator('.proof-verdict[data-broken="false"]').waitFor();
    await page.goBack();
    await page
      .getByRole('main')
      .getByRole('link', { name: language === 'en' ? /overview$/ : /总览$/ })
      .click();
    await page.getByRole('row', { name: /^gateway/ }).waitFor();
  });

  it('is said to be broken where the head is another', async () => {
    await using tab = await console().open({ caller: 'auditor', language: 'en' });
    const { page } = tab;
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { data: { logs?: { head: string }[] } };
      for (const log of body.data.logs ?? []) {
        const lines = log.head.split('\n');
        lines[2] = Buffer.alloc(32, 7).toString('base64');
        log.head = lines.join('\n');
      }
      await route.fulfill({ response, json: body });
    });
    await page.goto('/console/log');
    const panel = page.getByRole('region', { name: 'Log gateway' });
    await panel
      .getByText('It is broken: this log did not sign the head, or the gateway tells otherwise')
      .waitFor();
    expect(await panel.locator('.proof-verdict').first().getAttribute('data-broken')).toBe('true');
    await tab.keep('log-broken');
  });

  it('is for a steward to see as far as its agreements go', async () => {
    await using tab = await console().open({ caller: 'steward', language: 'en', path: 'log' });
    const panel = tab.page.getByRole('region', { name: 'Log gateway' });
    await panel.getByText('It holds: the head is signed with this log’s key').waitFor();
    await panel.getByText(/an auditor can verify this/).waitFor();
    // Its newest record is of no data of the steward's own, and would come without its bytes.
    expect(await panel.locator('.proof-verdict').count()).toBe(1);
  });
});
