import type { MachineName } from '../../loops/index.ts';

/** The topic that deadlines of a loop's items are told under. */
export const overdueTopic = (machine: MachineName): string => `${machine}.overdue`;
