import type { Route } from 'playwright-core';
import { describeConsole } from './world/open-console.ts';

interface ShownRecord {
  purpose: string;
  leaf: string;
  leafHash: string;
  proof: { hashes: string[]; head: string };
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

  it('shows the clause behind a decision in the agreement as it was', async () => {
    await using tab = await console().open({
      caller: 'auditor',
      language: 'en',
      path: `disclosures/gateway/${index}`,
    });
    const { page } = tab;
    await page
      .getByRole('row', { name: /Checkpoint\.name/ })
      .getByRole('button')
      .click();
    const clause = page.getByRole('dialog').locator('.record-text').first();
    await clause.waitFor();
    expect(await clause.innerText()).toContain('"Checkpoint.name"');
    await tab.keep('record-clause');
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
