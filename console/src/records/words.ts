import { dictionary } from '../i18n/index.ts';

export const listedWords = dictionary(
  {
    recordedAt: '记录时间',
    agency: '机构',
    publicAgency: '社会公众',
    role: '角色',
    actor: '使用人',
    purpose: '用途',
    caseReference: '案件编号',
    noCase: '未填写',
    outcome: '结果',
    brokenGlass: '紧急调阅',
    rows: '行数',
    subjects: '人和车',
    decisions: '字段决定',
  },
  {
    recordedAt: 'Recorded',
    agency: 'Agency',
    publicAgency: 'The public',
    role: 'Role',
    actor: 'Caller',
    purpose: 'Purpose',
    caseReference: 'Case',
    noCase: 'none stated',
    outcome: 'Outcome',
    brokenGlass: 'Glass broken',
    rows: 'Rows',
    subjects: 'Subjects',
    decisions: 'Decisions on fields',
  },
);
