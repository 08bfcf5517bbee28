import { RECORD_TYPES } from '../../../src/ingest/index.ts';
import { REPORTED_FORECASTS, warnOfForecast } from '../../../src/scoring/index.ts';
import { CASE_FORECASTS } from './case-forecasts.ts';

const warn = (forecast: string | null) =>
  warnOfForecast({ id: 'm1', forecast, divisionCode: '150724', committeeId: 'committee-1' });

describe('A forecast of mediators (人民调解法 art. 25)', () => {
  it.each(CASE_FORECASTS.map((forecast) => [forecast, warn(forecast)?.level ?? null] as const))(
    '%s makes a warning of level %s',
    (forecast, level) => {
      const expected = { MAY_TURN_CRIMINAL: 'ORANGE', GROUP_FIGHT: 'RED' }[forecast] ?? null;
      expect(level).toBe(expected);
    },
  );

  it('makes none where there is no forecast, or one that nobody knows', () => {
    expect([null, '', 'constructor', 'group_fight'].map((forecast) => warn(forecast))).toEqual(
      Array.from({ length: 4 }, () => null),
    );
  });

  it('is reported for two of the kinds that a case may have, and these are kinds of a case', () => {
    expect(REPORTED_FORECASTS).toEqual(['MAY_TURN_CRIMINAL', 'GROUP_FIGHT']);
    expect(CASE_FORECASTS).toEqual(expect.arrayContaining([...REPORTED_FORECASTS]));
  });

  it('tells where, what is feared and which case: of the case nothing else', () => {
    const { id, ...told } = warn('GROUP_FIGHT')!;
    expect(id).toMatch(/^WN-[0-9a-f]{24}$/);
    expect(told).toEqual({
      modelId: 'MEDIATION_FORECAST',
      modelVersion: '1.0.0',
      score: 0,
      factors: [{ code: 'GROUP_FIGHT', weight: 0, count: 1, contribution: 0 }],
      level: 'RED',
      jointUnits: ['POLICE_STATION', 'JUDICIAL_OFFICE'],
      subjectRef: 'CASE-m1',
      divisionCode: '150724',
      handlingUnit: 'committee-1',
      caseId: 'm1',
    });
    expect(Object.keys(told).filter((field) => !RECORD_TYPES.DisputeWarning.has(field))).toEqual([]);
  });
});
