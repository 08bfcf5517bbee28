import fc from 'fast-check';
import { LukouError } from '../../../src/base/index.ts';
import {
  CARRIER_STATES,
  type CarrierEvent,
  type CarrierState,
  findOverdue,
  findViolations,
  Ledger,
  type RegisterEvent,
} from '../../../src/register/index.ts';
import { PEOPLE, REGISTER, signedDestruction, signedRelease } from './people.ts';

const NAMES = PEOPLE.map(({ person }) => person.name);
const [FIRST, SECOND] = NAMES as [string, string];
const NUMBERS = ['A-1', 'A-2'];
const PACKAGES = ['0190f3a2-7c1e-7b42-9d55-0a1b2c3d4e01', '0190f3a2-7c1e-7b42-9d55-0a1b2c3d4e02'];
const ELSEWHERE = '0190f3a2-7c1e-7b42-9d55-0a1b2c3d4eff';

function openLedger(): Ledger {
  const ledger = new Ledger();
  add(ledger, { kind: 'found', register: REGISTER, unit: '森林公安分局' });
  for (const { person } of PEOPLE) {
    const { name, ...key } = person;
    add(ledger, { kind: 'enrol', person: name, ...key }, ledger.persons.size === 0 ? name : FIRST);
  }
  return ledger;
}

function add(ledger: Ledger, event: RegisterEvent, by = FIRST, at = '2026-03-02T00:00:00.000Z'): void {
  ledger.apply({ seq: ledger.entries.length, at, by, event });
}

const receive = (carrier: string, type: 'DOCUMENT' | 'MEDIUM' = 'MEDIUM'): CarrierEvent => ({
  kind: 'receive',
  carrier,
  details: { type, title: '盘', level: 'SECRET', serial: 'S1', origin: '市局', custodian: FIRST },
});

/** What the ledger should hold, worked out here by hand and not from its own table. */
interface Expected {
  readonly carriers: Map<string, { state: CarrierState; holder: string | null }>;
  readonly packages: Set<string>;
}

/** What somebody tries to have taken down; forged is a release that the two did not sign, or not for this register. */
interface Attempt {
  readonly event: CarrierEvent;
  readonly isForged: boolean;
}

const ALLOWED: Readonly<Record<CarrierEvent['kind'], readonly CarrierState[]>> = {
  receive: ['ABSENT'],
  return: ['ISSUED', 'TRANSMITTED'],
  issue: ['RECEIVED', 'STORED'],
  transmit: ['RECEIVED', 'STORED'],
  read: ['RECEIVED', 'STORED', 'ISSUED'],
  store: ['RECEIVED', 'STORED'],
  destroy: ['RECEIVED', 'STORED'],
  inspect: ['RECEIVED', 'STORED', 'ISSUED', 'TRANSMITTED'],
  release: ['RECEIVED', 'STORED'],
};

function expectAfter(model: Expected, { event, isForged }: Attempt): 'taken' | 'refused' {
  const { state, holder } = model.carriers.get(event.carrier) ?? { state: 'ABSENT', holder: null };
  if (!ALLOWED[event.kind].includes(state)) return 'refused';
  const put = (next: CarrierState, who: string | null = null): 'taken' => {
    model.carriers.set(event.carrier, { state: next, holder: who });
    return 'taken';
  };
  switch (event.kind) {
    case 'receive':
      return put('RECEIVED');
    case 'return':
      return event.from === holder ? put('RECEIVED') : 'refused';
    case 'issue':
      return event.dueOn < '2026-03-02' ? 'refused' : put('ISSUED', event.to);
    case 'transmit':
      return put('TRANSMITTED', event.to);
    case 'read':
      return state === 'ISSUED' && event.reader !== holder ? 'refused' : 'taken';
    case 'store':
      return put('STORED');
    case 'destroy':
      return isByOne(event) ? 'refused' : put('DESTROYED');
    case 'release': {
      const { id } = event.statement;
      if (isForged || isByOne(event) || model.packages.has(id)) return 'refused';
      model.packages.add(id);
      return 'taken';
    }
    default:
      return 'taken';
  }
}

