import type { CarrierEvent } from './entry.ts';

/** Where a carrier is. ABSENT is one that the ledger does not know. */
export const CARRIER_STATES = ['ABSENT', 'RECEIVED', 'STORED', 'ISSUED', 'TRANSMITTED', 'DESTROYED'] as const;

export type CarrierState = (typeof CARRIER_STATES)[number];

interface Transition {
  readonly from: readonly CarrierState[];
  /** Null where the carrier stays where it is. */
  readonly to: CarrierState | null;
}

const HELD = ['RECEIVED', 'STORED'] as const;

/** The closed loop of custody: 收、发、传、阅、存、销. What is not in this table cannot happen; nothing leaves DESTROYED. */
export const TRANSITIONS: Readonly<Record<CarrierEvent['kind'], Transition>> = {
  receive: { from: ['ABSENT'], to: 'RECEIVED' },
  return: { from: ['ISSUED', 'TRANSMITTED'], to: 'RECEIVED' },
  issue: { from: HELD, to: 'ISSUED' },
  transmit: { from: HELD, to: 'TRANSMITTED' },
  read: { from: [...HELD, 'ISSUED'], to: null },
  store: { from: HELD, to: 'STORED' },
  destroy: { from: HELD, to: 'DESTROYED' },
  inspect: { from: [...HELD, 'ISSUED', 'TRANSMITTED'], to: null },
  release: { from: HELD, to: null },
};
