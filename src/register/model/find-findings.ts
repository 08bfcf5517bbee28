import type { Carrier } from './carrier.ts';
import type { Ledger } from './ledger.ts';

/** Carriers that should be back by now, the longest overdue first. `today` is a day like 2026-03-02. */
export function findOverdue(ledger: Ledger, today: string): readonly Carrier[] {
  return [...ledger.carriers.values()]
    .filter(({ dueOn }) => dueOn !== null && dueOn < today)
    .toSorted((a, b) => (a.dueOn! < b.dueOn! ? -1 : 1));
}

/** Where and when a medium was seen. */
export interface Sighting {
  readonly side: 'CLASSIFIED' | 'OPEN';
  readonly machine: string;
  readonly at: string;
  readonly by: string;
}

/** A registered medium that was seen on an open machine: it carries what is classified out, or the open net in. */
export interface Violation {
  readonly carrier: Carrier;
  /** All sightings of it, on either side. */
  readonly sightings: readonly Sighting[];
}

/** Media used on both sides (交叉使用): all media of this ledger are classified, so one open sighting is enough. */
export function findViolations(ledger: Ledger): readonly Violation[] {
  return [...ledger.carriers.values()]
    .map((carrier) => ({ carrier, sightings: sightingsOf(carrier) }))
    .filter(({ sightings }) => sightings.some(({ side }) => side === 'OPEN'));
}

function sightingsOf({ history }: Carrier): Sighting[] {
  return history.flatMap(({ event, at, by }) =>
    event.kind === 'inspect' ? [{ side: event.side, machine: event.machine, at, by }] : [],
  );
}
