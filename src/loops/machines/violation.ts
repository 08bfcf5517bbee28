import { from, type Machine } from '../machine.ts';

const OPEN = ['CAPTURED', 'REVIEWED', 'ENTERED', 'QUERYABLE', 'NOTIFIED'];

/** Review of off-site enforcement (非现场执法): what nobody has reviewed is no evidence, and two persons stand behind an entry. */
export const violation: Machine = {
  name: 'Violation',
  zh: '交通违法信息审核',
  version: 1,
  parties: { police: '公安交通管理部门' },
  supervisor: 'police',
  states: {
    CAPTURED: { zh: '已采集', isFirst: true },
    REVIEWED: { zh: '已审核' },
    ENTERED: { zh: '已录入' },
    QUERYABLE: { zh: '可查询' },
    NOTIFIED: { zh: '已告知' },
    HANDLED: { zh: '已处理' },
    PENALISED: { zh: '已处罚', isLast: true },
    OBJECTED: { zh: '有异议' },
    UPHELD: { zh: '异议不成立' },
    CANCELLED: { zh: '已消除', isLast: true },
  },
  transitions: [
    ...from(['CAPTURED'], 'REVIEWED', ['police']),
    ...from(['REVIEWED'], 'ENTERED', ['police'], { kind: 'other-person', than: 'REVIEWED' }),
    ...from(['ENTERED'], 'QUERYABLE', ['police']),
    ...from(['QUERYABLE'], 'NOTIFIED', ['police']),
    ...from(['NOTIFIED', 'UPHELD'], 'HANDLED', ['police']),
    ...from(['HANDLED'], 'PENALISED', ['police']),
    ...from(['QUERYABLE', 'NOTIFIED', 'HANDLED'], 'OBJECTED', ['police'], {
      kind: 'never-before',
      state: 'OBJECTED',
    }),
    ...from(['OBJECTED'], 'UPHELD', ['police'], { kind: 'other-person', than: 'REVIEWED' }),
    // An error that is found is put right at any time before the penalty.
    ...from([...OPEN, 'OBJECTED'], 'CANCELLED', ['police']),
  ],
  source: '道路交通安全违法行为处理程序规定 (2020) arts. 16, 19-22, 52-54; 行政处罚法 art. 41',
};