const isByOne = ({ signatures: [first, second] }: { signatures: { person: string }[] }): boolean =>
  first?.person === second?.person;

const carrier = fc.constantFrom(...NUMBERS);
const person = fc.constantFrom(...NAMES);
const hand = fc.nat({ max: PEOPLE.length - 1 });
const anyEvent: fc.Arbitrary<CarrierEvent> = fc.oneof(
  carrier.map((no) => receive(no)),
  fc.record({ kind: fc.constant('return' as const), carrier, from: fc.oneof(person, fc.constant('县局')) }),
  fc.record({
    kind: fc.constant('issue' as const),
    carrier,
    to: person,
    dueOn: fc.constantFrom('2026-03-01', '2026-03-02', '2026-04-01'),
  }),
  fc.record({ kind: fc.constant('transmit' as const), carrier, to: fc.constant('县局'), courier: person }),
  fc.record({ kind: fc.constant('read' as const), carrier, reader: person }),
  fc.record({ kind: fc.constant('store' as const), carrier, cabinet: fc.constant('1号柜') }),
  fc.tuple(carrier, hand, hand).map((of) => signedDestruction(...of)),
  fc.record({
    kind: fc.constant('inspect' as const),
    carrier,
    side: fc.constantFrom('CLASSIFIED' as const, 'OPEN' as const),
    machine: fc.constant('PC-1'),
  }),
);

type Release = ReturnType<typeof signedRelease>;

/** Every way to change a sound release; what follows from each has to be refused. */
const FORGERIES: Readonly<Record<string, (sound: Release) => Release>> = {
  'another decision': (sound) => {
    const decision = { ...sound.statement.decision, reference: '密解〔2026〕4号' };
    return { ...sound, statement: { ...sound.statement, decision } };
  },
  'another extract': (sound) => {
    const extract = { ...sound.statement.extract, sha256: '3'.repeat(64) };
    return { ...sound, statement: { ...sound.statement, extract } };
  },
  'a signature that is none': ({ signatures: [first, { person: second }], ...sound }) => ({
    ...sound,
    signatures: [first, { person: second, signature: Buffer.alloc(64).toString('base64') }],
  }),
  'one signature under both names': ({ signatures: [first, { person: second }], ...sound }) => ({
    ...sound,
    signatures: [first, { person: second, signature: first.signature }],
  }),
};

const anyRelease: fc.Arbitrary<Attempt> = fc
  .record({
    carrier,
    first: hand,
    second: hand,
    id: fc.constantFrom(...PACKAGES),
    register: fc.constantFrom(REGISTER, REGISTER, REGISTER, ELSEWHERE),
    forgery: fc.constantFrom(null, null, null, ...Object.values(FORGERIES)),
  })
  .map(({ carrier: no, first, second, id, register, forgery }) => {
    const sound = signedRelease(no, first, second, { id, register });
    return { event: forgery?.(sound) ?? sound, isForged: forgery !== null || register === ELSEWHERE };
  });

const anyAttempt = fc.oneof(
  { arbitrary: anyEvent.map((event): Attempt => ({ event, isForged: false })), weight: 8 },
  { arbitrary: anyRelease, weight: 2 },
);

class Happen implements fc.Command<Expected, Ledger> {
  private readonly attempt: Attempt;
  constructor(attempt: Attempt) {
    this.attempt = attempt;
  }
  check = (): boolean => true;
  toString = (): string => `${this.attempt.event.kind} ${this.attempt.event.carrier}`;
  run(model: Expected, ledger: Ledger): void {
    const { event } = this.attempt;
    const entries = ledger.entries.length;
    const destroyed = [...ledger.carriers.values()].filter(({ state }) => state === 'DESTROYED');
    const outcome = expectAfter(model, this.attempt);
    if (outcome === 'taken') add(ledger, event);
    else expect(() => add(ledger, event)).toThrow(LukouError);
    expect(ledger.entries).toHaveLength(entries + (outcome === 'taken' ? 1 : 0));
    const held = [...ledger.carriers].map(([no, { state, holder }]) => [no, { state, holder }] as const);
    expect(new Map(held)).toEqual(model.carriers);
    // The very same objects: nothing at all has happened to what is destroyed.
    for (const before of destroyed) expect(ledger.carriers.get(before.no)).toBe(before);
    for (const { state, holder } of ledger.carriers.values()) {
      expect(CARRIER_STATES.slice(1)).toContain(state);
      expect(holder !== null).toBe(state === 'ISSUED' || state === 'TRANSMITTED');
    }
  }
}

