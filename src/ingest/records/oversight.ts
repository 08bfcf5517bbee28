import { PURPOSES } from '../../agreement/index.ts';
import { instant, optional, severalOf, text } from './field.ts';
import { recordType } from './record-type.ts';
import { isAfter } from './rules.ts';

/** A case in the register of the agency that works on it (案件登记). */
export const caseFile = recordType(
  'CaseFile',
  {
    agency: text(64, /^AG-[A-Z0-9]+(?:-[A-Z0-9]+)*$/),
    caseNo: text(64, /^[\p{L}\p{N}][\p{L}\p{N}()（）〔〕._/-]{2,63}$/u),
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
