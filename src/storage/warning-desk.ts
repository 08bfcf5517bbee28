import type pg from 'pg';
import type { WarningDesk } from '../ingest/index.ts';
import { type ForecastCase, type Incident, REPORTED_FORECASTS } from '../scoring/index.ts';
import { storageFault } from './storage-fault.ts';

const LIST_INCIDENTS = `
  select id, subject_ref as "subjectRef", kind, relationship,
    (extract(epoch from occurred_at) * 1000)::float8 as "occurredAtMs", physical_conflict as "physicalConflict",
    warning_letter as "warningLetter", division_code as "divisionCode", station
  from checkpoint.dispute_incident
  where occurred_at > $1::timestamptz and occurred_at <= $2::timestamptz`;

const LIST_FORECASTS = `
  select id, forecast, division_code as "divisionCode", committee_id as "committeeId"
  from mediation.mediation_case where forecast = any($1) and status <> 'ARCHIVED'`;

const FIND_KNOWN = `
  select found.id
  from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) as found (id, model_id, subject_ref, scored_at)
  where exists (
    select from mediation.dispute_warning known
    where known.id = found.id
       or known.scored_at is null and known.model_id = found.model_id
      and known.subject_ref = found.subject_ref and known.pushed_at >= found.scored_at)`;

/** What warnings are scored from, as the owner's intake sees it: every row. */
export function createWarningDesk(pool: pg.Pool): WarningDesk {
  return {
    listIncidents: (afterMs, untilMs) =>
      read<Incident>(LIST_INCIDENTS, [new Date(afterMs).toISOString(), new Date(untilMs).toISOString()]),
    listForecasts: () => read<ForecastCase>(LIST_FORECASTS, [REPORTED_FORECASTS]),
    async findKnown(warnings) {
      const rows = await read<{ readonly id: string }>(FIND_KNOWN, [
        warnings.map(({ id }) => id),
        warnings.map(({ modelId }) => modelId),
        warnings.map(({ subjectRef }) => subjectRef),
        warnings.map((warning) => ('caseId' in warning ? null : new Date(warning.scoredAtMs).toISOString())),
      ]);
      return new Set(rows.map(({ id }) => id));
    },
  };

  async function read<Row extends object>(text: string, values: readonly unknown[]): Promise<readonly Row[]> {
    try {
      return (await pool.query<Row>(text, [...values])).rows;
    } catch (error) {
      throw storageFault(error);
    }
  }
}
