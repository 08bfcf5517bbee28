import { type Machine, MACHINES } from '../../../src/loops/index.ts';

const ALL = Object.entries<Machine>(MACHINES);

describe.each(ALL)('The table of %s', (name, machine) => {
  const states = Object.keys(machine.states);
  const after = (state: string): readonly string[] =>
    machine.transitions.filter(({ from }) => from === state).map(({ to }) => to);

  it('bears its own name, and speaks of its own states and parties alone', () => {
    expect(machine.name).toBe(name);
    for (const { from, to, by, guards = [] } of machine.transitions) {
      expect(states).toEqual(expect.arrayContaining([from, to]));
      expect(Object.keys(machine.parties)).toEqual(expect.arrayContaining([...by]));
      for (const guard of guards) {
        const spoken = 'than' in guard ? guard.than : 'after' in guard ? guard.after : null;
        if (spoken !== null) expect(states).toContain(spoken);
      }
    }
    expect(Object.keys(machine.parties)).toContain(machine.supervisor);
  });

  it('has each step once', () => {
    const steps = machine.transitions.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('reaches every state from where items begin', () => {
    const firsts = states.filter((state) => machine.states[state]!.isFirst === true);
    const reached = new Set<string>();
    for (const waiting = [...firsts]; waiting.length > 0;) {
      const state = waiting.pop()!;
      if (reached.has(state)) continue;
      reached.add(state);
      waiting.push(...after(state));
    }
    expect([...reached].toSorted()).toEqual(states.toSorted());
  });

  it('leaves no item stuck: every state is last or leads to one that is', () => {
    const ends = (state: string, seen: readonly string[] = []): boolean =>
      machine.states[state]!.isLast === true ||
      after(state).some((next) => !seen.includes(next) && ends(next, [...seen, state]));
    expect(states.filter((state) => !ends(state))).toEqual([]);
    expect(
      states.filter((state) => machine.states[state]!.isLast === true && after(state).length > 0),
    ).toEqual([]);
  });
});

it.each([
  ['MediationCase', 'ARCHIVED', ['FOLLOW_UP']],
  ['DetentionMediation', 'CLOSED', ['FOLLOWED_UP']],
  ['DisputeWarning', 'CLOSED', ['FEEDBACK']],
] as const)('%s is %s only after its last step', (name, last, before) => {
  const machine: Machine = MACHINES[name];
  const into = machine.transitions.filter(({ to }) => to === last);
  expect(into.map(({ from }) => from)).toEqual(before);
  expect(into.flatMap(({ guards = [] }) => guards.map(({ kind }) => kind))).toEqual([
    expect.stringMatching(/^other-(person|agency)$/),
  ]);
});
