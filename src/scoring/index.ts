export { findWarnings, longestWindowMs, type FoundWarning } from './find-warnings.ts';
export { INCIDENT_KINDS, RELATIONSHIPS, type Incident } from './incident.ts';
export { scoreSubject, type Score, type ScoredFactor } from './score-subject.ts';
export { readScoringModel, WARNING_LEVELS, type ModelProblems, type ScoringModel } from './scoring-model.ts';
export {
  REPORTED_FORECASTS,
  warnOfForecast,
  type ForecastCase,
  type ForecastWarning,
} from './warn-of-forecast.ts';
