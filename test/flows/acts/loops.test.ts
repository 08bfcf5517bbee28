import * as fc from 'fast-check';
import { stoppedClock } from '../../../src/base/index.ts';
import { DEADLINE_POLICIES, MACHINES, replayHistory } from '../../../src/loops/index.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import type { Asker, Reply, World } from '../../world/open-world.ts';

const NOTE = 'As the file of the case says.';
const NOW = '2026-03-02T09:00:00+08:00';

/** Who asks, and for what. */
const CALLERS = {
  mediator: { as: 'justice', purpose: 'MEDIATION' },
  centre: { as: 'detention', purpose: 'MEDIATION' },
  police: { as: 'analyst', purpose: 'PUBLIC_SAFETY' },
  roads: { as: 'transport', purpose: 'ROAD_SAFETY' },
  traffic: { as: 'analyst', purpose: 'ROAD_SAFETY' },
} as const satisfies Record<string, { as: Asker; purpose: string }>;
type Caller = keyof typeof CALLERS;
type Loop = 'MediationCase' | 'DetentionMediation' | 'DisputeWarning' | 'RoadEvent' | 'Violation';

const STATES: Readonly<Record<Loop, string>> = {
  MediationCase: 'MediationStatus',
  DetentionMediation: 'DetentionMediationStatus',
  DisputeWarning: 'WarningStatus',
  RoadEvent: 'RoadEventStatus',
  Violation: 'ViolationStatus',
};

