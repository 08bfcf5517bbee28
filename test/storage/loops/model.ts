import * as fc from 'fast-check';
import type { Pool } from 'pg';
import type { AuditLog } from '../../../src/audit/index.ts';
import { stoppedClock } from '../../../src/base/index.ts';
import {
  DEADLINE_POLICIES,
  DEADLINES,
  type Machine,
  type MachineName,
  MACHINES,
  PARTIES,
  type RecordedStep,
  replayHistory,
} from '../../../src/loops/index.ts';
import { type ActReceipt, type LoopDesk, openLoopActs } from '../../../src/request/index.ts';
import { createActKeeper, createLoopDesk } from '../../../src/storage/index.ts';
import type { TestDatabase } from '../../postgres/database.ts';
import { mayTake, type WalkModel } from '../../rules/loops/walk.ts';
import { insertRows } from '../readers/insert-rows.ts';
import { EVERYTHING } from '../readers/sample.ts';
import { KEPT } from './kept-items.ts';

/** What is known of an item apart from the code and the database. */
export interface ItemModel extends WalkModel {
  readonly machine: Machine;
  readonly parties: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, boolean>>;
}

/** The item as the database keeps it, and those who act on it. */
export interface KeptItem {
  readonly id: string;
  readonly name: MachineName;
  readonly database: TestDatabase;
  /** A login that sees every row. */
  readonly everything: Pool;
  readonly openDesk: typeof createLoopDesk;
  last: { readonly want: Wanted; readonly key: string; readonly receipt: ActReceipt } | null;
}

interface Wanted {
  readonly to: string;
  readonly actor: string;
  readonly agency: string;
  readonly version: number;
}

type Command = fc.AsyncCommand<ItemModel, KeptItem>;

let keys = 0;
const freshKey = (): string => `loop-model-${String((keys += 1)).padStart(8, '0')}`;
/** Acts are recorded before they are done; here nobody reads the records. */
const log = { log: 'model', record: async () => ({ index: 0 }) } as unknown as AuditLog;

function act(
  real: KeptItem,
  { nowMs }: ItemModel,
  { actor, agency, ...want }: Wanted,
  key: string,
): Promise<ActReceipt> {
  const { database, openDesk, name, id } = real;
  const place = { pool: database.app, signer: database.signer, scope: EVERYTHING };
  const keeper = createActKeeper<LoopDesk>(place, (client) => openDesk(client, EVERYTHING));
  const person = { pseudonym: actor, agency, role: 'partner', authMethod: 'jwt' } as const;
  const clock = stoppedClock(new Date(nowMs).toISOString());
  const ports = { keeper, log, clock, deadlines: DEADLINES, requestId: 'request', shows: () => true };
  return openLoopActs(person, ports).move(name, { id, note: 'Because.', key, ...want });
}

interface Row {
  readonly state: string;
  readonly version: number;
  readonly dueAtMs: number | null;
}

/** No illegal state, no deadline lost, every step kept once and in order: looked at in the tables themselves. */
async function look(model: ItemModel, { everything, name, id }: KeptItem): Promise<void> {
  const { schema, table, level } = KEPT[name];
  const items = await everything.query<Row>(
    `select status as state, state_version as version, (extract(epoch from due_at) * 1000)::float8 as "dueAtMs"
      from ${schema}.${table} where id = $1`,
    [id],
  );
  const item = items.rows[0]!;
  const { rows: steps } = await everything.query<RecordedStep & { actor: string }>(
    `select ordinal, from_state as "from", to_state as "to", actor from ${schema}.loop_step where machine = $1 and item_id = $2 order by ordinal`,
    [name, id],
  );
  expect([item.state, item.version]).toEqual([model.state, model.way.length]);
  expect(steps.map(({ ordinal, to, actor }) => ({ ordinal, to, actor }))).toEqual(
    model.way.map(({ to, actor }, index) => ({ ordinal: index + 1, to, actor })),
  );
  const replayed = replayHistory(model.machine, steps);
  expect(replayed).toEqual({
    state: steps.length === 0 ? null : model.state,
    version: steps.length,
    problem: null,
  });
  const last = model.way.at(-1);
  if (last === undefined) return;
  const isTimed = DEADLINE_POLICIES.at(-1)!.rules.some(
    (rule) => rule.machine === name && rule.state === model.state && (rule.level ?? level) === level,
  );
  expect(item.dueAtMs !== null && item.dueAtMs > last.takenAtMs).toBe(isTimed);
}

const isAllowed = (model: ItemModel, want: Wanted): boolean =>
  want.version === model.way.length && mayTake(model.machine, model, model, { ...want, nowMs: model.nowMs });
const follow = (model: ItemModel, { to, actor, agency }: Wanted): void => {
  model.state = to;
  model.way.push({ to, actor, agency, takenAtMs: model.nowMs });
};

interface Drawn {
  readonly pick: number;
  readonly isWild: boolean;
  readonly actor: string;
  readonly agency: number;
  readonly staleness: number;
  readonly afterMs: number;
}

