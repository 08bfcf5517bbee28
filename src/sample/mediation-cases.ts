import { CaseOrder } from './case-order.ts';
import { caseProgress, settledCase } from './case-progress.ts';
import { DETENTION_STORY_ORDINAL, DETENTION_STORY_SURNAMES, tellCase } from './case-story.ts';
import { tieCase } from './case-ties.ts';
import type { DisputeProfile } from './dispute-kinds.ts';
import { COUNTIES, requireCounty } from './divisions.ts';
import { inventPerson, type Person } from './people.ts';
import {
  DAY_MS,
  HOUR_MS,
  PERIOD_DAYS,
  PERIOD_END_MS,
  PERIOD_START_MS,
  formatInstant,
  midnightOf,
} from './period.ts';
import { substream, type Random } from './random.ts';
import type { RoadAccidents } from './road-accidents.ts';
import type { SampleRecord } from './sample-record.ts';
import { WeightedChoice } from './weighted-choice.ts';

type MediationCase = SampleRecord<'MediationCase'>;

/** A case with what its parties, follow-ups and warnings are made from. */
export interface CaseFile {
  readonly index: number;
  readonly record: MediationCase;
  readonly parties: readonly Person[];
  readonly acceptedAtMs: number;
  readonly closedAtMs: number | null;
  /** Whether a party was in the detention centre: every thirteenth case between neighbours. */
  readonly isDetention: boolean;
}

/** Accidents are mediated 3 to 20 days after they happened; three of 25 cases name none. */
const LAG_DAYS = { low: 3, high: 20 } as const;
const DETENTION_EVERY = 13;
const REPEAT_EVERY = 15;

/** The mediation cases, none of them stored: case `index` is computed from its number. */
export class MediationCases {
  readonly count: number;
  readonly order: CaseOrder;
  readonly #seed: number;
  readonly #accidents: RoadAccidents;
  readonly #counties = new WeightedChoice(COUNTIES.map(({ caseShare }) => caseShare));
  /** How many family cases lie between two cases of one couple: a month of them. */
  readonly #repeatAfter: number;

  constructor(accidents: RoadAccidents, count: number, seed: number) {
    this.count = count;
    this.order = new CaseOrder(seed);
    this.#seed = seed;
    this.#accidents = accidents;
    this.#repeatAfter =
      REPEAT_EVERY * Math.floor(this.order.countOf('MARRIAGE_FAMILY', count) / 3 / REPEAT_EVERY);
  }

  /** Case number `index`, 0 to {@link count} - 1. */
  file(index: number): CaseFile {
    const random = substream(this.#seed, 'case', index);
    const profile = this.order.profile(index);
    const ordinal = this.order.ordinal(index);
    const isDetention = profile.kind === 'NEIGHBOUR' && ordinal % DETENTION_EVERY === 0;
    const accident = this.#accidentOf(profile, ordinal);
    const acceptedAtMs =
      accident === null ? this.#plannedMs(index, random) : officeHour(accident.atMs, random);
    const repeats = profile.kind === 'MARRIAGE_FAMILY' && ordinal % REPEAT_EVERY === REPEAT_EVERY - 1;
    const divisionCode = accident?.segment.divisionCode ?? this.#countyOf(profile, ordinal, repeats, random);
    const isFirstOfCouple =
      repeats && ordinal + this.#repeatAfter < this.order.countOf(profile.kind, this.count);
    const progress = isFirstOfCouple ? settledCase(acceptedAtMs) : caseProgress(acceptedAtMs, random);
    const county = requireCounty(divisionCode);
    const firstPerson =
      profile.kind === 'MARRIAGE_FAMILY' ? this.#firstOfCouple(ordinal, repeats) : index * 4;
    const surnames = isDetention && ordinal === DETENTION_STORY_ORDINAL ? DETENTION_STORY_SURNAMES : [];
    const parties = Array.from({ length: partyCount(index) }, (_, place) =>
      inventPerson(this.#seed, firstPerson + place, county.name, surnames[place]),
    );
    const { facts, agreement } = tellCase({ profile, ordinal, isDetention, parties }, random);
    const { closedAtMs, ...stage } = progress;
    const committeeId = `TW-${divisionCode}-${random.whole(1, 6)}`;
    const roomId = isDetention
      ? `TS-${divisionCode}-JLS`
      : random.chance(0.4)
        ? `TS-${divisionCode}-1`
        : null;
    const source = isDetention ? 'POLICE' : sourceOf(profile, random);

    return {
      index,
      parties,
      acceptedAtMs,
      closedAtMs,
      isDetention,
      record: {
        id: caseId(index),
        caseNo: `（${formatInstant(acceptedAtMs).slice(0, 4)}）${county.shortName}人调字第${index + 1}号`,
        committeeId,
        roomId,
        source,
        disputeKind: profile.kind,
        difficulty: random.chance(0.6)
          ? 'SIMPLE'
          : random.chance(0.8)
            ? 'ORDINARY'
            : random.pick(['MAJOR', 'DIFFICULT']),
        forecast: forecastOf(random),
        ...stage,
        amountYuan: amountOf(profile, random),
        remedies: stage.result === 'SUCCESS' ? [...profile.remedies] : [],
        facts,
        agreementText: stage.form === 'WRITTEN' ? agreement : null,
        divisionCode,
        segmentId: accident?.segment.id ?? null,
        roadEventId: accident?.record.id ?? null,
        acceptedAt: formatInstant(acceptedAtMs),
        closedAt: closedAtMs === null ? null : formatInstant(closedAtMs),
        ...tieCase({ kind: profile.kind, ordinal, source, divisionCode, isDetention }),
        onlineLabel: 'SENSITIVE',
      },
    };
  }

  /** Every case in turn. */
  *files(): Generator<CaseFile> {
    for (let index = 0; index < this.count; index++) yield this.file(index);
  }

  /** The accident that a road case is about: each accident has at most one case. */
  #accidentOf({ kind }: DisputeProfile, ordinal: number) {
    if (kind !== 'ROAD_ACCIDENT' || ordinal % 25 >= 22) return null;
    const first = this.#accidents.firstSince(PERIOD_START_MS - (LAG_DAYS.low - 1) * DAY_MS);
    const last = this.#accidents.firstSince(PERIOD_END_MS - (LAG_DAYS.high + 2) * DAY_MS);
    const part = ordinal / this.order.countOf(kind, this.count);
    return this.#accidents.accident(first + Math.floor(part * (last - first)));
  }

  #plannedMs(index: number, random: Random): number {
    const day = Math.floor((index / this.count) * PERIOD_DAYS);
    return PERIOD_START_MS + day * DAY_MS + officeMs(random);
  }

