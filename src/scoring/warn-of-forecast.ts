import type { Warning } from './warning.ts';
import { warningId } from './warning-id.ts';

const MODEL = 'MEDIATION_FORECAST';
const TABLE_VERSION = '1.0.0';

/** What of a mediation case may become known to the police: that it is there, where, and what is feared. */
export interface ForecastCase {
  readonly id: string;
  readonly forecast: string | null;
  readonly divisionCode: string | null;
  /** The committee (调委会) that mediates. */
  readonly committeeId: string | null;
}

/** A warning that mediators owe the police. */
export interface ForecastWarning extends Warning {
  readonly modelId: typeof MODEL;
  /** A forecast is somebody's judgement: it has no points. */
  readonly score: 0;
  /** Names the case: parties of a mediation are not told (人民调解法 art. 15). */
  readonly subjectRef: string;
  readonly caseId: string;
}

/**
 * The kinds of forecast that must be reported (人民调解法 art. 25: 可能激化, 可能引起治安案件、刑事案件), SF/T 0018 codes 3 and 5. No
 * other kind leaves mediation.
 */
const REPORTED: Readonly<Record<string, Pick<ForecastWarning, 'level' | 'jointUnits'>>> = {
  MAY_TURN_CRIMINAL: { level: 'ORANGE', jointUnits: ['POLICE_STATION', 'JUDICIAL_OFFICE'] },
  GROUP_FIGHT: { level: 'RED', jointUnits: ['POLICE_STATION', 'JUDICIAL_OFFICE'] },
};

/** The forecasts that a warning may be made of. */
export const REPORTED_FORECASTS: readonly string[] = Object.keys(REPORTED);

/** The warning that a case makes possible; null where its forecast is of another kind. One case and forecast, one warning. */
export function warnOfForecast({
  id,
  forecast,
  divisionCode,
  committeeId,
}: ForecastCase): ForecastWarning | null {
  const reported = forecast !== null && Object.hasOwn(REPORTED, forecast) ? REPORTED[forecast] : undefined;
  if (forecast === null || reported === undefined) return null;
  return {
    id: warningId([MODEL, id, forecast]),
    modelId: MODEL,
    modelVersion: TABLE_VERSION,
    score: 0,
    factors: [{ code: forecast, weight: 0, count: 1, contribution: 0 }],
    ...reported,
    subjectRef: `CASE-${id}`,
    divisionCode,
    handlingUnit: committeeId,
    caseId: id,
  };
}
