import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Incident, readScoringModel, type ScoringModel } from '../../../src/scoring/index.ts';

const FILE = new URL('../../../scoring-models/family-dispute-calls.yaml', import.meta.url);

/** The shipped model as its file says. */
export const shipped = (): Record<string, unknown> =>
  parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>;

/** A model that reads; throws with its problems where it does not. */
export function modelOf(document: unknown): ScoringModel {
  const read = readScoringModel(document);
  if ('sha256' in read) return read;
  throw new TypeError(read.problems.join('\n'));
}

/** The instant that the tests score as of. */
export const AT_MS = Date.parse('2026-02-28T20:00:00+08:00');

/** A call about a family, of which nothing counts but that it was made. */
export function call(id: string, more: Partial<Incident> = {}): Incident {
  return {
    id,
    subjectRef: 'SUBJ-0000000A',
    kind: 'MARRIAGE_FAMILY',
    relationship: null,
    occurredAtMs: AT_MS,
    physicalConflict: false,
    warningLetter: false,
    divisionCode: '150724',
    station: '第一派出所',
    ...more,
  };
}
