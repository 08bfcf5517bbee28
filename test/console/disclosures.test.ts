import { readFile } from 'node:fs/promises';
import { insertRecords, PLAIN_ENTRY, type ToldRecord } from '../world/insert-records.ts';
import { describeConsole } from './world/open-console.ts';

const PLATES = '{ checkpointPassages(first: 2) { nodes { plateNo } } }';
const ASKED = {
  'zh-CN': '上个月谁在没有案件编号的情况下查阅了车牌级通行记录？',
  en: 'Who read plate-level passages without a case last month?',
} as const;

const actor = (pseudonym: string) => ({ ...PLAIN_ENTRY.actor, pseudonym });
const plates = (decision: string) => [['CheckpointPassage.plateNo', decision, 'urn:agr:x@1#p1'] as const];
const WITH_CASE = { code: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' };

/** February, and what lies beside it: only the first two are asked for. */
const PAST: readonly ToldRecord[] = [
  { at: '2026-01-31T23:59:59+08:00', actor: actor('p1_january'), fields: plates('allow') },
  { at: '2026-02-01T00:00:00+08:00', actor: actor('p1_first'), fields: plates('allow') },
  { at: '2026-02-10T12:00:00+08:00', actor: actor('p1_masked'), fields: plates('mask:plate.region') },
  { at: '2026-02-11T12:00:00+08:00', actor: actor('p1_cased'), fields: plates('allow'), purpose: WITH_CASE },
  { at: '2026-02-12T12:00:00+08:00', actor: actor('p1_other') },
  { at: '2026-02-28T23:59:59+08:00', actor: actor('p1_last'), fields: plates('allow') },
  // Thirty answers of one night, a day before the world's present.
  ...Array.from({ length: 30 }, (_none, n) => ({
    at: `2026-03-01T23:${String(n).padStart(2, '0')}:00+08:00`,
    actor: actor('p1_night'),
  })),
];

describeConsole('The pages of disclosures', (console) => {
  beforeAll(async () => {
    const { world } = console();
    await insertRecords(world.database, PAST);
    // Of this month, as real callers: masked without a case, and in clear for one.
    await world.ask('transport', PLATES, { purpose: 'ROAD_SAFETY' });
    await world.ask('analyst', PLATES, { purpose: 'ROAD_SAFETY' });
    await world.ask('analyst', PLATES, { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' });
  });

  it.each([
    ['auditor', 'zh-CN', 'light', 1280],
    ['auditor', 'en', 'dark', 390],
    ['steward', 'en', 'light', 1280],
  ] as const)(
    'tell %s from the start page who read plates without a case last month, in %s',
    async (caller, language, theme, width) => {
      await using tab = await console().open({ caller, language, theme, width });
      const { page } = tab;
      await page.getByRole('link', { name: ASKED[language] }).click();
      await page.getByRole('row', { name: /p1_last/ }).waitFor();
      const rows = await page.locator('[data-index]').allInnerTexts();
      expect(rows.map((text) => /p1_\w+/.exec(text)?.[0])).toEqual(['p1_last', 'p1_first']);
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
        coordinate: 'CheckpointPassage.plateNo',
        decision: 'ALLOW',
        hasCase: 'no',
        from: '2026-02-01',
        to: '2026-02-28',
      });
      await tab.keep('disclosures-question');
    },
  );

  it('open a record with the keyboard, and come back to the same search', async () => {
    await using tab = await console().open({
      caller: 'auditor',
      language: 'en',
      path: 'disclosures?caller=p1_last',
    });
    const { page } = tab;
    await page.locator('[data-index="0"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/disclosures\/past\/\d+$/);
    await page.getByText(/^It holds/).waitFor();
    await page.goBack();
    await page.getByRole('row', { name: /p1_last/ }).waitFor();
    await page.getByText('More filters').first().waitFor();
    expect(await page.getByLabel('Caller (pseudonym)').inputValue()).toBe('p1_last');
  });

  it('say that nobody did where no record matches, and hold every filter in the address', async () => {
    await using tab = await console().open({
      caller: 'auditor',
      language: 'en',
      path: 'disclosures?caller=p1_nobody',
    });
    await tab.page.getByText('No record matches: nobody read this.').waitFor();
    await tab.page.getByLabel('Agency of the caller').fill('AG-TRAFFIC-POLICE');
    await tab.page.getByLabel('Agency of the caller').press('Enter');
    await tab.page.waitForURL(/agency=AG-TRAFFIC-POLICE/);
    await tab.page.getByRole('button', { name: 'Last month' }).click();
    await tab.page.waitForURL(/from=2026-02-01&to=2026-02-28/);
    expect(await tab.page.getByRole('grid').count()).toBe(0);
  });

  it('say that the gateway refused days that end before they begin, and not that they are not granted', async () => {
    await using tab = await console().open({
      caller: 'auditor',
      path: 'disclosures?from=2026-03-01&to=2026-01-01',
    });
    await tab.page.getByText('网关未予答复').waitFor();
    expect(await tab.page.locator('.state').innerText()).toContain('有条件超出允许范围');
    expect(await tab.page.getByText('您的单位未获授予此项内容').count()).toBe(0);
    await tab.keep('disclosures-refused');
  });

  it('say in the reader’s language why something is not granted', async () => {
    await using tab = await console().open({ caller: 'steward', path: 'break-glass' });
    await tab.page.getByText('您的单位未获授予此项内容').waitFor();
    expect(await tab.page.locator('.state').innerText()).toContain('协议未开放此字段');
  });

  it('export what is shown, as a table that no spreadsheet runs', async () => {
    await using tab = await console().open({
      caller: 'auditor',
      language: 'en',
      path: 'disclosures?from=2026-02-01&to=2026-02-28',
    });
    const { page } = tab;
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const text = await readFile(await (await downloading).path(), 'utf8');
    await page
      .getByText('Exported all 5 records. Questions asked for it, each a record of the log: 1.')
      .waitFor();
    const [head, ...lines] = text.split('\r\n');
    expect(head).toMatch(/^\uFEFFrecordedAt,log,index,stage,code,agency,/);
    expect(lines).toHaveLength(6);
    expect(lines[0]).toContain('p1_last,ROAD_SAFETY,,,1,0,');
    expect(lines[0]).toMatch(/CheckpointPassage\.plateNo=allow$/);
    await tab.keep('disclosures-export');
  });

  it('tell an auditor who looked at a vehicle, and keep its plate out of the address', async () => {
    const { world, open } = console();
    const { rows } = await world.database.ingest.query<{ plate: string }>(
      'select plate_no as plate from checkpoint.passage where plate_no is not null order by id limit 1',
    );
    const { plate } = rows[0]!;
    await world.ask(
      'analyst',
      'query ($plate: PlateNo) { checkpointPassages(first: 1, filter: { plateNo: $plate }) { nodes { plateNo } } }',
      { purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107', variables: { plate } },
    );
    await using tab = await open({ caller: 'auditor', language: 'zh-CN', path: 'subject' });
    const { page } = tab;
    await page.getByLabel('车牌号').fill(plate);
    await page.getByLabel('您办理的案件编号').fill('呼监审（2026）0011号');
    await page.getByRole('button', { name: '查询', exact: true }).click();
    const row = page.getByRole('row', { name: /A-2026-0107/ }).first();
    await row.waitFor();
    expect(await row.innerText()).toContain('公共安全');
    expect(decodeURIComponent(page.url())).toMatch(/\/console\/subject$/);
    expect(await page.getByText(/^本次查询已记入日志第/).innerText()).toMatch(/第 \d+ 条/);
    await tab.keep('subject');
  });

  it('tell an auditor whose access was unusual, with a way to the records', async () => {
    await using tab = await console().open({
      caller: 'auditor',
      language: 'en',
      theme: 'dark',
      width: 390,
      path: 'unusual',
    });
    const { page } = tab;
    const row = page
      .getByRole('region', { name: 'At night' })
      .first()
      .getByRole('row', { name: /p1_night/ });
    await row.waitFor();
    expect((await row.getByRole('cell').allInnerTexts()).slice(0, 4)).toEqual([
      'Answers',
      '30',
      'no past',
      '20',
    ]);
    await tab.keep('unusual');
    await row.getByRole('link').click();
    await page.waitForURL(/disclosures\?caller=p1_night&from=2026-03-01&to=2026-03-01/);
    await page
      .getByRole('row', { name: /p1_night/ })
      .first()
      .waitFor();
  });
});