describe('custody of a carrier', () => {
  it('reaches no state that the rules do not allow, whatever is tried', () => {
    fc.assert(
      fc.property(
        fc.commands([anyAttempt.map((attempt) => new Happen(attempt))], { maxCommands: 40 }),
        (commands) => {
          const model: Expected = { carriers: new Map(), packages: new Set() };
          fc.modelRun(() => ({ model, real: openLedger() }), commands);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('ends with two persons: one twice, a stranger, or a signature for another carrier destroys nothing', () => {
    const ledger = openLedger();
    for (const no of NUMBERS) add(ledger, receive(no));
    const good = signedDestruction('A-1', 0, 1);
    expect(() => add(ledger, signedDestruction('A-1', 0, 0))).toThrow(/Two different persons/);
    expect(() => add(ledger, { ...good, carrier: 'A-2' })).toThrow(/does not fit/);
    expect(() => add(ledger, { ...good, method: '焚烧' })).toThrow(/does not fit/);
    const [first, second] = good.signatures;
    expect(() => add(ledger, { ...good, signatures: [second, first] })).toThrow(/does not fit/);
    expect(() => add(ledger, { ...good, signatures: [first, { ...second, person: '陌生人' }] })).toThrow(
      /not enrolled/,
    );
    expect(ledger.carriers.get('A-1')?.state).toBe('RECEIVED');
    add(ledger, good);
    expect(ledger.carriers.get('A-1')?.state).toBe('DESTROYED');
    expect(() => add(ledger, receive('A-1'))).toThrow(/destroyed/);
  });

  it.each(Object.entries(FORGERIES))('releases nothing on two signatures but %s', (_what, forge) => {
    const ledger = openLedger();
    add(ledger, receive('A-1'));
    const sound = signedRelease('A-1', 0, 1);
    expect(() => add(ledger, forge(sound))).toThrow(/The signature of \S+ does not fit this release/);
    add(ledger, sound);
    expect(ledger.carriers.get('A-1')?.history.at(-1)?.event).toEqual(sound);
  });

  it('releases nothing on the word of one person, of a stranger, of another register, or twice', () => {
    const ledger = openLedger();
    for (const no of NUMBERS) add(ledger, receive(no));
    const sound = signedRelease('A-1', 0, 1);
    const [first, second] = sound.signatures;
    expect(() => add(ledger, signedRelease('A-1', 0, 0))).toThrow(/Two different persons sign/);
    const strange = {
      ...sound,
      signatures: [first, { ...second, person: '陌生人' }] as typeof sound.signatures,
    };
    expect(() => add(ledger, strange)).toThrow(/not enrolled/);
    expect(() => add(ledger, signedRelease('A-1', 0, 1, { register: ELSEWHERE }))).toThrow(
      /another register/,
    );
    expect(() => add(ledger, signedRelease('A-1', 0, 1, { madeAt: '2026-03-02T00:00:00.001Z' }))).toThrow(
      /after its entry/,
    );
    add(ledger, sound);
    // Also not for another carrier: the package names none.
    for (const no of NUMBERS)
      expect(() => add(ledger, { ...sound, carrier: no })).toThrow(/in the ledger already/);
    add(ledger, signedRelease('A-2', 1, 2, { id: PACKAGES[1]! }));
  });

  it('knows who may read', () => {
    const ledger = openLedger();
    const event = receive('A-1', 'DOCUMENT') as Extract<CarrierEvent, { kind: 'receive' }>;
    add(ledger, { ...event, details: { ...event.details, scope: [FIRST] } });
    expect(() => add(ledger, { kind: 'read', carrier: 'A-1', reader: SECOND })).toThrow(/may know/);
    expect(() => add(ledger, { kind: 'issue', carrier: 'A-1', to: SECOND, dueOn: '2026-04-01' })).toThrow(
      /may know/,
    );
    add(ledger, { kind: 'read', carrier: 'A-1', reader: FIRST });
    expect(() => add(ledger, { kind: 'inspect', carrier: 'A-1', side: 'OPEN', machine: 'PC' })).toThrow(
      /only media/,
    );
  });

  it('knows who may carry it elsewhere, and to whom', () => {
    const ledger = openLedger();
    const event = receive('A-1') as Extract<CarrierEvent, { kind: 'receive' }>;
    add(ledger, { ...event, details: { ...event.details, scope: [FIRST, '县局'] } });
    const transmit = (to: string, courier: string): void =>
      add(ledger, { kind: 'transmit', carrier: 'A-1', to, courier });
    expect(() => transmit('县局', SECOND)).toThrow(`${SECOND} is not among those who may know of A-1`);
    for (const stranger of [SECOND, '邻县局'])
      expect(() => transmit(stranger, FIRST)).toThrow(`${stranger} is not among those who may know of A-1`);
    transmit('县局', FIRST);
    add(ledger, { kind: 'return', carrier: 'A-1', from: '县局' });
    // Back to whom it came from, who knows of it anyway.
    transmit('市局', FIRST);
    expect(ledger.carriers.get('A-1')).toMatchObject({ state: 'TRANSMITTED', holder: '市局' });
  });

  it('enrols nobody twice, not under a name that only looks like another either', () => {
    const ledger = openLedger();
    const { name: _name, ...key } = PEOPLE[0]!.person;
    for (const likeness of [FIRST, `${FIRST}\u200b`, [...FIRST].join(' '), `\u2800${FIRST}`])
      expect(() => add(ledger, { kind: 'enrol', person: likeness, ...key, keyId: 'k1_other' })).toThrow(
        /looks the same/,
      );
    // Marks that are seen make another name.
    add(ledger, { kind: 'enrol', person: 'ཀི', ...key, keyId: 'k1_1' });
    add(ledger, { kind: 'enrol', person: 'ཀུ', ...key, keyId: 'k1_2' });
  });

  it('takes no entry of a stranger, or of a clock that went back', () => {
    const ledger = openLedger();
    expect(() => add(ledger, receive('A-1'), '陌生人')).toThrow(/not enrolled/);
    expect(() => add(ledger, receive('A-1'), FIRST, '2026-03-01T00:00:00.000Z')).toThrow(/clock/);
  });

  it('reports what is overdue from the day after, until it is back', () => {
    const ledger = openLedger();
    for (const no of NUMBERS) add(ledger, receive(no));
    add(ledger, { kind: 'issue', carrier: 'A-1', to: SECOND, dueOn: '2026-03-10' });
    add(ledger, { kind: 'transmit', carrier: 'A-2', to: '县局', courier: SECOND, dueOn: '2026-03-05' });
    const overdue = (day: string) => findOverdue(ledger, day).map(({ no }) => no);
    expect([overdue('2026-03-05'), overdue('2026-03-06'), overdue('2026-03-11')]).toEqual([
      [],
      ['A-2'],
      ['A-2', 'A-1'],
    ]);
    add(ledger, { kind: 'return', carrier: 'A-2', from: '县局' });
    expect(overdue('2026-03-11')).toEqual(['A-1']);
  });

  it('reports a medium that was seen on both sides, with every sighting', () => {
    const ledger = openLedger();
    for (const no of NUMBERS) add(ledger, receive(no));
    for (const no of NUMBERS)
      add(ledger, { kind: 'inspect', carrier: no, side: 'CLASSIFIED', machine: '内机' });
    expect(findViolations(ledger)).toEqual([]);
    add(ledger, { kind: 'inspect', carrier: 'A-2', side: 'OPEN', machine: '外机' });
    expect(findViolations(ledger)).toMatchObject([
      { carrier: { no: 'A-2' }, sightings: [{ machine: '内机' }, { machine: '外机', side: 'OPEN' }] },
    ]);
  });
});
