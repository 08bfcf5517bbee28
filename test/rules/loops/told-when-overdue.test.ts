import {
  type Machine,
  MACHINES,
  type MachineName,
  PARTIES,
  toldWhenOverdue,
} from '../../../src/loops/index.ts';

const NONE = {};
const BY_ITEM = { applicant: 'AG-APPLICANT', provider: 'AG-PROVIDER' };

describe('Of an item that is overdue are told', () => {
  it.each([
    ['DisputeWarning', 'PUSHED', NONE, ['AG-JUSTICE-BUREAU', 'AG-TRAFFIC-POLICE']],
    // The bureau supervises, and the next step is its own.
    ['DisputeWarning', 'RECEIVED', NONE, ['AG-TRAFFIC-POLICE']],
    ['DetentionMediation', 'INTAKE', NONE, ['AG-DETENTION-CENTRE', 'AG-JUSTICE-BUREAU']],
    ['DetentionMediation', 'INTAKE', { centre: null }, ['AG-JUSTICE-BUREAU']],
    ['MediationCase', 'AGREED', NONE, ['AG-JUSTICE-BUREAU']],
    ['SharingApplication', 'PROVIDER_REVIEW', BY_ITEM, ['AG-OVERSIGHT', 'AG-PROVIDER']],
    ['SharingApplication', 'PROVISIONED', BY_ITEM, ['AG-APPLICANT', 'AG-OVERSIGHT']],
  ] as const)('%s in %s', (machine, state, parties, expected) => {
    expect(toldWhenOverdue({ machine, state, parties })).toEqual(expected);
  });

  it('in every state of every loop, who supervises, and nobody without a part in it', () => {
    for (const [name, machine] of Object.entries<Machine>(MACHINES)) {
      const parties = { ...PARTIES[name as MachineName], ...BY_ITEM };
      for (const state of Object.keys(machine.states)) {
        const told = toldWhenOverdue({ machine: name as MachineName, state, parties: BY_ITEM });
        expect(told).toContain(Reflect.get(parties, machine.supervisor));
        expect(Object.values(parties)).toEqual(expect.arrayContaining([...told]));
      }
    }
  });
});
