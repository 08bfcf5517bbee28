import * as fc from 'fast-check';
import { CHINA_2026, DEADLINE_POLICIES, dueAt, MACHINES, openCalendar } from '../../../src/loops/index.ts';

const calendar = openCalendar([CHINA_2026]);
const tables = { policies: DEADLINE_POLICIES, calendar };
const DAY_MS = 86_400_000;

const due = (
  machine: string,
  state: string,
  at: string,
  level: string | null = null,
  releaseAt: string | null = null,
) =>
  dueAt(
    {
      machine,
      state,
      enteredAtMs: Date.parse(at),
      level,
      instants: { releaseAt: releaseAt === null ? null : Date.parse(releaseAt) },
    },
    tables,
  );
const dayOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());

describe('Working days', () => {
  it('are those of the notice of 2026, holidays and worked weekends', () => {
    const ofYear = Array.from({ length: 365 }, (_, at) =>
      new Date(Date.parse('2026-01-01T00:00:00Z') + at * DAY_MS).toISOString().slice(0, 10),
    );
    // 365 days, 104 Saturdays and Sundays, 33 days of holidays of which 13 are weekends, 6 worked weekends.
    expect(ofYear.filter((day) => calendar.isWorkingDay(day))).toHaveLength(248);
    expect(calendar.isWorkingDay('2026-02-14')).toBe(true);
    expect(calendar.isWorkingDay('2026-02-23')).toBe(false);
    // The Saturday after New Year would be one of rest anyhow; the Monday after is not.
    expect(['2026-01-03', '2026-01-05'].map((day) => calendar.isWorkingDay(day))).toEqual([false, true]);
  });

  it('are Mondays to Fridays in a year that no table speaks of', () => {
    expect(['2031-10-01', '2031-10-04'].map((day) => calendar.isWorkingDay(day))).toEqual([true, false]);
  });

  it('never lose a deadline: the n-th one is after every one before it, and n of them lie in between', () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((at) => new Date(Date.parse('2025-06-01T00:00:00Z') + at * DAY_MS).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const last = calendar.addWorkingDays(from, count);
        expect(calendar.isWorkingDay(last)).toBe(true);
        let worked = 0;
        for (
          let at = Date.parse(`${from}T00:00:00Z`) + DAY_MS;
          at <= Date.parse(`${last}T00:00:00Z`);
          at += DAY_MS
        )
          if (calendar.isWorkingDay(new Date(at).toISOString().slice(0, 10))) worked += 1;
        expect(worked).toBe(count);
      }),
    );
  });
});

describe('A deadline', () => {
  it('of working days ends at midnight after the last one, over the Spring Festival too', () => {
    // Friday the 13th: the Saturday is worked, nine days are free, and five working days end on Friday the 27th.
    expect(dayOf(due('Violation', 'CAPTURED', '2026-02-13T17:00:00+08:00').dueAtMs)).toBe(
      '2026-02-27T16:00:00.000Z',
    );
    expect(dayOf(due('Violation', 'ENTERED', '2026-03-02T09:00:00+08:00').dueAtMs)).toBe(
      '2026-03-02T16:00:00.000Z',
    );
  });

  it('of a warning hangs on its level', () => {
    const at = '2026-03-02T09:00:00+08:00';
    const hours = ['RED', 'ORANGE', 'YELLOW', 'BLUE'].map(
      (level) => (due('DisputeWarning', 'PUSHED', at, level).dueAtMs! - Date.parse(at)) / 3_600_000,
    );
    expect(hours).toEqual([1, 4, 24, 72]);
  });

  it('may be an instant of the item, or none', () => {
    const at = '2026-03-02T09:00:00+08:00';
    expect(due('DetentionMediation', 'MEDIATING', at, null, '2026-03-07T12:00:00+08:00').dueAtMs).toBe(
      Date.parse('2026-03-07T12:00:00+08:00'),
    );
    expect(due('DetentionMediation', 'MEDIATING', at)).toEqual({ dueAtMs: null, policyVersion: '2026-1' });
    expect(due('RoadEvent', 'ACTIVE', at)).toEqual({ dueAtMs: null, policyVersion: '2026-1' });
  });

  it('is by the policy that was in force when the state was entered', () => {
    const [first] = DEADLINE_POLICIES;
    const next = {
      version: '2027-1',
      validFrom: '2027-01-01T00:00:00+08:00',
      rules: [{ machine: 'Violation', state: 'CAPTURED', span: { hours: 1 }, source: 'a test' }],
    };
    const both = { policies: [first!, next], calendar };
    const entered = { machine: 'Violation', state: 'CAPTURED', level: null, instants: {} };
    const versions = [
      '2025-12-31T23:59:59+08:00',
      '2026-12-31T23:59:59+08:00',
      '2027-01-01T00:00:00+08:00',
    ].map((at) => dueAt({ ...entered, enteredAtMs: Date.parse(at) }, both).policyVersion);
    expect(versions).toEqual([null, '2026-1', '2027-1']);
  });

  it('is of states that there are', () => {
    for (const { rules } of DEADLINE_POLICIES)
      for (const { machine, state } of rules)
        expect(Object.keys(MACHINES[machine as keyof typeof MACHINES].states)).toContain(state);
  });
});
