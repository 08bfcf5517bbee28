import { from, type Guard, type Machine } from '../machine.ts';

const PLANNED: Guard = { kind: 'only-if', fact: 'isPlanned', is: true };
const SUDDEN: Guard = { kind: 'only-if', fact: 'isPlanned', is: false };

/** A road event (公路交通阻断信息): what was planned is completed or cancelled, what was sudden is verified and cleared. */
export const roadEvent: Machine = {
  name: 'RoadEvent',
  zh: '公路交通事件',
  version: 1,
  parties: { operator: '交通运输部门' },
  supervisor: 'operator',
  states: {
    PLANNED: { zh: '计划中', isFirst: true },
    PENDING: { zh: '待实施' },
    REPORTED: { zh: '已上报', isFirst: true },
    VERIFIED: { zh: '已核实' },
    ACTIVE: { zh: '进行中', isFirst: true },
    COMPLETED: { zh: '已完成', isLast: true },
    CANCELLED: { zh: '已取消', isLast: true },
    CLEARED: { zh: '已恢复', isLast: true },
    FALSE_ALARM: { zh: '误报', isLast: true },
  },
  transitions: [
    ...from(['PLANNED'], 'PENDING', ['operator'], PLANNED),
    ...from(['PENDING'], 'ACTIVE', ['operator'], PLANNED),
    ...from(['ACTIVE'], 'COMPLETED', ['operator'], PLANNED),
    ...from(['PLANNED', 'PENDING', 'ACTIVE'], 'CANCELLED', ['operator'], PLANNED),
    ...from(['REPORTED'], 'VERIFIED', ['operator'], SUDDEN, { kind: 'other-person', than: 'REPORTED' }),
    ...from(['VERIFIED'], 'ACTIVE', ['operator'], SUDDEN),
    ...from(['ACTIVE'], 'CLEARED', ['operator'], SUDDEN),
    ...from(['REPORTED', 'VERIFIED'], 'FALSE_ALARM', ['operator'], SUDDEN),
  ],
  source: '公路交通阻断信息报送制度; DATEX II, WZDx',
};
