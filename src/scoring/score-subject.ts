import { canonicalJson, sha256Hex } from '../base/index.ts';
import type { Incident } from './incident.ts';
import type { Factor, ScoringModel } from './scoring-model.ts';

const DAY_MS = 86_400_000;

/** What one factor adds to a score. */
export interface ScoredFactor {
  readonly code: string;
  /** Points for each call. */
  readonly weight: number;
  /** How many calls are so, also where not all of them count. */
  readonly count: number;
  /** Points that it adds. */
  readonly contribution: number;
}

/** A score and all that it is made of. */
export interface Score {
  readonly score: number;
  /** Null below the lowest level. */
  readonly level: ScoringModel['levels'][number] | null;
  /** Those that add something, in the model's order. */
  readonly factors: readonly ScoredFactor[];
  /** The calls that counted, in order of their ids. */
  readonly incidentIds: readonly string[];
  /** SHA-256 of the model, the instant, what was counted and what came of it: equal only where a replay is. */
  readonly sha256: string;
}

/**
 * Scores one person's calls by a model, as of an instant. Pure: the same calls, in whatever order, the same version of a
 * model and the same instant give the same score, whenever it is made again.
 */
export function scoreSubject(model: ScoringModel, incidents: readonly Incident[], atMs: number): Score {
  const about = incidents.filter(({ kind }) => model.about.includes(kind));
  const counted = new Set<string>();
  const factors = model.factors.flatMap((factor) => {
    const calls = about.filter((incident) => isIn(factor, incident, atMs));
    for (const { id } of calls) counted.add(id);
    const { code, weight, most } = factor;
    const contribution = weight * Math.min(calls.length, most);
    return calls.length === 0 ? [] : [{ code, weight, count: calls.length, contribution }];
  });
  const score = factors.reduce((sum, { contribution }) => sum + contribution, 0);
  const level = model.levels.find(({ from }) => score >= from) ?? null;
  const incidentIds = [...counted].toSorted();
  const made = { model: model.sha256, atMs, incidentIds, factors, score, level: level?.level ?? null };
  return { score, level, factors, incidentIds, sha256: sha256Hex(canonicalJson(made)) };
}

/** Whether a factor counts a call. The window is open at its far end and closed at the instant: (at - window, at]. */
function isIn({ windowDays, where }: Factor, incident: Incident, atMs: number): boolean {
  const { occurredAtMs, relationship } = incident;
  return (
    occurredAtMs <= atMs &&
    occurredAtMs > atMs - windowDays * DAY_MS &&
    (where.physicalConflict === undefined || incident.physicalConflict) &&
    (where.warningLetter === undefined || incident.warningLetter) &&
    (where.relationships === undefined ||
      (relationship !== null && where.relationships.includes(relationship)))
  );
}
