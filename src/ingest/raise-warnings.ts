import {
  findWarnings,
  type ForecastCase,
  type ForecastWarning,
  type FoundWarning,
  type Incident,
  longestWindowMs,
  type ScoringModel,
  warnOfForecast,
} from '../scoring/index.ts';
import { type IngestPorts, ingestRecords } from './flow.ts';
import type { LabelledRow } from './map-rows.ts';
import type { IngestReceipt } from './receipt.ts';

/** What scoring reads; src/storage implements it. */
export interface WarningDesk {
  /** Calls after the first instant, up to and with the second. */
  listIncidents(afterMs: number, untilMs: number): Promise<readonly Incident[]>;
  /** Open cases of mediation with a forecast that must be reported. */
  listForecasts(): Promise<readonly ForecastCase[]>;
  /** Which of these are there already, or are covered by one that a file brought after the newest of their calls. */
  findKnown(warnings: readonly RaisedWarning[]): Promise<ReadonlySet<string>>;
}

/** A warning as it was found. */
export type RaisedWarning = FoundWarning | ForecastWarning;

/** What to score by, and as of when. */
export interface RaiseOrder {
  readonly model: ScoringModel;
  readonly atMs: number;
  /** Whether to push what is found; else it is only shown. */
  readonly push: boolean;
}

/** What was found, without what was known before; and the receipt where it was pushed. */
export interface Raised {
  readonly warnings: readonly RaisedWarning[];
  readonly known: number;
  readonly receipt: IngestReceipt | null;
}

/**
 * Scores the calls, and pushes what gives reason for a warning: guarded, recorded and published as any other records are.
 * The same facts are pushed once, however often it is run.
 *
 * @throws LukouError as `ingestRecords`.
 */
export async function raiseWarnings(
  { model, atMs, push }: RaiseOrder,
  desk: WarningDesk,
  ports: IngestPorts,
): Promise<Raised> {
  // A score is as of a call within the shortest window, and looks back from there by the longest.
  const incidents = await desk.listIncidents(atMs - 2 * longestWindowMs(model), atMs);
  const forecasts = (await desk.listForecasts()).flatMap((file) => warnOfForecast(file) ?? []);
  const found = [...findWarnings(model, incidents, atMs), ...forecasts];
  const known = await desk.findKnown(found);
  const warnings = found.filter(({ id }) => !known.has(id));
  const receipt =
    push && warnings.length > 0
      ? await ingestRecords(
          {
            type: 'DisputeWarning',
            rows: warnings.map((warning) => toRecord(warning, atMs)),
            sourceName: `warnings ${model.model} ${model.version}`,
            madeBy: model.sha256,
          },
          ports,
        )
      : null;
  return { warnings, known: known.size, receipt };
}

function toRecord(warning: RaisedWarning, atMs: number): LabelledRow<'DisputeWarning'> {
  const { factors, jointUnits, ...rest } = warning;
  const pushedAt = new Date(atMs).toISOString();
  const onlineLabel = 'SENSITIVE' as const;
  const record = { factors: [...factors], jointUnits: [...jointUnits], pushedAt, onlineLabel };
  if ('caseId' in rest) return { ...rest, ...record, status: 'SCORED' };
  const { scoredAtMs, ...scored } = rest;
  return { ...scored, ...record, status: 'PUSHED', scoredAt: new Date(scoredAtMs).toISOString() };
}
