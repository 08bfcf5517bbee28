import { from, type Machine } from '../machine.ts';

/** A warning of a dispute (市局推送-旗县督办-基层处置-结果反馈): who handled it cannot close it. */
export const disputeWarning: Machine = {
  name: 'DisputeWarning',
  zh: '矛盾纠纷预警',
  version: 1,
  parties: { bureau: '公安机关 (推送、督办)', unit: '处置单位' },
  supervisor: 'bureau',
  states: {
    SCORED: { zh: '已评分', isFirst: true },
    PUSHED: { zh: '已推送', isFirst: true },
    RECEIVED: { zh: '已签收' },
    SUPERVISED: { zh: '督办中' },
    HANDLING: { zh: '处置中' },
    FEEDBACK: { zh: '已反馈' },
    RETURNED: { zh: '退回重办' },
    CLOSED: { zh: '已办结', isLast: true },
  },
  transitions: [
    ...from(['SCORED'], 'PUSHED', ['bureau']),
    ...from(['PUSHED'], 'RECEIVED', ['unit']),
    ...from(['RECEIVED'], 'SUPERVISED', ['bureau']),
    ...from(['SUPERVISED', 'RETURNED'], 'HANDLING', ['unit']),
    ...from(['HANDLING'], 'FEEDBACK', ['unit']),
    ...from(['FEEDBACK'], 'CLOSED', ['bureau'], { kind: 'other-agency', than: 'FEEDBACK' }),
    ...from(['FEEDBACK'], 'RETURNED', ['bureau'], { kind: 'other-agency', than: 'FEEDBACK' }),
  ],
  source: 'the prevention loop of Tongliao; 人民调解法 art. 25',
};
