import fc from 'fast-check';
import { INCIDENT_KINDS, type Incident, RELATIONSHIPS, scoreSubject } from '../../../src/scoring/index.ts';
import { AT_MS, call, modelOf, shipped } from './read-model.ts';

const DAY_MS = 86_400_000;
const MODEL = modelOf(shipped());

const incidents = fc.uniqueArray(
  fc.record<Incident>({
    id: fc.stringMatching(/^JQ-\d{1,4}$/),
    subjectRef: fc.constant('SUBJ-0000000A'),
    kind: fc.constantFrom(...INCIDENT_KINDS),
    relationship: fc.option(fc.constantFrom(...RELATIONSHIPS)),
    occurredAtMs: fc.integer({ min: AT_MS - 400 * DAY_MS, max: AT_MS + 5 * DAY_MS }),
    physicalConflict: fc.boolean(),
    warningLetter: fc.boolean(),
    divisionCode: fc.constant('150724'),
    station: fc.constant(null),
  }),
  { selector: ({ id }) => id, maxLength: 30 },
);

describe('A score', () => {
  it('is RED for six calls in three months with physical conflict, as the article says', () => {
    const calls = [0, 12, 29, 47, 70, 88].map((days, at) =>
      call(`JQ-${at}`, { occurredAtMs: AT_MS - days * DAY_MS, physicalConflict: at === 0 }),
    );
    const { score, level, factors, incidentIds } = scoreSubject(MODEL, calls, AT_MS);
    expect({ score, level: level?.level, jointUnits: level?.jointUnits }).toEqual({
      score: 90,
      level: 'RED',
      jointUnits: ['POLICE_STATION', 'JUDICIAL_OFFICE', 'WOMENS_FEDERATION'],
    });
    expect(factors).toEqual([
      { code: 'CALLS_IN_3_MONTHS', weight: 10, count: 6, contribution: 60 },
      { code: 'PHYSICAL_CONFLICT', weight: 30, count: 1, contribution: 30 },
    ]);
    expect(incidentIds).toEqual(['JQ-0', 'JQ-1', 'JQ-2', 'JQ-3', 'JQ-4', 'JQ-5']);
  });

  it.each([
    ['the sixth call', (calls: Incident[]) => calls.slice(1)],
    ['the conflict', (calls: Incident[]) => calls.map((one) => ({ ...one, physicalConflict: false }))],
    ['the kind', (calls: Incident[]) => calls.map((one) => ({ ...one, kind: 'NEIGHBOUR' as const }))],
  ])('is not RED without %s', (_what, without) => {
    const calls = Array.from({ length: 6 }, (_, at) => call(`JQ-${at}`, { physicalConflict: at === 5 }));
    expect(scoreSubject(MODEL, calls, AT_MS).level?.level).toBe('RED');
    const less = without(calls.map((one) => ({ ...one, physicalConflict: true })));
    expect(scoreSubject(MODEL, less, AT_MS).level?.level).not.toBe('RED');
  });

  it('counts a call from the millisecond at which it was made, for the whole window and no longer', () => {
    const windowMs = 92 * DAY_MS;
    const countAt = (atMs: number): number => scoreSubject(MODEL, [call('JQ-1')], atMs).incidentIds.length;
    expect([-1, 0, windowMs - 1, windowMs].map((afterMs) => countAt(AT_MS + afterMs))).toEqual([0, 1, 1, 0]);
  });

  it('gives each factor its own window', () => {
    const letter = call('JQ-1', { warningLetter: true, occurredAtMs: AT_MS - 200 * DAY_MS });
    expect(scoreSubject(MODEL, [letter], AT_MS).factors).toEqual([
      { code: 'PRIOR_WARNING_LETTER', weight: 15, count: 1, contribution: 15 },
    ]);
  });

  it('says how often something was, and counts it no oftener than the model says', () => {
    const calls = [1, 2, 3].map((at) => call(`JQ-${at}`, { physicalConflict: true }));
    expect(scoreSubject(MODEL, calls, AT_MS).factors[1]).toEqual({
      code: 'PHYSICAL_CONFLICT',
      weight: 30,
      count: 3,
      contribution: 30,
    });
  });

  it('is the sum of what its factors say, and no call lowers it', () => {
    fc.assert(
      fc.property(incidents, fc.nat(), (calls, drawn) => {
        const whole = scoreSubject(MODEL, calls, AT_MS);
        expect(whole.score).toBe(whole.factors.reduce((sum, { contribution }) => sum + contribution, 0));
        const fewer = calls.filter((_call, at) => at !== drawn % Math.max(calls.length, 1));
        expect(scoreSubject(MODEL, fewer, AT_MS).score).toBeLessThanOrEqual(whole.score);
      }),
    );
  });

  it('is the same to the digest in whatever order the calls come, and whenever it is made again', () => {
    fc.assert(
      fc.property(
        incidents.chain((calls) =>
          fc.tuple(fc.constant(calls), fc.shuffledSubarray(calls, { minLength: calls.length })),
        ),
        ([calls, shuffled]) => {
          expect(scoreSubject(MODEL, shuffled, AT_MS)).toEqual(scoreSubject(MODEL, calls, AT_MS));
        },
      ),
    );
  });

  it('has another digest for another call, another instant and another version of the model', () => {
    const digests = [
      scoreSubject(MODEL, [call('JQ-1')], AT_MS),
      scoreSubject(MODEL, [call('JQ-2')], AT_MS),
      scoreSubject(MODEL, [call('JQ-1')], AT_MS + 1),
      scoreSubject(modelOf({ ...shipped(), version: '1.2.1' }), [call('JQ-1')], AT_MS),
    ].map(({ sha256 }) => sha256);
    expect(new Set(digests).size).toBe(4);
  });
});