describe('A loop', () => {
  const clock = stoppedClock(NOW);
  let world: World;
  let keys = 0;
  beforeAll(async () => {
    world = await openSampleWorld({}, { clock });
  }, 180_000);
  afterAll(() => world.close());
  beforeEach(() => clock.moveTo(NOW));

  async function move(
    caller: Caller,
    loop: Loop,
    asked: { id: string; to: string; version: number; note?: string; key?: string },
  ): Promise<Reply> {
    const { as, purpose } = CALLERS[caller];
    const query = `mutation ($id: ID!, $to: ${STATES[loop]}!, $version: Int!, $note: String!, $key: ID!) {
      move${loop}(id: $id, to: $to, version: $version, note: $note, key: $key) { state version index }
    }`;
    const variables = { note: NOTE, key: `move-of-this-test-${(keys += 1)}`, ...asked };
    return world.ask(as, query, { purpose, variables });
  }

  const outcome = ({ body }: Reply): unknown => {
    const receipt = Object.values(body.data ?? {})[0] as { state: string } | null | undefined;
    const { code, allowed } = body.errors?.[0]?.extensions ?? {};
    return receipt?.state ?? (allowed === undefined ? code : { code, allowed });
  };

  async function moves(
    loop: Loop,
    id: string,
    steps: readonly (readonly [Caller, string])[],
  ): Promise<unknown[]> {
    const outcomes: unknown[] = [];
    let version = 0;
    for (const [caller, to] of steps) {
      const reply = await move(caller, loop, { id, to, version });
      outcomes.push(outcome(reply));
      if (reply.body.errors === undefined) version += 1;
    }
    return outcomes;
  }

  async function anItem(table: string, status: string): Promise<string> {
    const { rows } = await world.database.ingest.query<{ id: string }>(
      `update ${table} set status = $1
        where id = (select id from ${table} where state_version = 0 order by id limit 1) returning id`,
      [status],
    );
    return rows[0]!.id;
  }

  it('of a mediation case takes the steps of its table, and ends after the follow-up by another person', async () => {
    const id = await anItem('mediation.mediation_case', 'REGISTERED');
    expect(
      await moves('MediationCase', id, [
        ['mediator', 'AGREED'],
        ['mediator', 'ACCEPTED'],
        ['mediator', 'MEDIATING'],
        ['mediator', 'AGREED'],
        ['mediator', 'ARCHIVED'],
        ['mediator', 'PERFORMING'],
        ['mediator', 'PERFORMED'],
        ['mediator', 'FOLLOW_UP'],
        ['mediator', 'ARCHIVED'],
      ]),
    ).toEqual([
      { code: 'ACT_STEP_REFUSED', allowed: ['ACCEPTED', 'WITHDRAWN'] },
      'ACCEPTED',
      'MEDIATING',
      'AGREED',
      { code: 'ACT_STEP_REFUSED', allowed: ['PERFORMING', 'CONFIRMATION_APPLIED'] },
      'PERFORMING',
      'PERFORMED',
      'FOLLOW_UP',
      { code: 'ACT_STEP_REFUSED', allowed: [] },
    ]);
    const { body } = await world.ask(
      'justice',
      `{ mediationCase(id: "${id}") { status stateVersion dueAt overdue steps { ordinal fromState toState note agency } } }`,
      { purpose: 'MEDIATION' },
    );
    const found = (body.data as { mediationCase: Found }).mediationCase;
    expect(found).toMatchObject({ status: 'FOLLOW_UP', stateVersion: 6, dueAt: null, overdue: false });
    const steps = found.steps.map(({ ordinal, fromState, toState }) => ({
      ordinal,
      from: fromState,
      to: toState,
    }));
    expect(replayHistory(MACHINES.MediationCase, steps)).toEqual({
      state: 'FOLLOW_UP',
      version: 6,
      problem: null,
    });
    expect(new Set(found.steps.map(({ note, agency }) => `${agency} ${note}`))).toEqual(
      new Set([`AG-JUSTICE-BUREAU ${NOTE}`]),
    );
  });

  it('of the detention centre turns between two agencies, each taking its own steps', async () => {
    const id = await anItem('mediation.detention_mediation', 'INTAKE');
    expect(
      await moves('DetentionMediation', id, [
        ['mediator', 'SCREENED'],
        ['centre', 'SCREENED'],
        ['mediator', 'MEDIATING'],
        ['mediator', 'AGREED'],
        ['centre', 'RELEASED'],
        ['centre', 'CLOSED'],
        ['mediator', 'FOLLOWED_UP'],
        ['mediator', 'CLOSED'],
        ['centre', 'CLOSED'],
      ]),
    ).toEqual([
      { code: 'ACT_REFUSED', allowed: [] },
      'SCREENED',
      'MEDIATING',
      'AGREED',
      'RELEASED',
      { code: 'ACT_STEP_REFUSED', allowed: [] },
      'FOLLOWED_UP',
      { code: 'ACT_REFUSED', allowed: [] },
      'CLOSED',
    ]);
  });

  it('of a warning is overdue when its hours are over, goes up to the police, and is closed by them alone', async () => {
    const id = await anItem('mediation.dispute_warning', 'SCORED');
    await world.database.ingest.query(`update mediation.dispute_warning set level = 'RED' where id = $1`, [
      id,
    ]);
    expect(await moves('DisputeWarning', id, [['police', 'PUSHED']])).toEqual(['PUSHED']);
    const look = async () => {
      const query = `{ disputeWarnings(first: 200, filter: { overdue: true, levels: [RED] }) {
        nodes { id dueAt overdue escalatedTo } } }`;
      const { body } = await world.ask('analyst', query, { purpose: 'PUBLIC_SAFETY' });
      expect(body.errors).toBeUndefined();
      return (body.data as { disputeWarnings: { nodes: { id: string }[] } }).disputeWarnings.nodes.filter(
        (node) => node.id === id,
      );
    };
    expect(await look()).toEqual([]);
    clock.moveTo('2026-03-02T10:00:00.001+08:00');
    expect(await look()).toEqual([
      { id, dueAt: '2026-03-02T10:00:00+08:00', overdue: true, escalatedTo: 'AG-TRAFFIC-POLICE' },
    ]);
    const steps = [
      'RECEIVED',
      'SUPERVISED',
      'HANDLING',
      'FEEDBACK',
      'CLOSED',
      'RETURNED',
      'HANDLING',
    ] as const;
    const by: Caller[] = ['mediator', 'police', 'mediator', 'mediator', 'mediator', 'police', 'mediator'];
    let version = 1;
    const outcomes: unknown[] = [];
    for (const [at, to] of steps.entries()) {
      const reply = await move(by[at]!, 'DisputeWarning', { id, to, version });
      outcomes.push(outcome(reply));
      if (reply.body.errors === undefined) version += 1;
    }
    expect(outcomes).toEqual([
      'RECEIVED',
      'SUPERVISED',
      'HANDLING',
      'FEEDBACK',
      { code: 'ACT_REFUSED', allowed: [] },
      'RETURNED',
      'HANDLING',
    ]);
    expect(await look()).toEqual([]);
  });

  it('of a road event knows what was planned from what was sudden', async () => {
    const id = await anItem('traffic.road_event', 'ACTIVE');
    await world.database.ingest.query(
      `update traffic.road_event set cause = 'PLANNED_MAINTENANCE' where id = $1`,
      [id],
    );
    expect(
      await moves('RoadEvent', id, [
        ['roads', 'CLEARED'],
        ['roads', 'COMPLETED'],
        ['roads', 'ACTIVE'],
      ]),
    ).toEqual([
      { code: 'ACT_STEP_REFUSED', allowed: ['COMPLETED', 'CANCELLED'] },
      'COMPLETED',
      { code: 'ACT_STEP_REFUSED', allowed: [] },
    ]);
  });

  it('of a road event that nobody verified in time is found by that, and goes up', async () => {
    const id = await anItem('traffic.road_event', 'REPORTED');
    await world.database.ingest.query(
      `update traffic.road_event set due_at = '2026-03-02T08:59:59+08:00' where id = $1`,
      [id],
    );
    const found = async (overdue: boolean) => {
      const query = `{ roadEvents(first: 200, filter: { overdue: ${overdue} }) { nodes { id overdue escalatedTo } } }`;
      const { body } = await world.ask('transport', query, { purpose: 'ROAD_SAFETY' });
      expect(body.errors).toBeUndefined();
      return (body.data as { roadEvents: { nodes: { id: string }[] } }).roadEvents.nodes;
    };
    const late = { id, overdue: true, escalatedTo: 'AG-TRANSPORT-CENTRE' };
    expect((await found(true)).filter((node) => node.id === id)).toEqual([late]);
    expect((await found(false)).filter((node) => node.id === id)).toEqual([]);
    expect(await moves('RoadEvent', id, [['roads', 'VERIFIED']])).toEqual(['VERIFIED']);
    expect((await found(true)).filter((node) => node.id === id)).toEqual([]);
    const asked = '{ roadEvents(filter: { overdue: true }) { nodes { id } } }';
    const { body } = await world.ask('public', asked);
    expect(body.errors?.[0]?.extensions['code']).toBe('UNAUTHORIZED_ARGUMENT');
  });

  it('of an enforcement record is told of within five working days, and an objection is looked into once', async () => {
    const id = await anItem('checkpoint.violation', 'ENTERED');
    expect(
      await moves('Violation', id, [
        ['traffic', 'NOTIFIED'],
        ['traffic', 'QUERYABLE'],
      ]),
    ).toEqual([{ code: 'ACT_STEP_REFUSED', allowed: ['QUERYABLE', 'CANCELLED'] }, 'QUERYABLE']);
    const look = async () => {
      const query = `{ violations(first: 200, filter: { overdue: true, statuses: [QUERYABLE] }) {
        nodes { id dueAt escalatedTo stateVersion steps { toState note } } } }`;
      const { body } = await world.ask('analyst', query, { purpose: 'ROAD_SAFETY' });
      expect(body.errors).toBeUndefined();
      return (body.data as { violations: { nodes: { id: string }[] } }).violations.nodes;
    };
    expect(await look()).toEqual([]);
    clock.moveTo('2026-03-10T00:00:00.001+08:00');
    expect(await look()).toEqual([
      {
        id,
        dueAt: '2026-03-10T00:00:00+08:00',
        escalatedTo: 'AG-TRAFFIC-POLICE',
        stateVersion: 1,
        steps: [{ toState: 'QUERYABLE', note: NOTE }],
      },
    ]);
    const outcomes: unknown[] = [];
    for (const [at, to] of ['OBJECTED', 'UPHELD', 'HANDLED', 'OBJECTED', 'PENALISED'].entries())
      outcomes.push(outcome(await move('traffic', 'Violation', { id, to, version: 1 + Math.min(at, 3) })));
    const once = { code: 'ACT_STEP_REFUSED', allowed: ['PENALISED'] };
    expect(outcomes).toEqual(['OBJECTED', 'UPHELD', 'HANDLED', once, 'PENALISED']);
  });

  it('of an enforcement record is not there before it is entered, nor for other agencies or purposes', async () => {
    const id = await anItem('checkpoint.violation', 'CAPTURED');
    const asked = { id, to: 'CANCELLED', version: 0 };
    expect(outcome(await move('traffic', 'Violation', asked))).toBe('ACT_ITEM_UNKNOWN');
    expect(outcome(await move('roads', 'Violation', asked))).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(outcome(await move('police', 'Violation', asked))).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    await world.database.ingest.query(`update checkpoint.violation set status = 'ENTERED' where id = $1`, [
      id,
    ]);
    expect(outcome(await move('traffic', 'Violation', asked))).toBe('CANCELLED');
  });

  it('is closed to whoever no agreement lets act, and what is not theirs is not there', async () => {
    const id = await anItem('mediation.mediation_case', 'REGISTERED');
    const asked = { id, to: 'ACCEPTED', version: 0 };
    expect(outcome(await move('centre', 'MediationCase', asked))).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    expect(outcome(await move('mediator', 'MediationCase', { ...asked, id: 'no-such-case' }))).toBe(
      'ACT_ITEM_UNKNOWN',
    );
    expect(outcome(await move('mediator', 'MediationCase', { ...asked, version: 5 }))).toBe('ACT_STALE');
    expect(outcome(await move('mediator', 'MediationCase', { ...asked, note: ' ' }))).toBe(
      'ACT_NOTE_INVALID',
    );
    expect(outcome(await move('mediator', 'MediationCase', asked))).toBe('ACCEPTED');
  });

  it('that a file brought in has its deadline too: the red warning that nobody received', async () => {
    const query = `{ disputeWarnings(first: 200, filter: { overdue: true, levels: [RED], statuses: [PUSHED] }) {
      nodes { pushedAt dueAt escalatedTo stateVersion } } }`;
    const { body } = await world.ask('justice', query, { purpose: 'MEDIATION' });
    const { nodes } = (body.data as { disputeWarnings: { nodes: { pushedAt: string; dueAt: string }[] } })
      .disputeWarnings;
    const [newest] = nodes;
    expect(newest).toMatchObject({ escalatedTo: 'AG-TRAFFIC-POLICE', stateVersion: 0 });
    expect(Date.parse(newest!.dueAt) - Date.parse(newest!.pushedAt)).toBe(3_600_000);
  });

  it('holds whoever wants whatever: no illegal state, no lost deadline, and the history replays to the state', async () => {
    const id = await anItem('mediation.dispute_warning', 'SCORED');
    const states = Object.keys(MACHINES.DisputeWarning.states);
    const wants = fc.record({
      caller: fc.constantFrom<Caller>('mediator', 'police'),
      to: fc.constantFrom(...states),
      version: fc.constantFrom('now', 'now', 'now', 'before'),
    });
    let [state, version] = ['SCORED', 0];
    for (const want of fc.sample(wants, { numRuns: 150, seed: 20_260_301 })) {
      const asked = { id, to: want.to, version: want.version === 'now' ? version : version - 1 };
      const { body } = await move(want.caller, 'DisputeWarning', asked);
      const isStep = MACHINES.DisputeWarning.transitions.some(
        ({ from, to, by }) =>
          from === state && to === want.to && by[0] === (want.caller === 'police' ? 'bureau' : 'unit'),
      );
      expect(body.errors === undefined).toBe(isStep && want.version === 'now');
      if (body.errors === undefined) [state, version] = [want.to, version + 1];
    }
    const { rows } = await world.database.ingest.query<{
      status: string;
      state_version: number;
      due: boolean;
    }>(
      'select status, state_version, due_at is not null as due from mediation.dispute_warning where id = $1',
      [id],
    );
    const isTimed = DEADLINE_POLICIES.at(-1)!.rules.some(
      (rule) => rule.machine === 'DisputeWarning' && rule.state === state,
    );
    expect(rows).toEqual([{ status: state, state_version: version, due: isTimed }]);
    const { body } = await world.ask(
      'justice',
      `{ disputeWarnings(first: 200) { nodes { id steps { ordinal fromState toState } } } }`,
      { purpose: 'MEDIATION' },
    );
    const { nodes } = (body.data as { disputeWarnings: { nodes: (Found & { id: string })[] } })
      .disputeWarnings;
    const steps = nodes
      .find((node) => node.id === id)!
      .steps.map(({ ordinal, fromState, toState }) => ({ ordinal, from: fromState, to: toState }));
    expect(replayHistory(MACHINES.DisputeWarning, steps)).toEqual({ state, version, problem: null });
    expect(version).toBeGreaterThan(5);
  });

  it('is not turned back by a file that comes later', async () => {
    const id = await anItem('mediation.dispute_warning', 'PUSHED');
    expect(await moves('DisputeWarning', id, [['mediator', 'RECEIVED']])).toEqual(['RECEIVED']);
    await world.database.ingest.query(
      `update mediation.dispute_warning set status = 'PUSHED' where id = $1`,
      [id],
    );
    const { rows } = await world.database.ingest.query(
      'select status, state_version from mediation.dispute_warning where id = $1',
      [id],
    );
    expect(rows).toEqual([{ status: 'RECEIVED', state_version: 1 }]);
  });
});

interface Found {
  readonly steps: readonly {
    readonly ordinal: number;
    readonly fromState: string;
    readonly toState: string;
    readonly note: string;
    readonly agency: string;
  }[];
}
