import type { RecordTypeName } from '../../ingest/index.ts';
import type { MachineName } from '../../loops/index.ts';
import type { NamedStatement } from '../run-named.ts';

// A step has locked its item when it numbers its event, and an intake has numbered some events when it comes to the next
// item: each would wait for the other. So an intake begins when no step of its loop is under way, and steps wait for its
// end, as they would for its numbers; one another they let pass.
const NUMBERED: ReadonlySet<RecordTypeName | MachineName> = new Set(['DisputeWarning', 'RoadEvent'] as const);

const turnOf = (loop: string): string => `hashtextextended('live.steps ' || ${loop}, 0)`;

const LET_STEP: NamedStatement = {
  name: 'live.let-step',
  text: `select pg_advisory_xact_lock_shared(${turnOf('$1')})`,
};

/** What a step has to send before it locks its item; null where its loop numbers no changes. */
export function letStep(machine: MachineName): NamedStatement | null {
  return NUMBERED.has(machine) ? LET_STEP : null;
}

/** What an intake has to send before it writes rows of a type, as SQL. */
export function holdSteps(type: RecordTypeName): readonly string[] {
  return NUMBERED.has(type) ? [`select pg_advisory_xact_lock(${turnOf(`'${type}'`)})`] : [];
}
