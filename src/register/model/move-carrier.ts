import { dayOf } from '../../base/index.ts';
import type { Carrier, Person } from './carrier.ts';
import type { CarrierEvent, RegisterEntry } from './entry.ts';
import { refuse } from './refuse.ts';
import { TRANSITIONS } from './transitions.ts';

/** The carrier after an event that its state allows. Throws where the event's own terms do not hold. */
export function moveCarrier(
  known: Carrier | undefined,
  entry: RegisterEntry,
  event: CarrierEvent,
  requirePerson: (name: string) => Person,
): Carrier {
  if (event.kind === 'receive') {
    const { type, serial, custodian } = event.details;
    if (type === 'MEDIUM' && serial === undefined) throw refuse('A medium has a serial number: state it.');
    requirePerson(custodian);
    const place = { no: event.carrier, state: 'RECEIVED', holder: null, dueOn: null } as const;
    return { ...event.details, ...place, history: [entry] };
  }
  const carrier = known!;
  const state = TRANSITIONS[event.kind].to ?? carrier.state;
  return {
    ...carrier,
    ...settle(carrier, event, entry.at, requirePerson),
    state,
    history: [...carrier.history, entry],
  };
}

type Change = Partial<Pick<Carrier, 'holder' | 'dueOn' | 'cabinet' | 'custodian'>>;

function settle(
  carrier: Carrier,
  event: Exclude<CarrierEvent, { kind: 'receive' }>,
  at: string,
  requirePerson: (name: string) => Person,
): Change {
  switch (event.kind) {
    case 'issue':
      requireScope(carrier, requirePerson(event.to).name);
      requireFuture(event.dueOn, at);
      return { holder: event.to, dueOn: event.dueOn };
    case 'transmit':
      requireScope(carrier, requirePerson(event.courier).name);
      // Whoever sent it knows of it.
      if (event.to !== carrier.origin) requireScope(carrier, event.to);
      if (event.dueOn !== undefined) requireFuture(event.dueOn, at);
      return { holder: event.to, dueOn: event.dueOn ?? null };
    case 'return':
      if (event.from !== carrier.holder)
        throw refuse(`${carrier.no} is with ${carrier.holder}, so it comes back from there.`);
      return { holder: null, dueOn: null };
    case 'read':
      requireScope(carrier, requirePerson(event.reader).name);
      if (carrier.state === 'ISSUED' && event.reader !== carrier.holder)
        throw refuse(
          `${carrier.no} is issued to ${carrier.holder}, who may not pass it on. Return it first.`,
        );
      return {};
    case 'store':
      return {
        cabinet: event.cabinet,
        custodian: event.custodian === undefined ? carrier.custodian : requirePerson(event.custodian).name,
      };
    case 'inspect':
      if (carrier.type !== 'MEDIUM') throw refuse(`${carrier.no} is a document; only media are inspected.`);
      return {};
    case 'destroy':
    case 'release':
      return {};
  }
}

function requireScope({ no, scope }: Carrier, name: string): void {
  if (scope !== undefined && !scope.includes(name))
    throw refuse(`${name} is not among those who may know of ${no}.`);
}

function requireFuture(dueOn: string, at: string): void {
  if (dueOn < dayOf(Date.parse(at))) throw refuse(`The day of return, ${dueOn}, is over. Name a later one.`);
}