  #countyOf(profile: DisputeProfile, ordinal: number, repeats: boolean, random: Random): string {
    const drawn = COUNTIES[this.#counties.at(random.fraction())]!.code;
    if (!repeats) return drawn;
    // Both cases of a couple lie in one county.
    const couple = substream(this.#seed, `county ${profile.kind}`, ordinal % this.#repeatAfter);
    return COUNTIES[this.#counties.at(couple.fraction())]!.code;
  }

  /** Number of a couple's first person, beyond those of all other cases. */
  #firstOfCouple(ordinal: number, repeats: boolean): number {
    return 10_000_000 + (repeats ? ordinal % this.#repeatAfter : ordinal) * 4;
  }
}

/** How many parties a case has. */
function partyCount(index: number): number {
  return index % 9 === 4 ? 3 : 2;
}

/** The id of case number `index`. */
export function caseId(index: number): string {
  return `MC-${String(index + 1).padStart(6, '0')}`;
}

function officeHour(accidentMs: number, random: Random): number {
  return midnightOf(accidentMs) + random.whole(LAG_DAYS.low, LAG_DAYS.high) * DAY_MS + officeMs(random);
}

/** Between 08:30 and 17:30, on a minute. */
function officeMs(random: Random): number {
  return 8.5 * HOUR_MS + random.whole(0, 540) * 60_000;
}

function sourceOf({ kind }: DisputeProfile, random: Random): MediationCase['source'] {
  if (kind === 'ROAD_ACCIDENT') return random.chance(0.6) ? 'POLICE' : 'PARTY_APPLICATION';
  return random.pick([
    'PARTY_APPLICATION',
    'PARTY_APPLICATION',
    'PARTY_APPLICATION',
    'OWN_INITIATIVE',
    'OWN_INITIATIVE',
    'POLICE',
    'COURT',
    'PETITION',
    'OTHER_DEPARTMENT',
  ]);
}

function forecastOf(random: Random): MediationCase['forecast'] {
  const turn = random.fraction();
  if (turn < 0.93) return 'NORMAL';
  if (turn < 0.965) return 'MAY_TURN_CRIMINAL';
  if (turn < 0.975) return 'GROUP_FIGHT';
  return turn < 0.985 ? 'GROUP_PETITION' : turn < 0.99 ? 'SUICIDE_RISK' : 'OTHER';
}

function amountOf({ amountYuan }: DisputeProfile, random: Random): number | null {
  if (amountYuan === null || random.chance(0.1)) return null;
  return Math.round((amountYuan * random.between(0.2, 1) * random.between(0.5, 2.5)) / 10) * 10;
}
