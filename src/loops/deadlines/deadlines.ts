import { CHINA_2026 } from './china-2026.ts';
import type { DeadlineTables } from './due-at.ts';
import { DEADLINE_POLICIES } from './policies.ts';
import { openCalendar } from './working-days.ts';

/** The tables that deadlines are counted by. Another autumn's notice is one more year here. */
export const DEADLINES: DeadlineTables = {
  policies: DEADLINE_POLICIES,
  calendar: openCalendar([CHINA_2026]),
};
