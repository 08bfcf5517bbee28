import { PURPOSES } from '../../agreement/index.ts';
import { agencyCode, caseNo } from './codes.ts';
import { instant, optional, severalOf } from './field.ts';
import { recordType } from './record-type.ts';
import { isAfter } from './rules.ts';

/** A case in the register of the agency that works on it (案件登记). */
export const caseFile = recordType(
  'CaseFile',
  {
    agency: agencyCode,
    caseNo,
    purposes: severalOf(...PURPOSES),
    openedAt: instant,
    closedAt: optional(instant),
  },
  [
    {
      code: 'CLOSED_BEFORE_OPENED',
      holds: ({ openedAt, closedAt }) => isAfter(closedAt, openedAt),
    },
  ],
);
