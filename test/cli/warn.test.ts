import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, runLukou } from './run-lukou.ts';

const AT = ['--at', '2026-02-28T20:00:00+08:00'];
const ADAPTER = `adapter: our-calls
version: 1
description: Calls about families, as a county writes them.
format: csv
encoding: utf-8
timezone: '+08:00'
outputs:
  - type: DisputeIncident
    label: SENSITIVE
    columns:
      id: no
      occurredAt: at
      kind: { constant: MARRIAGE_FAMILY }
      physicalConflict: { from: fight, table: { '1': true, '0': false } }
      warningLetter: { constant: false }
      subjectRef: who
`;
const CALLS = ['02-28T19', '02-16T19', '01-30T19', '01-12T19', '12-20T19', '12-02T19']
  .map(
    (at, back) =>
      `${back},${at.startsWith('12') ? 2025 : 2026}-${at}:00:00+08:00,${back === 0 ? 1 : 0},SUBJ-0123ABCD\n`,
  )
  .join('');

describe('lukou warn', () => {
  let folder: string;
  let lukou: (...args: string[]) => Promise<Outcome>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lukou-warn-'));
    // As root the database server runs as another account, which must pass through.
    await chmod(folder, 0o711);
    await writeFile(join(folder, 'calls.yaml'), ADAPTER);
    await writeFile(join(folder, 'calls.csv'), `no,at,fight,who\n${CALLS}`);
    lukou = (...args) => runLukou(args, { LUKOU_DATA: join(folder, 'data') });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('explains and pushes what the calls of a file give reason for, once', async () => {
    const taken = await lukou('ingest', '--adapter', join(folder, 'calls.yaml'), join(folder, 'calls.csv'));
    expect(taken).toMatchObject({ code: 0, stdout: expect.stringMatching(/written +6 rows/) as string });
    const shown = await lukou('warn', ...AT);
    expect(shown.stdout).toMatch(
      /^WN-[0-9a-f]{24} RED 90 \n {2}CALLS_IN_3_MONTHS: 6 × 10 gives 60\n {2}PHYSICAL_CONFLICT: 1 × 30 gives 30\n1 new, 0 known before\. Nothing was pushed\.\n$/,
    );
    expect((await lukou('warn', '--push', ...AT)).stdout).toMatch(
      /1 new, 0 known before\. Pushed: record \d+\.\n$/,
    );
    const again = JSON.parse((await lukou('warn', '--push', '--json', ...AT)).stdout) as object;
    expect(again).toEqual({ warnings: [], known: 1, receipt: null });
  }, 180_000);

  it.each<[string, string[], RegExp]>([
    ['an instant without an offset', ['--at', '2026-02-28T20:00:00'], /with its offset/],
    ['an instant that there is not', ['--at', '2026-13-28T20:00:00Z'], /with its offset/],
    ['a model that is not there', ['--model', './nothing.yaml'], /MODEL_INVALID.*docs\/early-warning\.md/],
  ])('refuses %s', async (_what, args, message) => {
    expect(await lukou('warn', ...args)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(message) as string,
    });
  });
});
