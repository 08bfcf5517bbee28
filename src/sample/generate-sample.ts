import type { RecordTypeName } from '../ingest/index.ts';
import { casePartyRows, detentionRow, followUpRows } from './case-rows.ts';
import { CASE_FILES } from './case-files.ts';
import { disputeIncidents } from './dispute-incidents.ts';
import { disputeWarnings, warningSubjects } from './dispute-warnings.ts';
import { DIVISIONS } from './divisions.ts';
import { Fleet } from './fleet.ts';
import { MediationCases, type CaseFile } from './mediation-cases.ts';
import { buildNetwork } from './network.ts';
import { RoadAccidents } from './road-accidents.ts';
import { roadClosures } from './road-closures.ts';
import { roadHindrances } from './road-hindrances.ts';
import type { SampleRecord, SampleStream } from './sample-record.ts';
import { SAMPLE_SIZES, type SampleSizeName } from './sample-size.ts';
import { FlowStations } from './stream-flow.ts';
import { streamGantryPassages } from './stream-gantry-passages.ts';
import { streamPassages } from './stream-passages.ts';
import { streamViolations } from './stream-violations.ts';

/** The seed of the sample that `npm start` makes and the tests know the answers of. */
export const SAMPLE_SEED = 20_251_201;

/** What to generate. */
export interface SampleOptions {
  readonly size: SampleSizeName;
  /** A whole number; {@link SAMPLE_SEED} by default. */
  readonly seed?: number;
}

/**
 * The synthetic sample of Hulunbuir: one stream for each record type, in the order in which they can be loaded. The
 * same size and seed give the same rows on every machine. Nobody and nothing in it is real but towns and roads' names.
 */
export function generateSample({ size, seed = SAMPLE_SEED }: SampleOptions): SampleStream[] {
  const amounts = SAMPLE_SIZES[size];
  const network = buildNetwork(seed);
  const { segments, crosswalk, gantries, checkpoints } = network;
  const fleet = new Fleet(seed, amounts.vehicles);
  const flow = new FlowStations(network, amounts.continuousStations, seed);
  const accidents = new RoadAccidents(segments, amounts.accidents, seed);
  const cases = new MediationCases(accidents, amounts.mediationCases, seed);
  const closures = [...roadClosures(segments, seed), ...roadHindrances(segments, seed)];
  const passages = { checkpoints, fleet, seed, count: amounts.checkpointPassages };
  const tolls = {
    gantries,
    fleet,
    seed,
    count: tollCount(amounts.checkpointPassages, gantries, checkpoints),
  };
  const offences = { network, fleet, seed, count: amounts.violations };

  return [
    whole('AdminDivision', DIVISIONS),
    whole(
      'RoadSegment',
      segments.map(({ record }) => record),
    ),
    whole('RoadCrosswalk', crosswalk),
    whole(
      'Gantry',
      gantries.map(({ record }) => record),
    ),
    stream('FlowObservation', flow.count, () => flow.rows()),
    stream('GantryPassage', tolls.count, () => streamGantryPassages(tolls)),
    stream('RoadEvent', closures.length + accidents.count, () => roadEvents(closures, accidents)),
    whole(
      'Checkpoint',
      checkpoints.map(({ record }) => record),
    ),
    whole(
      'Lane',
      checkpoints.flatMap(({ lanes }) => lanes),
    ),
    stream('CheckpointPassage', passages.count, () => streamPassages(passages)),
    stream('Violation', offences.count, () => streamViolations(offences)),
    counted('DisputeIncident', () => disputeIncidents(disputeWarnings(cases, amounts.warnings, seed), seed)),
    stream('MediationCase', cases.count, () => perCase(cases, ({ record }) => [record])),
    counted('MediationParty', () => perCase(cases, casePartyRows)),
    counted('FollowUp', () => perCase(cases, (file) => followUpRows(file, seed))),
    counted('DetentionMediation', () =>
      perCase(cases, (file) => [detentionRow(file, seed)].filter((row) => row !== null)),
    ),
    stream('DisputeWarning', amounts.warnings, () => disputeWarnings(cases, amounts.warnings, seed)),
    stream('WarningSubject', amounts.warnings, () =>
      warningSubjects(disputeWarnings(cases, amounts.warnings, seed), seed),
    ),
    whole('CaseFile', CASE_FILES),
  ];
}

/** Gantries see as much of a segment's traffic as checkpoints do. */
function tollCount(
  passages: number,
  gantries: readonly Weighted[],
  checkpoints: readonly Weighted[],
): number {
  return Math.round((passages * totalWeight(gantries)) / totalWeight(checkpoints));
}

interface Weighted {
  readonly weight: number;
}

function totalWeight(sites: readonly Weighted[]): number {
  return sites.reduce((sum, { weight }) => sum + weight, 0);
}

function* roadEvents(
  closures: readonly SampleRecord<'RoadEvent'>[],
  accidents: RoadAccidents,
): Generator<SampleRecord<'RoadEvent'>> {
  yield* closures;
  for (let index = 0; index < accidents.count; index++) yield accidents.accident(index).record;
}

function* perCase<Row>(cases: MediationCases, rowsOf: (file: CaseFile) => readonly Row[]): Generator<Row> {
  for (const file of cases.files()) yield* rowsOf(file);
}

function stream<Type extends RecordTypeName>(
  type: Type,
  count: number,
  rows: () => Iterable<SampleRecord<Type>>,
): SampleStream<Type> {
  return { type, count, rows };
}

function whole<Type extends RecordTypeName>(
  type: Type,
  rows: readonly SampleRecord<Type>[],
): SampleStream<Type> {
  return { type, count: rows.length, rows: () => rows };
}

/** A stream whose rows must be made to be counted: a few for each mediation case. */
function counted<Type extends RecordTypeName>(
  type: Type,
  rows: () => Iterable<SampleRecord<Type>>,
): SampleStream<Type> {
  let known: number | undefined;
  return {
    type,
    rows,
    get count(): number {
      known ??= countRows(rows());
      return known;
    },
  };
}

function countRows(rows: Iterable<unknown>): number {
  const reader = rows[Symbol.iterator]();
  let count = 0;
  while (reader.next().done !== true) count++;
  return count;
}
