import { from, type Machine } from '../machine.ts';

/** Mediation inside the detention centre (入所排查-拘中调解-跟踪回访): closed by the centre, once the mediators have followed up. */
export const detentionMediation: Machine = {
  name: 'DetentionMediation',
  zh: '拘中调解',
  version: 1,
  parties: { centre: '拘留所', mediator: '人民调解委员会' },
  supervisor: 'mediator',
  states: {
    INTAKE: { zh: '入所', isFirst: true },
    SCREENED: { zh: '已排查' },
    MEDIATING: { zh: '调解中' },
    AGREED: { zh: '达成协议' },
    FAILED: { zh: '调解不成' },
    RELEASED: { zh: '已出所' },
    FOLLOWED_UP: { zh: '已回访' },
    CLOSED: { zh: '已办结', isLast: true },
    HANDED_OVER: { zh: '移交属地', isLast: true },
  },
  transitions: [
    ...from(['INTAKE'], 'SCREENED', ['centre']),
    ...from(['SCREENED'], 'MEDIATING', ['mediator']),
    ...from(['MEDIATING'], 'AGREED', ['mediator']),
    ...from(['MEDIATING'], 'FAILED', ['mediator']),
    ...from(['AGREED'], 'RELEASED', ['centre']),
    // Who leaves unreconciled is not left alone: the committee at home takes the dispute over.
    ...from(['FAILED'], 'HANDED_OVER', ['centre']),
    ...from(['RELEASED'], 'FOLLOWED_UP', ['mediator']),
    ...from(['FOLLOWED_UP'], 'CLOSED', ['centre'], { kind: 'other-agency', than: 'FOLLOWED_UP' }),
  ],
  source: '治安管理处罚法 (2025) art. 9; the loop of the detention centre at Aohan banner',
};
