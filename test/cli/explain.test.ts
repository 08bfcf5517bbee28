import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLukou } from './run-lukou.ts';

const QUESTION = '{ checkpoints(first: 1) { nodes { passages(first: 1) { plateNo imageUrl } } } }';

const GLASS = ['--break-glass', 'LIFE_AT_RISK'];

describe('lukou explain', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-explain-'));
    file = join(folder, 'question.graphql');
    await writeFile(file, QUESTION);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const explain = (...args: string[]) => runLukou(['explain', ...args]);

  it('tells decision, clause and remedy for every field', async () => {
    const { stdout } = await explain('--as', 'analyst', file);
    expect(stdout.replaceAll(/ {3,}/g, '  ')).toMatch(
      /^AG-TRAFFIC-POLICE analyst ROAD_SAFETY\n(?:under urn:agr:\S+@\d+\n)+\n[^]*passages\.plateNo {2}mask:plate\.region {2}urn:agr:\S+#p\d+\n[^]*imageUrl {2}deny {2}PROHIBITED {2}urn:agr:\S+#x1 {2}opened by PUBLIC_SAFETY with a case\n/,
    );
  });

  it('tells what breaking the glass would open, and how much is allowed', async () => {
    const parties = join(folder, 'parties.graphql');
    await writeFile(parties, '{ mediationCases(first: 1) { nodes { parties { phone } } } }');
    const closed = await explain('--as', 'analyst', '--purpose', 'PUBLIC_SAFETY', '--case', parties);
    expect(closed.stdout).toContain(
      'opened by PUBLIC_SAFETY with a case by breaking the glass (LIFE_AT_RISK, MISSING_PERSON) for 15 minutes after signing in',
    );
    const open = await explain('--as', 'analyst', '--purpose', 'PUBLIC_SAFETY', '--case', ...GLASS, parties);
    expect(open.stdout).toMatch(/breaking the glass \(LIFE_AT_RISK\)\n[^]*phone +allow /);
    const { stdout } = await explain('--as', 'transport', file);
    expect(stdout).toMatch(
      /@\d+ allows 100000 rows a day\n\S+ allows 10000 persons and vehicles a day\n\S+ allows 1000 rows at once\n/,
    );
  });

  it('takes an agency and a role, a purpose and a case', async () => {
    const { stdout } = await explain(
      '--as',
      'AG-TRAFFIC-POLICE analyst',
      '--purpose',
      'PUBLIC_SAFETY',
      '--case',
      '--json',
      file,
    );
    const { withCase, fields } = JSON.parse(stdout) as { withCase: boolean; fields: { decision: string }[] };
    expect([withCase, ...new Set(fields.map(({ decision }) => decision))]).toEqual([true, 'allow']);
  });

  it.each([
    ['nobody', null, /--as nobody: write public, analyst/],
    ['analyst', 'no/such.graphql', /no\/such\.graphql cannot be read/],
  ])('says what is wrong: %s', async (caller, path, complaint) => {
    const { code, stderr } = await explain('--as', caller, path ?? file);
    expect([code, stderr]).toEqual([1, expect.stringMatching(complaint)]);
  });

  it('says what does not fit the schema', async () => {
    const wrong = join(folder, 'wrong.graphql');
    await writeFile(wrong, '{ checkpoints { colour } }');
    const { code, stderr } = await explain('--as', 'analyst', wrong);
    expect([code, stderr]).toEqual([1, expect.stringContaining('Cannot query field "colour"')]);
  });
});
