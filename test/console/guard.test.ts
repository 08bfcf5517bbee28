import { MOVES } from '../../console/src/pages/guard/moves.ts';
import { INCIDENT_MOVES } from '../../src/classification/index.ts';
import { openIncidentDesk } from '../../src/wiring/index.ts';
import { WORLD_NOW } from '../world/open-world.ts';
import { describeConsole, type Tab } from './world/open-console.ts';

it('The steps that the console offers are those that a person may take', () => {
  const ofPersons = INCIDENT_MOVES.filter(({ by }) => by === 'person');
  expect(MOVES).toEqual(ofPersons.map(({ from, to, persons }) => ({ from, to, persons })));
});

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

  it('filters by gate, and holds what is chosen in the address', async () => {
    await using tab = await console().open({ caller: 'auditor', language: 'en', path: 'guard?gate=EGRESS' });
    const rows = tab.page.getByRole('row', { name: /cn\.mark/ });
    await rows.first().waitFor();
    expect(await rows.allInnerTexts()).toEqual([expect.stringContaining('Egress')]);
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
  });
});
