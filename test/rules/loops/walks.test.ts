import * as fc from 'fast-check';
import { judgeStep, type Machine, MACHINES } from '../../../src/loops/index.ts';
import { type Judge, walks } from './walk.ts';

const ALL = Object.entries<Machine>(MACHINES);

function walk(machine: Machine, judge?: Judge, numRuns = 300): Set<string> {
  const { begin, commands, setUp } = walks(machine, judge);
  const visited = new Set<string>();
  fc.assert(
    fc.property(begin, commands, (start, wanted) => {
      const set = setUp(start);
      fc.modelRun(() => set, wanted);
      visited.add(set.model.state);
    }),
    { numRuns, seed: 20_260_301 },
  );
  return visited;
}

describe.each(ALL)('Whoever wants whatever of %s', (_name, machine) => {
  it('reaches no state but by the table, loses no deadline, and every history replays to the state', () => {
    expect(walk(machine).size).toBeGreaterThan(1);
  });
});

// Positive controls: judges with one fault each.
it.each<[string, Judge]>([
  [
    'forgets guards',
    (machine, item, asked) => {
      const judged = judgeStep(machine, item, asked);
      return judged.kind === 'guarded' ? { kind: 'allowed' } : judged;
    },
  ],
  [
    'takes anybody for a party',
    (machine, item, asked) => {
      const judged = judgeStep(machine, item, asked);
      return judged.kind === 'not-your-part' ? { kind: 'allowed' } : judged;
    },
  ],
  ['knows no table', () => ({ kind: 'allowed' })],
])('a judge that %s is found out', (_fault, judge) => {
  expect(() => walk(MACHINES.Violation, judge, 2_000)).toThrow(/Property failed/);
});
