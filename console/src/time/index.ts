export { duringDays, type Days, lastMonth, recentDays, thisMonth } from './days.ts';
export { monthAfter, monthIn, weeksOf } from './months.ts';
export { lastDays, type Span } from './span.ts';
