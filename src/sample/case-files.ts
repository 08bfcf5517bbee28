import type { SampleRecord } from './sample-record.ts';

type CaseFile = SampleRecord<'CaseFile'>;

/** The agencies' case registers: open cases, one that is closed, and one that serves another purpose. */
export const CASE_FILES: readonly CaseFile[] = [
  police('A-2026-0107', '2026-01-07T09:20:00+08:00', ['PUBLIC_SAFETY']),
  police('呼公刑立字〔2026〕0107号', '2026-01-09T11:45:00+08:00', ['PUBLIC_SAFETY']),
  police('呼公交（2026）0142号', '2026-02-11T15:05:00+08:00', ['PUBLIC_SAFETY', 'ROAD_SAFETY']),
  police('A-2026-0215', '2026-02-15T10:00:00+08:00', ['ROAD_SAFETY']),
  {
    ...police('A-2025-0931', '2025-09-30T22:40:00+08:00', ['PUBLIC_SAFETY']),
    closedAt: '2026-01-15T17:00:00+08:00',
  },
  {
    agency: 'AG-JUSTICE-BUREAU',
    caseNo: '呼司调（2026）0033号',
    purposes: ['MEDIATION'],
    openedAt: '2026-01-20T14:30:00+08:00',
    onlineLabel: 'INTERNAL',
  },
  {
    agency: 'AG-OVERSIGHT',
    caseNo: '呼监审（2026）0011号',
    purposes: ['OVERSIGHT'],
    openedAt: '2026-02-20T09:00:00+08:00',
    onlineLabel: 'INTERNAL',
  },
];

function police(caseNo: string, openedAt: string, purposes: CaseFile['purposes']): CaseFile {
  return { agency: 'AG-TRAFFIC-POLICE', caseNo, purposes, openedAt, onlineLabel: 'INTERNAL' };
}
