import { RED_WARNING_ORDINAL } from './case-story.ts';
import { COUNTIES, requireCounty } from './divisions.ts';
import { caseId, type MediationCases } from './mediation-cases.ts';
import { inventPerson } from './people.ts';
import { DAY_MS, HOUR_MS, PERIOD_DAYS, PERIOD_END_MS, PERIOD_START_MS, formatInstant } from './period.ts';
import { mixBits, substream, type Random } from './random.ts';
import type { SampleRecord } from './sample-record.ts';

type Warning = SampleRecord<'DisputeWarning'>;

/** Points of the scoring model (article 001: frequency of calls, kind of dispute, relationship); the values are ours. */
const WEIGHTS = {
  CALLS_IN_3_MONTHS: 10,
  PHYSICAL_CONFLICT: 30,
  SPOUSES: 5,
  PRIOR_WARNING_LETTER: 15,
} as const;

/** From how many points each level begins: six calls and a physical conflict are RED. */
const LEVELS = [
  ['RED', 90],
  ['ORANGE', 60],
  ['YELLOW', 40],
  ['BLUE', 0],
] as const;

/** Beyond the numbers of all who have a case. */
const FIRST_SUBJECT = 1_000_000;

/** The warnings of disputes that may grow worse: the first is the case of article 001, the last just pushed. */
export function* disputeWarnings(cases: MediationCases, count: number, seed: number): Generator<Warning> {
  for (let index = 0; index < count; index++) {
    const random = substream(seed, 'warning', index);
    if (index === 0) yield firstWarning(cases, random);
    else if (index === count - 1) yield lastWarning(index, random);
    else yield laterWarning(index, count, cases, random);
  }
}

/** Six calls in three months, with physical conflict: RED; station, judicial office and women's federation together. */
function firstWarning(cases: MediationCases, random: Random): Warning {
  const { record, acceptedAtMs } = cases.file(cases.order.indexOf('MARRIAGE_FAMILY', RED_WARNING_ORDINAL));
  return {
    ...scored({ CALLS_IN_3_MONTHS: 6, PHYSICAL_CONFLICT: 1 }),
    id: warningId(0),
    status: 'FEEDBACK',
    subjectRef: pseudonym(0),
    ...handledIn(record.divisionCode!, random),
    caseId: record.id,
    pushedAt: formatInstant(acceptedAtMs - 20 * HOUR_MS),
  };
}

/** Red, pushed five hours before the sample ends, and not received yet although RED asks for that within the hour. */
function lastWarning(index: number, random: Random): Warning {
  return {
    ...scored({ CALLS_IN_3_MONTHS: 7, PHYSICAL_CONFLICT: 1, SPOUSES: 1 }),
    id: warningId(index),
    status: 'PUSHED',
    subjectRef: pseudonym(index),
    ...handledIn('150782', random),
    caseId: null,
    pushedAt: formatInstant(PERIOD_END_MS - 5 * HOUR_MS),
  };
}

function laterWarning(index: number, count: number, cases: MediationCases, random: Random): Warning {
  const factors = {
    CALLS_IN_3_MONTHS: 1 + Math.floor(random.fraction() * random.fraction() * 8),
    PHYSICAL_CONFLICT: random.chance(0.25) ? 1 : 0,
    SPOUSES: random.chance(0.7) ? 1 : 0,
    PRIOR_WARNING_LETTER: random.chance(0.1) ? 1 : 0,
  };
  // Two of three warnings lead to a case: that of the family whose turn it is.
  const families = cases.order.countOf('MARRIAGE_FAMILY', cases.count);
  const file =
    index % 3 === 0
      ? null
      : cases.file(cases.order.indexOf('MARRIAGE_FAMILY', Math.floor((index / count) * families)));
  const pushedMs =
    file === null
      ? PERIOD_START_MS + Math.floor((index / count) * PERIOD_DAYS * 24) * HOUR_MS
      : Math.max(PERIOD_START_MS, file.acceptedAtMs - random.whole(2, 40) * HOUR_MS);
  return {
    ...scored(factors),
    id: warningId(index),
    status: statusAfter((PERIOD_END_MS - pushedMs) / DAY_MS, random),
    subjectRef: pseudonym(index),
    ...handledIn(file?.record.divisionCode ?? random.pick(COUNTIES).code, random),
    caseId: file === null ? null : caseId(file.index),
    pushedAt: formatInstant(pushedMs),
  };
}

/** Who they are about, as the police hand it in beside a warning: invented, and of nobody's case. */
export function* warningSubjects(
  warnings: Iterable<Warning>,
  seed: number,
): Generator<SampleRecord<'WarningSubject'>> {
  let index = FIRST_SUBJECT;
  for (const { id, divisionCode } of warnings) {
    const county = requireCounty(divisionCode!).shortName;
    const { name, phone, address } = inventPerson(seed, index++, county);
    yield { warningId: id, name, phone, address, onlineLabel: 'SENSITIVE' };
  }
}

function scored(counts: Partial<Record<keyof typeof WEIGHTS, number>>) {
  const codes = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
  const factors = codes
    .map((code) => ({ code, weight: WEIGHTS[code], count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0);
  const score = factors.reduce((sum, { weight, count }) => sum + weight * count, 0);
  const level = LEVELS.find(([, from]) => score >= from)![0];
  const jointUnits: NonNullable<Warning['jointUnits']> =
    level === 'RED'
      ? ['POLICE_STATION', 'JUDICIAL_OFFICE', 'WOMENS_FEDERATION']
      : level === 'ORANGE'
        ? ['POLICE_STATION', 'JUDICIAL_OFFICE']
        : ['POLICE_STATION'];
  return {
    modelId: 'FAMILY_DISPUTE_CALLS',
    modelVersion: '1.2.0',
    score,
    factors,
    level,
    jointUnits,
    onlineLabel: 'SENSITIVE' as const,
  };
}

function handledIn(divisionCode: string, random: Random) {
  return {
    divisionCode,
    handlingUnit: `${requireCounty(divisionCode).shortName}第${'一二三'[random.whole(0, 2)]!}派出所`,
  };
}

function warningId(index: number): string {
  return `WN-${String(index + 1).padStart(5, '0')}`;
}

/** A name for a person that only the handling unit can open. */
function pseudonym(index: number): string {
  return `SUBJ-${(mixBits(index + 77) >>> 0).toString(16).padStart(8, '0').toUpperCase()}`;
}

/** City bureau pushes, county supervises, local unit handles, result fed back: within days. */
function statusAfter(days: number, random: Random): Warning['status'] {
  if (days < 1) return 'PUSHED';
  if (days < 3) return random.chance(0.5) ? 'PUSHED' : 'RECEIVED';
  if (days < 7) return random.pick(['RECEIVED', 'SUPERVISED', 'HANDLING']);
  if (days < 14) return random.pick(['HANDLING', 'FEEDBACK']);
  return random.chance(0.04) ? 'RETURNED' : 'CLOSED';
}
