import { readFileSync } from 'node:fs';
import { ERRORS, LukouError } from '../../../src/base/index.ts';

describe('The closed list of errors', () => {
  it('is what docs/errors.md says, both ways', () => {
    const documented = [
      ...readFileSync('docs/errors.md', 'utf8').matchAll(
        /^\| `([A-Z_]+)` +\| (\w+) +\| (\d+) +\| (.+?) +\|$/gm,
      ),
    ].map(([, code, kind, status, text]) => [code, { kind, status: Number(status), text }]);
    expect(Object.fromEntries(documented)).toEqual(ERRORS);
  });

  it('tells what to do, and keeps the cause inside', () => {
    const error = new LukouError('PURPOSE_UNKNOWN', 'The purposes are A, B.', { cause: new Error('inner') });
    expect(error).toMatchObject({ code: 'PURPOSE_UNKNOWN', kind: 'refusal', status: 403 });
    expect(error.message).toMatch(/^The purpose is not on the list .* The purposes are A, B\.$/);
    expect(error.message).not.toContain('inner');
  });

  it('lists problems below its text, which no space follows', () => {
    const { message } = new LukouError('AGREEMENT_INVALID', '\n  one\n  two');
    expect(message).toBe('An agreement file is not valid.\n  one\n  two');
  });
});
