export { duringDays, type Days, lastMonth, recentDays, thisMonth } from './days.ts';
export { lastDays, type Span } from './span.ts';
