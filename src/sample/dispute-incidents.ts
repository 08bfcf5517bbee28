import { DAY_MS, formatInstant, HOUR_MS } from './period.ts';
import { substream } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

type Warning = SampleRecord<'DisputeWarning'>;
type Incident = SampleRecord<'DisputeIncident'>;

/** Days that the calls before a warning lie in: fewer than the window of the model. */
const SPREAD_DAYS = 80;

/** The calls that each warning was scored from: the newest an hour or more before it was pushed. */
export function* disputeIncidents(warnings: Iterable<Warning>, seed: number): Generator<Incident> {
  for (const warning of warnings) yield* callsBefore(warning, seed);
}

function* callsBefore(warning: Warning, seed: number): Generator<Incident> {
  const { id, subjectRef, factors, pushedAt, divisionCode, handlingUnit } = warning;
  const random = substream(seed, `calls before ${id}`, 0);
  const has = (code: string): boolean => factors.some((factor) => factor.code === code);
  const calls = factors.find(({ code }) => code === 'CALLS_IN_3_MONTHS')!.count;
  const newestMs = Date.parse(pushedAt) - random.whole(1, 4) * HOUR_MS;
  const relationship = has('SPOUSES') ? 'SPOUSES' : random.pick(['PARENT_CHILD', 'RELATIVES'] as const);
  for (let back = 0; back < calls; back++) {
    const daysBefore = Math.floor(((back - random.fraction() * 0.5) * SPREAD_DAYS) / calls);
    yield {
      id: `${id.replace('WN', 'JQ')}-${calls - back}`,
      occurredAt: formatInstant(back === 0 ? newestMs : newestMs - Math.max(daysBefore, 1) * DAY_MS),
      kind: 'MARRIAGE_FAMILY',
      // Who they are to each other was noted once.
      relationship: back === 0 ? relationship : null,
      // The violence came last, and a warning letter was issued over the first call.
      physicalConflict: back === 0 && has('PHYSICAL_CONFLICT'),
      warningLetter: back === calls - 1 && has('PRIOR_WARNING_LETTER'),
      subjectRef,
      station: handlingUnit ?? null,
      divisionCode: divisionCode ?? null,
      onlineLabel: 'SENSITIVE',
    };
  }
}
