import type { IncidentDesk, MarkReport } from '../../src/audit/index.ts';
import { sha256Hex, uuidV7 } from '../../src/base/index.ts';

/** An incident desk that keeps what it is told in a list. */
export function keepIncidents(
  reports: MarkReport[],
  released: ReadonlySet<string> = new Set(),
): IncidentDesk {
  return {
    async open(report) {
      reports.push(report);
      return { id: uuidV7(report.detectedAtMs), isNew: true };
    },
    hashOf: (text) => `m1_${sha256Hex(text).slice(0, 22)}`,
    released: async () => released,
  };
}

/** For what stops no mark: an incident fails the test. */
export const NO_INCIDENTS: IncidentDesk = {
  ...keepIncidents([]),
  open: ({ gate, rule }) => Promise.reject(new Error(`the ${gate} gate found a mark (${rule})`)),
};
