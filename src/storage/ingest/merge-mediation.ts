import type { MergePlan } from './merge-plan.ts';

const unknownCase = {
  code: 'UNKNOWN_CASE',
  when: 'not exists (select from mediation.mediation_case known where known.id = s.case_id)',
};
const ofCase = {
  join: 'join mediation.mediation_case parent on parent.id = s.case_id',
  columns: { division_code: 'parent.division_code' },
};

export const mediationCase: MergePlan = {
  table: 'mediation.mediation_case',
  key: ['id'],
  onConflict: 'replace',
  columns: {
    agencies: `coalesce(s.agencies, '{}')`,
    // As registers compare numbers, and as requests state them.
    case_keys: 'array(select normalize(tie, NFKC) from unnest(s.case_files) tie)',
  },
  omit: ['case_files'],
  quarantine: [
    {
      code: 'CASE_NO_TAKEN',
      when: `exists (select from mediation.mediation_case other where other.case_no = s.case_no and other.id <> s.id)
        or exists (select from pg_temp.stage_mediationcase other
                    where other.case_no = s.case_no and other.id <> s.id and other.line_no < s.line_no)`,
    },
  ],
  note: 'changed_case',
};

export const mediationParty: MergePlan = {
  table: 'mediation.mediation_party',
  key: ['case_id', 'ordinal'],
  onConflict: 'replace',
  quarantine: [unknownCase],
  ...ofCase,
};

export const followUp: MergePlan = {
  table: 'mediation.follow_up',
  key: ['case_id', 'ordinal'],
  onConflict: 'replace',
  quarantine: [unknownCase],
  ...ofCase,
};

export const detentionMediation: MergePlan = {
  table: 'mediation.detention_mediation',
  key: ['id'],
  onConflict: 'replace',
  quarantine: [unknownCase],
  join: ofCase.join,
  columns: {
    ...ofCase.columns,
    agencies: 'array_remove(array[s.facility_agency], null)',
    case_keys: 'parent.case_keys',
  },
  omit: ['facility_agency'],
};

export const disputeWarning: MergePlan = {
  table: 'mediation.dispute_warning',
  key: ['id'],
  onConflict: 'replace',
  quarantine: [{ code: 'UNKNOWN_CASE', when: `s.case_id is not null and ${unknownCase.when}` }],
  join: 'left join mediation.mediation_case parent on parent.id = s.case_id',
  columns: {
    division_code: 'coalesce(s.division_code, parent.division_code)',
    case_keys: `coalesce(parent.case_keys, '{}')`,
  },
};

export const warningSubject: MergePlan = {
  table: 'mediation.warning_subject',
  key: ['warning_id'],
  onConflict: 'replace',
  quarantine: [
    {
      code: 'UNKNOWN_WARNING',
      when: 'not exists (select from mediation.dispute_warning known where known.id = s.warning_id)',
    },
  ],
  join: 'join mediation.dispute_warning parent on parent.id = s.warning_id',
  columns: { division_code: 'parent.division_code' },
};
