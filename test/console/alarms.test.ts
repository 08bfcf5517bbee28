import { until } from '../world/until.ts';
import { describeConsole } from './world/open-console.ts';

const eventOf = (answer: object): string => `event: next\ndata: ${JSON.stringify(answer)}\n\n`;
const told = (number: number): string =>
  eventOf({
    data: {
      alarmRaised: {
        id: `told-${number}`,
        raisedAt: '2026-03-02T09:00:00+08:00',
        kind: 'BUDGET_SPENT',
        owner: 'AG-TRAFFIC-POLICE',
        agency: 'AG-TRANSPORT-CENTRE',
        actor: 'p1_told',
        agreement: 'urn:agr:x@1',
        clause: null,
        measure: 'ROWS',
        used: 100,
        allowed: 100,
        caseReference: null,
        reason: null,
        breakGlassUse: null,
      },
    },
    extensions: { event: { number } },
  });

/** A stream that leaves two alarms out, and ends as one does whose gateway is being stopped. */
const CUT_SHORT = `${told(3)}${told(6)}${eventOf({
  errors: [{ message: 'The gateway is being stopped.', extensions: { code: 'GATEWAY_STOPPING' } }],
})}event: complete\ndata:\n\n`;

const PARTIES = '{ mediationCases(first: 1) { nodes { id parties { name phone } } } }';

describeConsole('Alarms and broken glasses', (console) => {
  const breakGlass = async (): Promise<void> => {
    const { status } = await console().world.ask('analyst', PARTIES, {
      purpose: 'PUBLIC_SAFETY',
      caseReference: 'A-2026-0107',
      headers: { 'lukou-break-glass': 'LIFE_AT_RISK' },
    });
    expect(status).toBe(200);
  };
  const raise = (owner: string): Promise<unknown> =>
    console().world.database.app.query(
      `insert into oversight.alarm (id, raised_at, kind, owner, agency, principal, agreement, request_id, measure, used, allowed)
         values (gen_random_uuid(), '2026-03-02T09:00:00+08:00', 'BUDGET_80', $1, 'AG-TRANSPORT-CENTRE', 'p1_busy',
                 'urn:agr:x@1', gen_random_uuid()::text, 'ROWS', 80, 100)`,
      [owner],
    );
  beforeAll(breakGlass);

  it.each([
    ['auditor', 'zh-CN', 'light', 1280, '实时', /额度用去八成/],
    ['steward', 'en', 'dark', 390, 'Live', /Budget 80% used/],
  ] as const)(
    'are told to %s as they are raised, in %s',
    async (caller, language, theme, width, live, row) => {
      await using tab = await console().open({ caller, language, theme, width, path: 'alarms' });
      const { page } = tab;
      await page.getByRole('status').getByText(live, { exact: true }).waitFor();
      const rows = page.getByRole('row', { name: row });
      const before = await rows.count();
      await raise('AG-TRAFFIC-POLICE');
      await rows.nth(before).waitFor();
      expect(await rows.nth(0).innerText()).toContain('80 / 100');
      await tab.keep('alarms');
    },
  );

  it('say why a stream ended and what it left out, and go on from the last number', async () => {
    await using tab = await console().open({ caller: 'auditor', language: 'en' });
    const { page } = tab;
    const asked: unknown[] = [];
    await page.route('**/graphql', async (route) => {
      const request = route.request();
      if (request.headers()['accept'] !== 'text/event-stream') return route.continue();
      asked.push((request.postDataJSON() as { variables: unknown }).variables);
      return route.fulfill({ contentType: 'text/event-stream', body: CUT_SHORT });
    });
    await page.goto('/console/alarms');
    const stream = page.getByRole('region', { name: 'Live alarms' });
    await stream.getByText('The gateway is being stopped: connect again later.').waitFor();
    expect(await stream.getByRole('alert').innerText()).toBe(
      'Alarms 4 to 5 were not told: look again at the list.',
    );
    const rows = page.getByRole('row', { name: /p1_told/ });
    await rows.nth(1).waitFor();
    expect(await rows.count()).toBe(2);
    await tab.keep('alarms-ended');
    await stream.getByRole('button', { name: 'Connect again' }).click();
    await until(() => asked.length > 1);
    expect(asked).toEqual([{ afterNumber: null }, { afterNumber: 6 }]);
  });

  it('lead from an alarm to the use of the broken glass', async () => {
    await using tab = await console().open({
      caller: 'auditor',
      language: 'en',
      path: 'alarms?kind=BREAK_GLASS',
    });
    const { page } = tab;
    await page.getByRole('link', { name: 'Show the use' }).first().click();
    const box = page.getByRole('dialog');
    await box.getByText('A steward of AG-JUSTICE-BUREAU reviews it').waitFor();
    await tab.keep('break-glass-use');
    await box.getByRole('link', { name: 'Show all its records' }).click();
    await page.waitForURL(/disclosures\?breakGlass=yes/);
    const row = page.getByRole('row', { name: /A-2026-0107/ }).first();
    await row.waitFor();
    expect(await row.innerText()).toContain('Glass broken');
  });

  it('are reviewed by a steward of the data, once, and the review is a record', async () => {
    await using tab = await console().open({ caller: 'justice-steward', language: 'zh-CN' });
    const { page } = tab;
    await page.getByRole('link', { name: '哪些紧急调阅还没有评议？' }).click();
    await page.getByRole('row', { name: /生命危险/ }).click();
    await tab.keep('break-glass');
    await page.getByLabel('结论').selectOption('JUSTIFIED');
    await page.getByLabel('理由').fill('接处警单在卷。');
    await page.getByRole('button', { name: '记录评议' }).click();
    await page.getByText(/^已记入日志 gateway 第 [\d,]+ 条$/).waitFor();
    await page.getByRole('dialog').getByText('得当', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '记录评议' }).count()).toBe(0);
    await tab.keep('break-glass-reviewed');
  });

  it('are refused to a steward whose agreements do not grant them', async () => {
    await using tab = await console().open({ caller: 'steward', language: 'en', path: 'break-glass' });
    await tab.page.getByText('Your agreements do not grant this').waitFor();
    expect(await tab.page.getByRole('grid').count()).toBe(0);
    await tab.keep('break-glass-denied');
  });
});
