import { scoreSubject } from '../../../src/scoring/index.ts';
import { rowsOf } from '../sample/sample-rows.ts';
import { modelOf, shipped } from './read-model.ts';

const MODEL = modelOf(shipped());

it('scores the calls of the sample as the sample’s warnings say, the article’s case first', () => {
  const bySubject = Map.groupBy(rowsOf('DisputeIncident'), ({ subjectRef }) => subjectRef);
  const warnings = rowsOf('DisputeWarning');
  expect(warnings[0]).toMatchObject({ level: 'RED', score: 90 });
  for (const { subjectRef, pushedAt, score, factors, level, jointUnits, modelId, modelVersion } of warnings) {
    const calls = bySubject.get(subjectRef)!.map((call) => ({
      ...call,
      relationship: call.relationship ?? null,
      station: call.station ?? null,
      divisionCode: call.divisionCode ?? null,
      occurredAtMs: Date.parse(call.occurredAt),
    }));
    const newestMs = Math.max(...calls.map(({ occurredAtMs }) => occurredAtMs));
    const made = scoreSubject(MODEL, calls, newestMs);
    expect(newestMs).toBeLessThan(Date.parse(pushedAt));
    expect({ ...made.level, score: made.score }).toMatchObject({ level, jointUnits, score });
    expect(made.factors.map(({ contribution: _points, ...factor }) => factor)).toEqual(factors);
    expect([modelId, modelVersion]).toEqual([MODEL.model, MODEL.version]);
  }
});
