/** Where the guard stands. */
export const GUARD_GATES = ['SCHEMA', 'INGEST', 'STORAGE', 'EGRESS'] as const;

/** One of {@link GUARD_GATES}. */
export type GuardGate = (typeof GUARD_GATES)[number];

/** What may become of an incident, in order. */
export type IncidentState = 'DETECTED' | 'BLOCKED' | 'REPORTED' | 'FALSE_POSITIVE' | 'CONFIRMED' | 'CLOSED';

/** One step that an incident may take. */
export interface IncidentMove {
  /** Null where it begins. */
  readonly from: IncidentState | null;
  readonly to: IncidentState;
  /** Whether the gate takes the step itself, or a person. */
  readonly by: 'gate' | 'person';
  /** How many different persons have to say so before it counts. */
  readonly persons: number;
}

/**
 * Every step that an incident may take, and no other. The gate detects and blocks in one go; a person reports it to whoever
 * answers for secrecy, and judges it. One person is enough to confirm a mark; to release one it takes two.
 */
export const INCIDENT_MOVES: readonly IncidentMove[] = [
  { from: null, to: 'DETECTED', by: 'gate', persons: 1 },
  { from: 'DETECTED', to: 'BLOCKED', by: 'gate', persons: 1 },
  { from: 'BLOCKED', to: 'REPORTED', by: 'person', persons: 1 },
  { from: 'REPORTED', to: 'FALSE_POSITIVE', by: 'person', persons: 2 },
  { from: 'REPORTED', to: 'CONFIRMED', by: 'person', persons: 1 },
  { from: 'FALSE_POSITIVE', to: 'CLOSED', by: 'person', persons: 1 },
  { from: 'CONFIRMED', to: 'CLOSED', by: 'person', persons: 1 },
];

/** The step from one state to another; undefined where there is none. */
export function findMove(from: IncidentState | null, to: IncidentState): IncidentMove | undefined {
  return INCIDENT_MOVES.find((move) => move.from === from && move.to === to);
}
