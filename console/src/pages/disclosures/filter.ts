import type {
  CallerRole,
  DisclosureDecision,
  DisclosureListQueryVariables,
  DisclosureStage,
} from '../../graphql/generated.ts';
import { duringDays } from '../../time/index.ts';

/** Which records, as the gateway is asked for them. */
export type RecordFilter = NonNullable<DisclosureListQueryVariables['filter']>;

/** Which records, as the address says it: names are those of DisclosureRecordFilter, days and yes or no in words. */
export const DEFAULTS = {
  log: '',
  agency: '',
  role: '',
  caller: '',
  purpose: '',
  caseReference: '',
  stage: '',
  coordinate: '',
  decision: '',
  agreement: '',
  code: '',
  division: '',
  breakGlass: '',
  hasCase: '',
  from: '',
  to: '',
};

/** What an address asks for. What it spells wrongly the gateway refuses, and says so. */
export function filterOf(state: Readonly<typeof DEFAULTS>): RecordFilter {
  const { role, stage, decision, breakGlass, hasCase, from, to, ...texts } = state;
  const during = duringDays({ from, to });
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    ...(role !== '' && { role: role as CallerRole }),
    ...(stage !== '' && { stage: stage as DisclosureStage }),
    ...(decision !== '' && { decision: decision as DisclosureDecision }),
    ...(breakGlass !== '' && { breakGlass: breakGlass === 'yes' }),
    ...(hasCase !== '' && { hasCaseReference: hasCase === 'yes' }),
    ...(during !== null && { during }),
  };
}
