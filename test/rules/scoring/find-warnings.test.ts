import fc from 'fast-check';
import { findWarnings, scoreSubject } from '../../../src/scoring/index.ts';
import { AT_MS, call, modelOf, shipped } from './read-model.ts';

const DAY_MS = 86_400_000;
const MODEL = modelOf(shipped());
const CALLS = Array.from({ length: 6 }, (_, at) =>
  call(`JQ-${at}`, { occurredAtMs: AT_MS - at * 10 * DAY_MS, physicalConflict: at === 0 }),
);

const idsOf = (calls = CALLS, nowMs = AT_MS): readonly string[] =>
  findWarnings(MODEL, calls, nowMs).map(({ id }) => id);

describe('Warnings', () => {
  it('are found with the score, the unit and the digest of the newest call’s instant', () => {
    const [warning, ...others] = findWarnings(MODEL, CALLS, AT_MS + 3 * DAY_MS);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      modelId: 'FAMILY_DISPUTE_CALLS',
      modelVersion: '1.2.0',
      score: 90,
      level: 'RED',
      subjectRef: 'SUBJ-0000000A',
      divisionCode: '150724',
      handlingUnit: '第一派出所',
      scoredAtMs: AT_MS,
      scoreSha256: scoreSubject(MODEL, CALLS, AT_MS).sha256,
    });
  });

  it('are the same for the same calls, whenever and in whatever order they are looked at', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(CALLS, { minLength: CALLS.length }),
        fc.integer({ min: 0, max: 92 * DAY_MS - 1 }),
        (shuffled, laterMs) => {
          expect(findWarnings(MODEL, shuffled, AT_MS + laterMs)).toEqual(findWarnings(MODEL, CALLS, AT_MS));
        },
      ),
    );
  });

  it('are others where there is another call, also one that became known late', () => {
    const late = call('JQ-9', { occurredAtMs: AT_MS - 15 * DAY_MS });
    expect(idsOf([...CALLS, late])).not.toEqual(idsOf());
  });

  it('are not found of calls that are yet to come, or of whom nobody called within the window', () => {
    expect(idsOf(CALLS, AT_MS - 60 * DAY_MS)).toEqual([]);
    expect(idsOf(CALLS, AT_MS + 92 * DAY_MS - 1)).toHaveLength(1);
    expect(idsOf(CALLS, AT_MS + 92 * DAY_MS)).toEqual([]);
  });

  it('are about one person each', () => {
    const other = CALLS.map((one) => ({ ...one, id: `other-${one.id}`, subjectRef: 'SUBJ-0000000B' }));
    const found = findWarnings(MODEL, [...CALLS, ...other], AT_MS);
    expect(found.map(({ subjectRef, score }) => [subjectRef, score])).toEqual([
      ['SUBJ-0000000A', 90],
      ['SUBJ-0000000B', 90],
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(2);
  });

  it('are found of no call about something else', () => {
    expect(idsOf(CALLS.map((one) => ({ ...one, kind: 'DEBT' as const })))).toEqual([]);
  });
});
