import { MOVES } from '../../console/src/pages/guard/moves.ts';
import type { Drilled } from '../../src/audit/index.ts';
import { stoppedClock } from '../../src/base/index.ts';
import { INCIDENT_MOVES } from '../../src/classification/index.ts';
import { keepDrill } from '../../src/request/index.ts';
import { createDrillStore } from '../../src/storage/index.ts';
import { openIncidentDesk } from '../../src/wiring/index.ts';
import { WORLD_NOW } from '../world/open-world.ts';
import { describeConsole, type Tab } from './world/open-console.ts';

it('The steps that the console offers are those that a person may take', () => {
  const ofPersons = INCIDENT_MOVES.filter(({ by }) => by === 'person');
  expect(MOVES).toEqual(ofPersons.map(({ from, to, persons }) => ({ from, to, persons })));
});

const PASSED: Drilled = {
  gates: [
    { gate: 'SCHEMA', way: 'DESCRIPTION', isStopped: true, by: 'no-secrecy-marks' },
    { gate: 'INGEST', way: 'CELL_IN_BASE64', isStopped: true, by: 'INGEST gate' },
    { gate: 'STORAGE', way: 'ADDRESS_BY_INGEST', isStopped: true, by: 'MARK_REFUSED' },
    { gate: 'EGRESS', way: 'ANSWER', isStopped: true, by: 'EGRESS_WITHHELD' },
  ],
  controls: [
    { gate: 'EGRESS', way: 'ANSWER', isPassed: true, by: 'it was answered' },
    { gate: null, way: 'SEARCH_OF_FILES', isPassed: true, by: 'found where it is' },
  ],
  kept: [],
};
const FAILED: Drilled = {
  ...PASSED,
  gates: PASSED.gates.map((one) =>
    one.gate === 'INGEST' ? { ...one, isStopped: false, by: 'it was taken in' } : one,
  ),
  kept: ['the table traffic.admin_division'],
};

