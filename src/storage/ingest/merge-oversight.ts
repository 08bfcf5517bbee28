import type { MergePlan } from './merge-plan.ts';

export const caseFile: MergePlan = {
  table: 'oversight.case_file',
  key: ['agency', 'case_no'],
  onConflict: 'replace',
};