/** Mostly a step that there is, by somebody who has a part; at times any state, anybody, and what was read long ago. */
function wantOf(model: ItemModel, { pick, isWild, actor, agency, staleness }: Drawn): Wanted {
  const { transitions, states } = model.machine;
  const next = transitions.filter(({ from }) => from === model.state);
  const step = isWild ? undefined : next[pick % next.length];
  const anywhere = Object.keys(states);
  const anybody = [...Object.values(model.parties), 'AG-WOMENS-FEDERATION'];
  return {
    to: step?.to ?? anywhere[pick % anywhere.length]!,
    actor,
    agency:
      step === undefined
        ? anybody[agency % anybody.length]!
        : model.parties[step.by[agency % step.by.length]!]!,
    version: Math.max(0, model.way.length - staleness),
  };
}

/** Somebody, or two at once, want the item somewhere. */
const wantStep = (drawn: Drawn, other: Drawn | null): Command => ({
  // Of what is over, only what is no step can be wanted.
  check: ({ machine, state }) => drawn.isWild || machine.states[state]!.isLast !== true,
  async run(model, real) {
    model.nowMs += drawn.afterMs;
    const wants = [wantOf(model, drawn), ...(other === null ? [] : [wantOf(model, other)])];
    const named = wants.map((want) => ({ want, key: freshKey() }));
    const done = await Promise.allSettled(
      named.map(async ({ want, key }) => ({ want, key, receipt: await act(real, model, want, key) })),
    );
    const taken = done.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = done.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    for (const error of refused)
      expect(error).toMatchObject({ code: expect.stringMatching(/^ACT_/) as string });
    // Of two that could each be taken, one is: the other has read what is no more.
    expect([wants, taken.length]).toEqual([wants, wants.some((want) => isAllowed(model, want)) ? 1 : 0]);
    for (const { want, key, receipt } of taken) {
      expect(isAllowed(model, want)).toBe(true);
      follow(model, want);
      expect([receipt.state, receipt.version]).toEqual([model.state, model.way.length]);
      real.last = { want, key, receipt };
    }
    await look(model, real);
  },
  toString: () => `want(${JSON.stringify([drawn, other])})`,
});

/** The last act is asked for again: it answers the same, and does nothing. */
const askAgain: Command = {
  check: () => true,
  async run(model, real) {
    if (real.last !== null)
      expect(await act(real, model, real.last.want, real.last.key)).toEqual(real.last.receipt);
    await look(model, real);
  },
  toString: () => 'askAgain',
};

/** A file of the agency says that the item is where it began: true of what nobody has moved, and of nothing else. */
const bringFile = (pick: number): Command => ({
  check: ({ machine }) => KEPT[machine.name as MachineName].isBrought,
  async run(model, real) {
    const { schema, table, beginnings } = KEPT[real.name];
    const said = beginnings.filter(({ facts }) => facts['isPlanned'] === model.facts['isPlanned']);
    const { state } = said[pick % said.length]!;
    await real.database.ingest.query(`update ${schema}.${table} set status = $2 where id = $1`, [
      real.id,
      state,
    ]);
    if (model.way.length === 0) model.state = state;
    await look(model, real);
  },
  toString: () => `bringFile(${pick})`,
});

const drawn: fc.Arbitrary<Drawn> = fc.record({
  pick: fc.nat({ max: 30 }),
  isWild: fc.nat({ max: 4 }).map((drawnOf) => drawnOf === 0),
  actor: fc.constantFrom('p1_a', 'p1_b', 'p1_c'),
  agency: fc.nat({ max: 5 }),
  staleness: fc.nat({ max: 9 }).map((drawnOf) => (drawnOf === 0 ? 1 : 0)),
  afterMs: fc.oneof(fc.nat({ max: 10_000 }), fc.nat({ max: 20 * 86_400_000 })),
});

/** What may happen to an item, in any order. */
export const happenings = fc.commands(
  [
    drawn.map((one) => wantStep(one, null)),
    drawn.map((one) => wantStep(one, null)),
    fc.tuple(drawn, drawn).map(([one, other]) => wantStep(one, other)),
    fc.constant(askAgain),
    fc.nat({ max: 3 }).map(bringFile),
  ],
  { maxCommands: 24, size: 'max' },
);

/** An item of a loop at one of its beginnings, as model and kept. */
export async function begin(
  name: MachineName,
  beginning: number,
  parts: Pick<KeptItem, 'database' | 'everything'> & Partial<Pick<KeptItem, 'openDesk'>>,
): Promise<{ model: ItemModel; real: KeptItem }> {
  const { schema, table, beginnings, parties, columns } = KEPT[name];
  const { state, facts } = beginnings[beginning % beginnings.length]!;
  const id = freshKey();
  await insertRows(parts.everything, `${schema}.${table}`, [{ id, status: state, ...columns(id, facts) }]);
  return {
    model: {
      machine: MACHINES[name],
      state,
      facts,
      parties: { ...PARTIES[name], ...parties },
      nowMs: Date.parse('2026-02-10T09:00:00+08:00'),
      way: [],
    },
    real: { id, name, openDesk: createLoopDesk, last: null, ...parts },
  };
}
