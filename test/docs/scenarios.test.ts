import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { openStage, type Stage } from './scenarios/open-stage.ts';
import { type Came, playPage } from './scenarios/play-page.ts';
import { listShown, readPage, replaceShown } from './scenarios/read-page.ts';
import { printAnswer } from './scenarios/settle-answer.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'scenarios');
const readDocs = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');

/** In the order in which they happen: the clock of the stage runs forward. */
const stories = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md') && name !== 'README.md')
  .map((name) => ({ name, begins: /^# .*at: (.+)$/m.exec(readDocs(name))![1]!, came: [] as Came[] }))
  .toSorted((one, other) => one.begins.localeCompare(other.begins));

// To write their answers anew: LUKOU_WRITE_DOCS=1 npm test -- --testPathPatterns test/docs/scenarios
describe('The stories of docs/scenarios', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage.close());

  it.each(stories)('$name happens as it is told', async ({ name, came }) => {
    try {
      await playPage(readPage(readDocs(name)), stage, came);
    } finally {
      if (process.env['LUKOU_WRITE_DOCS'] === '1') await writeAnswers(name, came);
    }
    expect(listDifferences(readDocs(name), came)).toEqual([]);
  });

  it.each(stories)('$name could show no other answer anywhere', ({ name, came }) => {
    const page = readDocs(name);
    for (const shown of listShown(readPage(page))) {
      const altered = replaceShown(page, new Map([[shown, alter(shown.text)]]));
      expect(listDifferences(altered, came)).toMatchObject([{ line: shown.line }]);
    }
  });

  it.each([
    ['a block that is no step', '```python\nprint(1)\n```\n', 'Line 1: this block belongs to no step.'],
    [
      'a heading that says more',
      '\n```sh\n# as: x, for: y\n```\n',
      'Line 2: "for: y" is no part of a heading',
    ],
  ])('are not passed over: %s', (_what, page, refusal) => {
    expect(() => readPage(page)).toThrow(refusal);
  });

  it('are all listed in docs/scenarios/README.md', () => {
    for (const { name } of stories) expect(readDocs('README.md')).toContain(`](${name})`);
  });
});

/** Where a page shows something else than what came of its steps. */
function listDifferences(page: string, came: readonly Came[]): readonly object[] {
  const shown = listShown(readPage(page));
  expect(came).toHaveLength(shown.length);
  return shown
    .map(({ line, text }, at) => ({ line, text, came: came[at]! }))
    .filter((each) => !isShown(each.text, each.came));
}

function isShown(text: string, came: Came): boolean {
  return typeof came === 'string' ? text === came : JSON.stringify(JSON.parse(text)) === JSON.stringify(came);
}

/** With another word in its last quotation, or at the end of its first line. */
function alter(text: string): string {
  const quoted = text.replace(/"([^"]+)"(?=[^"]*$)/, '"another $1"');
  return quoted === text ? text.replace(/$/m, ' another') : quoted;
}

async function writeAnswers(name: string, came: readonly Came[]): Promise<void> {
  const path = join(FOLDER, name);
  const page = readDocs(name);
  const shown = listShown(readPage(page)).slice(0, came.length);
  const texts = shown.map((each, at) => [each, print(came[at]!)] as const);
  const written = replaceShown(page, new Map(texts));
  writeFileSync(path, await format(written, { ...(await resolveConfig(path)), parser: 'markdown' }));
}

function print(came: Came): string {
  return typeof came === 'string' ? came : `${printAnswer(came)}\n`;
}
