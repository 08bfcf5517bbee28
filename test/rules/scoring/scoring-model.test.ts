import { parse, stringify } from 'yaml';
import { readScoringModel } from '../../../src/scoring/index.ts';
import { modelOf, shipped } from './read-model.ts';

const [RED, ORANGE] = shipped()['levels'] as [object, object];
const [CALLS] = shipped()['factors'] as [object];

describe('A scoring model', () => {
  it('has one digest however its file is laid out, and another for another number', () => {
    const again = modelOf(parse(stringify(shipped(), { defaultStringType: 'QUOTE_DOUBLE' })));
    expect(again.sha256).toBe(modelOf(shipped()).sha256);
    const heavier = modelOf({ ...shipped(), factors: [{ ...CALLS, weight: 11 }] });
    expect(heavier.sha256).not.toBe(again.sha256);
  });

  it.each([
    ['an unknown key', { wieght: 3 }, /wieght/],
    ['a version that is no version', { version: '2' }, /version: write three numbers/],
    ['a factor that lowers a score', { factors: [{ ...CALLS, weight: -1 }] }, /factors\.0\.weight/],
    ['a window of no days', { factors: [{ ...CALLS, windowDays: 0 }] }, /factors\.0\.windowDays/],
    ['a factor twice', { factors: [CALLS, CALLS] }, /factors: name each code once/],
    ['levels in the wrong order', { levels: [ORANGE, RED] }, /levels: write each level once/],
    ['a level twice', { levels: [RED, { ...RED, from: 80 }] }, /levels: write each level once/],
    ['a kind that no call has', { about: ['WEATHER'] }, /about\.0/],
  ])('is refused with %s', (_what, wrong, problem) => {
    const read = readScoringModel({ ...shipped(), ...wrong });
    expect('problems' in read && read.problems.join('\n')).toMatch(problem);
  });
});
