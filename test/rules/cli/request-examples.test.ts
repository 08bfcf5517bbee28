import { requestExamples } from '../../../src/cli/index.ts';
import { SAMPLE_CALLERS } from '../../../src/identity/index.ts';

it.each([...Object.keys(SAMPLE_CALLERS), 'public'])(
  'the start shows a question of its own for %s',
  (name) => {
    const shown = requestExamples('http://gateway', [{ name, title: name, purpose: null, token: null }]);
    expect(shown).toMatch(/-d '\{"query":"\{ [^']+\}"\}' http:\/\/gateway\n$/);
  },
);
