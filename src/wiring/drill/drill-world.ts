import type { AuditLog, IncidentDesk } from '../../audit/index.ts';
import { stoppedClock } from '../../base/index.ts';
import type { GuardGate } from '../../classification/index.ts';
import type { Edition } from '../../request/index.ts';
import type { Database } from '../../storage/index.ts';

/** What the four gates are drilled in. */
export interface DrillWorld {
  readonly database: Pick<Database, 'app' | 'ingest'>;
  readonly audit: AuditLog;
  readonly incidents: IncidentDesk;
  readonly takeEdition: () => Edition & Disposable;
  /** Told everything that anybody is told. */
  readonly onSaid: (text: string) => void;
  /**
   * Gates to leave out, for tests that show that each one stops what comes to it; the command leaves none out. The gate of
   * the database is left out by changing the database.
   */
  readonly without: ReadonlySet<GuardGate>;
}

/** A text as it is brought to the gates, and as it is written where a code belongs. */
export interface Brought {
  readonly text: string;
  readonly code: string;
}

/** Inside every sample agreement, so that the drill is the same on any day. */
export const DRILL_CLOCK = stoppedClock('2026-03-02T09:00:00+08:00');

/** The incident desk as one gate sees it: a gate that is left out takes everything for released. */
export function gateOf(gate: GuardGate, { incidents, without }: DrillWorld): IncidentDesk {
  if (!without.has(gate)) return incidents;
  return { ...incidents, released: () => Promise.resolve(EVERYTHING) };
}

class Everything extends Set<string> {
  override get size(): number {
    return 1;
  }
  override has(): boolean {
    return true;
  }
}
const EVERYTHING = new Everything();
