import type { Incident } from './incident.ts';
import { scoreSubject } from './score-subject.ts';
import type { ScoringModel } from './scoring-model.ts';
import type { Warning } from './warning.ts';
import { warningId } from './warning-id.ts';

const DAY_MS = 86_400_000;

/**
 * A warning that calls give reason for, before it is pushed. Its id is made of the person, the model and the calls that
 * counted: the same facts have the same id, whoever finds them again. It is handled by the station that went to the newest.
 */
export interface FoundWarning extends Warning {
  readonly scoredAtMs: number;
  readonly scoreSha256: string;
}

/**
 * The warnings that calls give reason for. A person is scored as of their newest call: a call raises a warning, and no
 * warning is raised, or raised again, because time passes. Whoever last called longer ago than the model's shortest window
 * is left out.
 */
export function findWarnings(
  model: ScoringModel,
  incidents: readonly Incident[],
  nowMs: number,
): readonly FoundWarning[] {
  const shortestMs = Math.min(...model.factors.map(({ windowDays }) => windowDays)) * DAY_MS;
  const known = incidents.filter(
    ({ kind, occurredAtMs }) => occurredAtMs <= nowMs && model.about.includes(kind),
  );
  const bySubject = Map.groupBy(known, ({ subjectRef }) => subjectRef);
  return [...bySubject].flatMap(([subjectRef, calls]) => {
    const newest = newestOf(calls);
    if (newest === undefined || newest.occurredAtMs <= nowMs - shortestMs) return [];
    const { level, incidentIds, sha256, score, factors } = scoreSubject(model, calls, newest.occurredAtMs);
    if (level === null) return [];
    return {
      id: warningId([model.model, subjectRef, incidentIds]),
      modelId: model.model,
      modelVersion: model.version,
      score,
      factors,
      level: level.level,
      jointUnits: level.jointUnits,
      subjectRef,
      divisionCode: newest.divisionCode,
      handlingUnit: newest.station,
      scoredAtMs: newest.occurredAtMs,
      scoreSha256: sha256,
    };
  });
}

/** How far back from its instant a score may look. */
export function longestWindowMs({ factors }: ScoringModel): number {
  return Math.max(...factors.map(({ windowDays }) => windowDays)) * DAY_MS;
}

/** Of two calls at one instant the one with the later id, so that their order does not matter. */
function newestOf(calls: readonly Incident[]): Incident | undefined {
  return calls.toSorted((a, b) => a.occurredAtMs - b.occurredAtMs || (a.id < b.id ? -1 : 1)).at(-1);
}
