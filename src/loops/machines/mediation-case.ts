import { from, type Machine } from '../machine.ts';

const ENDS = ['PERFORMED', 'BREACHED', 'CONFIRMED', 'NOT_CONFIRMED', 'FAILED', 'WITHDRAWN'];

/** People's mediation (人民调解): no case is archived before somebody has followed it up, and somebody else says so. */
export const mediationCase: Machine = {
  name: 'MediationCase',
  zh: '人民调解案件',
  version: 1,
  parties: { mediator: '人民调解委员会' },
  supervisor: 'mediator',
  states: {
    REGISTERED: { zh: '已登记', isFirst: true },
    ACCEPTED: { zh: '已受理' },
    MEDIATING: { zh: '调解中' },
    AGREED: { zh: '达成协议' },
    FAILED: { zh: '调解不成' },
    WITHDRAWN: { zh: '撤回' },
    PERFORMING: { zh: '履行中' },
    PERFORMED: { zh: '已履行' },
    BREACHED: { zh: '未履行' },
    CONFIRMATION_APPLIED: { zh: '申请司法确认' },
    CONFIRMATION_ACCEPTED: { zh: '法院受理' },
    CONFIRMED: { zh: '已确认' },
    NOT_CONFIRMED: { zh: '不予确认' },
    FOLLOW_UP: { zh: '已回访' },
    ARCHIVED: { zh: '已归档', isLast: true },
  },
  transitions: [
    ...from(['REGISTERED'], 'ACCEPTED', ['mediator']),
    ...from(['ACCEPTED'], 'MEDIATING', ['mediator']),
    ...from(['MEDIATING'], 'AGREED', ['mediator']),
    ...from(['MEDIATING'], 'FAILED', ['mediator']),
    // A party's clear refusal forbids mediation.
    ...from(['REGISTERED', 'ACCEPTED', 'MEDIATING'], 'WITHDRAWN', ['mediator']),
    ...from(['AGREED'], 'PERFORMING', ['mediator']),
    ...from(['PERFORMING'], 'PERFORMED', ['mediator']),
    ...from(['PERFORMING'], 'BREACHED', ['mediator']),
    ...from(['AGREED'], 'CONFIRMATION_APPLIED', ['mediator'], { kind: 'within', days: 30, after: 'AGREED' }),
    ...from(['CONFIRMATION_APPLIED'], 'CONFIRMATION_ACCEPTED', ['mediator']),
    ...from(['CONFIRMATION_ACCEPTED'], 'CONFIRMED', ['mediator']),
    ...from(['CONFIRMATION_ACCEPTED'], 'NOT_CONFIRMED', ['mediator']),
    ...from(ENDS, 'FOLLOW_UP', ['mediator']),
    ...from(['FOLLOW_UP'], 'ARCHIVED', ['mediator'], { kind: 'other-person', than: 'FOLLOW_UP' }),
  ],
  source: '人民调解法; 最高人民法院关于人民调解协议司法确认程序的若干规定 (2011)',
};
