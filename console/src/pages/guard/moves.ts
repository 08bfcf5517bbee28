import type { GuardIncidentState } from '../../graphql/generated.ts';

/** A step that a person may take: the gateway's own table is src/classification/incident-moves.ts, and a test compares them. */
export interface Move {
  readonly from: GuardIncidentState;
  readonly to: GuardIncidentState;
  /** How many different persons have to say so. */
  readonly persons: 1 | 2;
}

export const MOVES: readonly Move[] = [
  { from: 'BLOCKED', to: 'REPORTED', persons: 1 },
  { from: 'REPORTED', to: 'FALSE_POSITIVE', persons: 2 },
  { from: 'REPORTED', to: 'CONFIRMED', persons: 1 },
  { from: 'FALSE_POSITIVE', to: 'CLOSED', persons: 1 },
  { from: 'CONFIRMED', to: 'CLOSED', persons: 1 },
];
