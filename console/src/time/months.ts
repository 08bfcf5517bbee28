const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;

/** A month as an address holds it, `2026-03`, or null for what is none. */
export function monthIn(text: string): string | null {
  return /^[12]\d{3}-(?:0[1-9]|1[0-2])$/.test(text) ? text : null;
}

/** So many months later, or before where it is negative. */
export function monthAfter(month: string, count: number): string {
  const [year, ofYear] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, ofYear - 1 + count, 1)).toISOString().slice(0, 7);
}

/** The weeks of a month, Mondays first; days as `2026-03-01`, null where the week has days of another month. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const [first, next] = [month, monthAfter(month, 1)].map((one) => Date.parse(`${one}-01T00:00:00Z`)) as [
    number,
    number,
  ];
  // Days since a Monday: JavaScript counts from Sunday.
  const weekday = (new Date(first).getUTCDay() + 6) % DAYS_A_WEEK;
  const weeks: (string | null)[][] = [];
  for (let day = first - weekday * DAY_MS; day < next; day += DAY_MS) {
    if ((day - first) / DAY_MS === weeks.length * DAYS_A_WEEK - weekday) weeks.push([]);
    weeks.at(-1)!.push(day < first ? null : new Date(day).toISOString().slice(0, 10));
  }
  const last = weeks.at(-1)!;
  while (last.length < DAYS_A_WEEK) last.push(null);
  return weeks;
}