describeConsole('The page of the guard', (console) => {
  beforeAll(async () => {
    const { database } = console().world;
    const desk = openIncidentDesk({ database, secret: Buffer.alloc(32, 2), notify: () => undefined });
    const report = { detectedAtMs: Date.parse(WORLD_NOW), rule: 'cn.mark', actor: 'operator', agency: null };
    const owners = ['AG-TRAFFIC-POLICE'];
    const file = { source: 'list.csv', sourceDigest: 'a'.repeat(64), line: 3, markHash: desk.hashOf('one') };
    await desk.open({ ...report, gate: 'INGEST', ...file, owners, requestId: 'run-1' });
    const answer = { source: null, sourceDigest: null, line: null, markHash: desk.hashOf('two') };
    await desk.open({ ...report, gate: 'EGRESS', ...answer, owners, requestId: 'request-2' });
    const { audit } = console().world.gateway;
    for (const [drilled, at] of [
      [FAILED, '2026-03-01T17:00:00+08:00'],
      [PASSED, '2026-03-02T08:00:00+08:00'],
    ] as const)
      await keepDrill(null, drilled, {
        drills: createDrillStore(database.app),
        log: audit,
        logName: audit.log,
        clock: stoppedClock(at),
      });
  });

  const take = async ({ page }: Tab, state: string, note: string): Promise<void> => {
    await page.getByLabel('It is now').selectOption({ label: state });
    await page.getByLabel('Why').fill(note);
    await page.getByRole('button', { name: 'Record this step' }).click();
    await page.getByText(/^Recorded in log gateway, record \d+/).waitFor();
  };
  const openFirst = async ({ page }: Tab): Promise<void> => {
    await page.getByRole('row', { name: /list\.csv:3/ }).click();
    await page.getByRole('heading', { name: 'What was said of it' }).waitFor();
  };

  it.each([
    ['auditor', 'zh-CN', 'light', 1280],
    ['steward', 'en', 'dark', 390],
  ] as const)('lists for %s what was stopped, in %s', async (caller, language, theme, width) => {
    await using tab = await console().open({ caller, language, theme, width, path: 'guard' });
    const rows = tab.page.getByRole('row', { name: /cn\.mark/ });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    await tab.keep('guard');
    await rows.first().click();
    await tab.page.getByRole('dialog').waitFor();
    await tab.keep('guard-incident');
  });

  it.each([
    ['auditor', 'zh-CN', 'dark', 390, ['关口演练', '查看', '未拦下']],
    ['steward', 'en', 'light', 1280, ['Drills', 'Open', 'Not stopped']],
  ] as const)(
    'lists for %s the drills, newest first, and what each gate did, in %s',
    async (caller, language, theme, width, [title, open, notStopped]) => {
      await using tab = await console().open({ caller, language, theme, width, path: 'guard' });
      const drills = tab.page.getByRole('region', { name: title }).getByRole('row');
      await drills.nth(2).waitFor();
      const rows = await drills.allInnerTexts();
      expect(rows.slice(1)).toEqual([
        expect.stringMatching(/operator[^]*4[^]*4/),
        expect.stringMatching(/operator[^]*3[^]*4/),
      ]);
      await drills.nth(2).getByRole('button', { name: open }).click();
      const box = tab.page.getByRole('dialog');
      await box.getByText('the table traffic.admin_division').waitFor();
      const stops = await box.getByRole('row', { name: notStopped }).allInnerTexts();
      expect(stops).toEqual([expect.stringContaining('it was taken in')]);
      await tab.keep('guard-drill');
    },
  );

  it('filters by gate, and holds what is chosen in the address', async () => {
    await using tab = await console().open({ caller: 'auditor', language: 'en', path: 'guard?gate=EGRESS' });
    const rows = tab.page.getByRole('row', { name: /cn\.mark/ });
    await rows.first().waitFor();
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining('Egress')]);
  });

  it('opens an incident that the address names and the list does not show, and says so where there is none', async () => {
    await using tab = await console().open({ caller: 'auditor', language: 'en', path: 'guard' });
    await openFirst(tab);
    const id = new URL(tab.page.url()).searchParams.get('incident');
    await tab.page.goto(`${console().url}/console/guard?gate=EGRESS&incident=${id}`);
    await tab.page.getByRole('dialog').getByText('list.csv').waitFor();
    expect(await tab.page.getByRole('row', { name: /list\.csv/, includeHidden: true }).count()).toBe(0);
    await tab.page.goto(`${console().url}/console/guard?incident=${id!.replace(/.$/, 'x')}`);
    await tab.page.getByText('There is no incident of this id').waitFor();
  });

  it('takes two different persons to say that it is no mark', async () => {
    await using auditor = await console().open({ caller: 'auditor', language: 'en', path: 'guard' });
    await openFirst(auditor);
    await take(auditor, 'Reported', 'Told the secrecy office, no. 12.');
    await take(auditor, 'False positive', 'A committee of this name.');
    await auditor.page.getByRole('dialog').getByText('Waits for a second person').waitFor();

    await using steward = await console().open({ caller: 'steward', language: 'en', path: 'guard' });
    await openFirst(steward);
    await take(steward, 'False positive', 'Seen on paper.');
    const steps = steward.page.getByRole('dialog').getByRole('listitem');
    await steps.nth(4).waitFor();
    const said = await steps.allInnerTexts();
    expect(said.map((text) => text.split(' ').slice(0, 2).join(' '))).toEqual([
      expect.stringContaining('Detected'),
      expect.stringContaining('Blocked'),
      expect.stringContaining('Reported'),
      expect.stringContaining('False positive'),
      expect.stringContaining('False positive'),
    ]);
    await steward.keep('guard-released');
    // Whoever still looks at what it was before is told in words what to do, beside the code.
    await auditor.page.getByLabel('Why').fill('Too late.');
    await auditor.page.getByRole('button', { name: 'Record this step' }).click();
    const refusal = await auditor.page.getByRole('alert').innerText();
    expect(refusal).toContain('Load this page again, and decide anew.');
    expect(refusal).toContain('ACT_STALE');
    await auditor.keep('guard-refused');
  });
});
