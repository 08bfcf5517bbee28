import type { LukouError } from '../../base/index.ts';
import { foldPersonName } from '../../classification/index.ts';
import { verifyHand } from '../key/person-key.ts';
import type { Carrier, Person } from './carrier.ts';
import type { CarrierEvent, RegisterEntry, ReleaseEvent, SignedEvent } from './entry.ts';
import { moveCarrier } from './move-carrier.ts';
import { refuse } from './refuse.ts';
import { TRANSITIONS } from './transitions.ts';

const TWO_PERSONS = {
  destroy: {
    act: 'destruction',
    why: 'Two different persons destroy a carrier: one does it, another one watches.',
  },
  release: { act: 'release', why: 'Two different persons sign a release.' },
} as const;

/** The state that the entries add up to. {@link apply} is the only way to change it, and refuses what may not happen. */
export class Ledger {
  /** Null before the first entry. */
  register: string | null = null;
  unit = '';
  readonly persons = new Map<string, Person>();
  readonly carriers = new Map<string, Carrier>();
  readonly entries: RegisterEntry[] = [];
  private readonly packages = new Set<string>();

  /**
   * Adds an entry, or throws and changes nothing.
   *
   * @throws LukouError REGISTER_REFUSED saying why, and what may be done instead.
   */
  apply(entry: RegisterEntry): void {
    this.requireOrder(entry);
    const { event } = entry;
    if (event.kind === 'found') {
      this.register = event.register;
      this.unit = event.unit;
    } else if (event.kind === 'enrol') this.enrol(event);
    else if (event.kind !== 'cut') this.carriers.set(event.carrier, this.move(entry, event));
    if (event.kind === 'release') this.packages.add(event.statement.id);
    this.entries.push(entry);
  }

  /** @throws LukouError REGISTER_REFUSED where nobody of this name is enrolled. */
  requirePerson(name: string): Person {
    const person = this.persons.get(name);
    if (person === undefined)
      throw refuse(`${name} is not enrolled. Enrol the person first: lukou register enrol.`);
    return person;
  }

  /** @throws LukouError REGISTER_REFUSED where no carrier has this number. */
  requireCarrier(no: string): Carrier {
    const carrier = this.carriers.get(no);
    if (carrier === undefined)
      throw refuse(`No carrier has the number ${no}. lukou register list prints all of them.`);
    return carrier;
  }

  private requireOrder({ seq, at, by, event }: RegisterEntry): void {
    if (seq !== this.entries.length)
      throw refuse(`Entry ${seq} stands in the place of ${this.entries.length}.`);
    const last = this.entries.at(-1);
    if ((event.kind === 'found') !== (last === undefined))
      throw refuse('A ledger is founded once, at its beginning.');
    if (last !== undefined && at < last.at)
      throw refuse(
        `The clock says ${at}, but the last entry is of ${last.at}. Set the machine's clock first.`,
      );
    // The first person enrols alone, since nobody else can write yet.
    const isFirstPerson = event.kind === 'enrol' && this.persons.size === 0 && event.person === by;
    if (event.kind !== 'found' && !isFirstPerson) this.requirePerson(by);
  }

  private enrol({ kind: _kind, person, ...key }: Extract<RegisterEntry['event'], { kind: 'enrol' }>): void {
    const folded = foldPersonName(person);
    if ([...this.persons.keys()].some((known) => foldPersonName(known) === folded))
      throw refuse(`${person} is enrolled already, or somebody whose name looks the same.`);
    if ([...this.persons.values()].some(({ keyId }) => keyId === key.keyId))
      throw refuse('This key is another person’s.');
    this.persons.set(person, { name: person, ...key });
  }

  private move(entry: RegisterEntry, event: CarrierEvent): Carrier {
    const known = this.carriers.get(event.carrier);
    const state = known?.state ?? 'ABSENT';
    if (!TRANSITIONS[event.kind].from.includes(state)) throw refuseMove(event, state);
    if (event.kind === 'release') this.requireOwnRelease(event, entry.at);
    if ('signatures' in event) this.requireTwoPersons(event);
    return moveCarrier(known, entry, event, (name) => this.requirePerson(name));
  }

  /** A package names its register and no carrier, so one that is in the ledger already could be hung on another. */
  private requireOwnRelease({ statement }: ReleaseEvent, at: string): void {
    const { id, register, madeAt } = statement;
    if (register !== this.register) throw refuse(`Package ${id} was made by another register, ${register}.`);
    if (this.packages.has(id)) throw refuse(`Package ${id} is in the ledger already. Make a new one.`);
    if (madeAt > at) throw refuse(`Package ${id} says it was made at ${madeAt}, which is after its entry.`);
  }

  private requireTwoPersons(event: SignedEvent): void {
    const [first, second] = event.signatures.map(({ person }) => this.requirePerson(person));
    if (first!.keyId === second!.keyId) throw refuse(TWO_PERSONS[event.kind].why);
    for (const { person, signature } of event.signatures) {
      if (!verifyHand(this.register ?? '', event, this.requirePerson(person), signature))
        throw refuse(`The signature of ${person} does not fit this ${TWO_PERSONS[event.kind].act}.`);
    }
  }
}

function refuseMove({ kind, carrier }: CarrierEvent, state: Carrier['state']): LukouError {
  if (state === 'ABSENT') return refuse(`No carrier has the number ${carrier}. Receive it first.`);
  if (state === 'DESTROYED') return refuse(`${carrier} is destroyed; nothing can happen to it any more.`);
  if (kind === 'receive')
    return refuse(`${carrier} is in the ledger already. A carrier that comes back is returned.`);
  const allowed = TRANSITIONS[kind].from.filter((from) => from !== 'ABSENT').join(' or ');
  return refuse(`${carrier} is ${state}; to ${kind} it, it has to be ${allowed}.`);
}
