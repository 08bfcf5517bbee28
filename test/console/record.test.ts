import type { Route } from 'playwright-core';
import { describeConsole } from './world/open-console.ts';

interface ShownRecord {
  purpose: string;
  leaf: string;
  leafHash: string;
  proof: { hashes: string[]; head: string };
  replay?: { isIdentical: boolean; decisions: { replayed: string }[] };
}

/** What somebody between gateway and browser could do, and the step that finds it. */
const FORGERIES: readonly (readonly [string, (record: ShownRecord) => void, RegExp])[] = [
  [
    'a record whose purpose is another',
    (record) => {
      record.purpose = 'MEDIATION';
    },
    /The bytes say what this page shows/,
  ],
  [
    'a record whose bytes are others as well',
    (record) => {
      record.purpose = 'MEDIATION';
      record.leaf = record.leaf.replace('ROAD_SAFETY', 'MEDIATION');
    },
    /Their hash is the one that the receipt names/,
  ],
  [
    'a proof with another hash',
    ({ proof }) => {
      proof.hashes[0] = proof.hashes.at(-1)!;
      proof.hashes.push(proof.hashes[0]);
    },
    /The hash leads along its path/,
  ],
  [
    'a head with another root',
    ({ proof }) => {
      const lines = proof.head.split('\n');
      lines[2] = Buffer.alloc(32, 7).toString('base64');
      proof.head = lines.join('\n');
    },
    /The head is signed with the log’s key/,
  ],
];

describeConsole('The page of one record', (console) => {
  let index: number;
  beforeAll(async () => {
    const { body } = await console().world.ask('transport', '{ checkpoints(first: 2) { nodes { name } } }', {
      purpose: 'ROAD_SAFETY',
    });
    index = body.extensions.receipt.index;
  });

  it.each([
    ['auditor', 'zh-CN', 'light', 1280, '成立：这条记录原样在日志中'],
    ['auditor', 'en', 'dark', 390, 'It holds: this record stands in the log as it was written'],
  ] as const)(
    'proves it to %s in the browser itself, in %s',
    async (caller, language, theme, width, verdict) => {
      await using tab = await console().open({
        caller,
        language,
        theme,
        width,
        path: `disclosures/gateway/${index}`,
      });
      const { page } = tab;
      const status = page.locator('.proof-verdict');
      await status.waitFor();
      expect(await status.innerText()).toBe(verdict);
      await tab.keep('record');
      await status.scrollIntoViewIfNeeded();
      await tab.keep('record-proof');
    },
  );

  it.each([
    ['zh-CN', /^一致：\d+ 项决定/],
    ['en', /^It is the same: \d+ decisions/],
  ] as const)(
    'shows its decisions made again from the archive, step by step, in %s',
    async (language, verdict) => {
      await using tab = await console().open({
        caller: 'auditor',
        language,
        path: `disclosures/gateway/${index}`,
      });
      const replay = tab.page.locator('section', { has: tab.page.locator('[data-record="replay"]') });
      await replay.waitFor();
      expect(await replay.getByRole('status').innerText()).toMatch(verdict);
      expect(await replay.getByRole('row', { name: /Checkpoint\.name/ }).innerText()).toMatch(
        /allow ·.*@\d+#/,
      );
      expect(await replay.getByText(/^(相同|The same)$/).count()).toBeGreaterThan(3);
      await replay.scrollIntoViewIfNeeded();
      await tab.keep('record-replay');
    },
  );

  it('shows a decision that comes out otherwise than the record says', async () => {
    await using tab = await console().open({ caller: 'auditor', language: 'en', theme: 'dark' });
    const { page } = tab;
    await page.route('**/graphql', async (route: Route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { data: { disclosureRecord?: ShownRecord } };
      const { replay } = body.data.disclosureRecord ?? {};
      if (replay) {
        replay.isIdentical = false;
        replay.decisions[0]!.replayed = 'deny:NOT_GRANTED';
      }
      await route.fulfill({ response, json: body });
    });
    await page.goto(`/console/disclosures/gateway/${index}`);
    await page.getByText(/^It is not the same/).waitFor();
    expect(await page.getByText('Another', { exact: true }).count()).toBe(1);
    await tab.keep('record-replay-other');
  });

  it('believes what stands in the steps, and not that the gateway calls them the same', async () => {
    await using tab = await console().open({ caller: 'auditor', language: 'en' });
    const { page } = tab;
    await page.route('**/graphql', async (route: Route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { data: { disclosureRecord?: ShownRecord } };
      const { replay } = body.data.disclosureRecord ?? {};
      if (replay) replay.decisions[0]!.replayed = 'deny:NOT_GRANTED';
      await route.fulfill({ response, json: body });
    });
    await page.goto(`/console/disclosures/gateway/${index}`);
    await page.getByText(/^It is not the same/).waitFor();
    expect(await page.getByText('Another', { exact: true }).count()).toBe(1);
  });

  it('says to a steward that decisions are made again for auditors', async () => {
    await using tab = await console().open({
      caller: 'steward',
      language: 'en',
      path: `disclosures/gateway/${index}`,
    });
    const { page } = tab;
    await page.getByText('Your agreements do not grant that decisions are made again.').waitFor();
    expect(await page.locator('[data-record="replay"]').count()).toBe(0);
  });

  it('shows the clause behind a decision in the agreement as it was, and gives the focus back', async () => {
    await using tab = await console().open({
      caller: 'auditor',
      language: 'en',
      path: `disclosures/gateway/${index}`,
    });
    const { page } = tab;
    const opener = page.getByRole('row', { name: /Checkpoint\.name/ }).getByRole('button');
    await opener.click();
    const clause = page.getByRole('dialog').locator('.record-text').first();
    await clause.waitFor();
    expect(await clause.innerText()).toContain('"Checkpoint.name"');
    await tab.keep('record-clause');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.tagName')).toBe('BUTTON');
    expect(await page.evaluate('document.activeElement.innerText')).toBe(await opener.innerText());
  });

  it.each(FORGERIES)('shows %s as broken', async (_name, forge, step) => {
    await using tab = await console().open({ caller: 'auditor', language: 'en' });
    const { page } = tab;
    await page.route('**/graphql', async (route: Route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { data: { disclosureRecord?: ShownRecord } };
      if (body.data.disclosureRecord) forge(body.data.disclosureRecord);
      await route.fulfill({ response, json: body });
    });
    await page.goto(`/console/disclosures/gateway/${index}`);
    const status = page.locator('.proof-verdict');
    await status.waitFor();
    expect(await status.innerText()).toMatch(/^It is broken/);
    expect(await page.getByRole('listitem').filter({ hasText: step }).innerText()).toContain('broken');
    await tab.keep('record-broken');
  });

  it('believes the key that the reader has from elsewhere, and no other', async () => {
    await using tab = await console().open({
      caller: 'auditor',
      language: 'en',
      path: `disclosures/gateway/${index}`,
    });
    const { page } = tab;
    await page.getByText(/^It holds/).waitFor();
    await page.getByLabel(/public key, as you got it elsewhere/).fill('lukou+00000000+AAAA');
    await page.getByText(/^It is broken/).waitFor();
    expect(
      await page
        .getByRole('listitem')
        .filter({ hasText: /log’s key/ })
        .innerText(),
    ).toContain('broken');
  });
});
