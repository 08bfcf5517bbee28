import { type LukouError, stoppedClock } from '../../../src/base/index.ts';
import type { Actor } from '../../../src/identity/index.ts';
import { DEADLINES, MACHINES } from '../../../src/loops/index.ts';
import { openLoopActs, openOversightActs, type KeptItem } from '../../../src/request/index.ts';

const NOW = '2026-03-02T09:00:00+08:00';
const ID = '0192e4a0-0000-7000-8000-000000000001';
const ASKED = { id: ID, version: 1, note: 'As the file says.', key: 'key-of-this-test-1' };

const person = (agency: string, pseudonym = 'p1_somebody'): Actor => ({
  role: 'steward',
  agency,
  pseudonym,
  authMethod: 'jwt',
});

/** Acts over items that all stand in one state, for somebody who may read it or may not. */
function actsOn(state: string, of: Actor, isShown: boolean) {
  const item: KeptItem = {
    state,
    version: 1,
    level: null,
    instants: {},
    parties: {},
    facts: {},
    history: [{ to: state, takenAtMs: 0, actor: 'p1_somebody', agency: 'AG-JUSTICE-BUREAU' }],
  };
  const incident = { owners: ['AG-JUSTICE-BUREAU'], actor: 'p1_asker', state, version: 1, releasedBy: [] };
  const desk = {
    lock: async () => item,
    move: async () => undefined,
    incidents: { find: async () => incident, keep: async () => ({ state, version: 2 }) },
  };
  const asked: string[] = [];
  const ports = {
    clock: stoppedClock(NOW),
    deadlines: DEADLINES,
    requestId: 'request-1',
    log: { log: 'l', record: async () => ({ index: 0 }) },
    keeper: { once: async (_act: unknown, work: (with_: typeof desk) => Promise<unknown>) => work(desk) },
    shows: (coordinate: string) => {
      asked.push(coordinate);
      return isShown;
    },
  } as unknown as Parameters<typeof openOversightActs>[1];
  return { asked, loops: openLoopActs(of, ports), oversight: openOversightActs(of, ports) };
}

const told = async (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'done',
    (error: unknown) => {
      const { code, message, allowed } = error as LukouError;
      return { code, message, allowed };
    },
  );

describe('A step that is refused', () => {
  const STATES = Object.keys(MACHINES.DisputeWarning.states);
  const refusals = async (agency: string, isShown: boolean): Promise<Set<string>> => {
    const outcomes = new Set<string>();
    for (const state of STATES)
      for (const to of STATES) {
        const { loops } = actsOn(state, person(agency), isShown);
        const outcome = await told(loops.move('DisputeWarning', { ...ASKED, to }));
        if (outcome !== 'done') outcomes.add(JSON.stringify(outcome));
      }
    return outcomes;
  };

  it.each(['AG-JUSTICE-BUREAU', 'AG-TRAFFIC-POLICE'])(
    'is one refusal to somebody of %s who may act and may not read the state, whatever it is',
    async (agency) => {
      const [only, ...others] = await refusals(agency, false);
      expect(others).toEqual([]);
      expect(JSON.parse(only!)).toEqual({ code: 'ACT_STEP_REFUSED', message: expect.any(String) });
      expect(STATES.filter((state) => only!.includes(state))).toEqual([]);
      // The control: whoever may read it is told what they could do instead, and that differs.
      expect((await refusals(agency, true)).size).toBeGreaterThan(5);
    },
  );

  it('asks for the state of the very loop', async () => {
    const { asked, loops } = actsOn('ACTIVE', person('AG-TRANSPORT-CENTRE'), false);
    await told(loops.move('RoadEvent', { ...ASKED, to: 'PLANNED' }));
    expect(asked).toEqual(['RoadEvent.status']);
  });

  it('of an incident of the guard names no state either', async () => {
    const judge = async (state: string, isShown: boolean) => {
      const { asked, oversight } = actsOn(state, person('AG-JUSTICE-BUREAU'), isShown);
      const outcome = await told(oversight.judgeIncident({ ...ASKED, to: 'DETECTED' }));
      expect(asked).toEqual(['GuardIncident.state']);
      return outcome;
    };
    const [blocked, closed] = [await judge('BLOCKED', false), await judge('CLOSED', false)];
    expect(closed).toEqual(blocked);
    expect(blocked).toEqual({ code: 'INCIDENT_STEP_REFUSED', message: expect.any(String) });
    expect(await judge('BLOCKED', true)).toMatchObject({ allowed: expect.any(Array) });
  });
});
