import { runLukou } from './run-lukou.ts';

describe('lukou hold', () => {
  const AGENCY = ['--agency', 'AG-TRAFFIC-POLICE'];
  const UNTIL = ['--until', '2026-06-01T00:00:00+08:00'];

  it.each<[string, string[], RegExp]>([
    ['the case', [...AGENCY, ...UNTIL, '--as', 'steward'], /missing required argument 'case'/],
    ['the agency', ['A-1', ...UNTIL, '--as', 'steward'], /required option '--agency/],
    ['the end', ['A-1', ...AGENCY, '--as', 'steward'], /required option '--until/],
    ['who sets it', ['A-1', ...AGENCY, ...UNTIL], /write who you are: --as or --token-file/],
    [
      'the offset of the end',
      ['A-1', ...AGENCY, '--until', '2026-06-01T00:00', '--as', 'steward'],
      /with its offset/,
    ],
    [
      'an end that there is',
      ['A-1', ...AGENCY, '--until', '2026-13-01T00:00Z', '--as', 'steward'],
      /with its offset/,
    ],
  ])('asks for %s', async (_what, args, message) => {
    expect(await runLukou(['hold', ...args])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(message),
    });
  });
});
