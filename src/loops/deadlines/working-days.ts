const DAY_MS = 86_400_000;

/** What one year differs in from Mondays to Fridays; days as 2026-02-15. */
export interface CalendarYear {
  readonly year: number;
  /** First and last day of each. */
  readonly holidays: readonly (readonly [from: string, to: string])[];
  /** Saturdays and Sundays on which one works. */
  readonly workedWeekends: readonly string[];
}

/** A calendar of working days. */
export interface WorkingCalendar {
  isWorkingDay(day: string): boolean;
  /** The n-th working day after a day; the day itself for none. */
  addWorkingDays(day: string, count: number): string;
}

/** A calendar from its years. In a year that is not among them one works from Monday to Friday. */
export function openCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const free = years.flatMap(({ holidays }) => holidays);
  const worked = new Set(years.flatMap(({ workedWeekends }) => workedWeekends));

  function isWorkingDay(day: string): boolean {
    if (worked.has(day)) return true;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !free.some(([from, to]) => from <= day && day <= to);
  }

  return {
    isWorkingDay,
    addWorkingDays(day, count) {
      let reached = day;
      for (let left = count; left > 0;) {
        reached = addDays(reached, 1);
        if (isWorkingDay(reached)) left -= 1;
      }
      return reached;
    },
  };
}

/** The day that lies `count` days after another. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}
