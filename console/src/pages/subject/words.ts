import { dictionary } from '../../i18n/index.ts';

export const subjectWords = dictionary(
  {
    title: '谁查过这个人或这辆车？',
    about:
      '按车牌，或按姓名、身份证号、电话号码、假名查找。值到达网关后立即加密散列，不保存、不入日志，也不会出现在地址栏里。',
    kind: '查什么',
    plate: '车牌号',
    person: '姓名、证件号、电话或假名',
    caseReference: '您办理的案件编号',
    from: '自',
    to: '至',
    asking:
      '须为您自己的案件而查，每天次数有限；每次查询都会以您的身份、案件和用途记入日志。侦办保全中的案件不在结果内。',
    ask: '查询',
    found: (value: string) => `涉及 ${value} 的记录`,
    recorded: (index: string) => `本次查询已记入日志第 ${index} 条。`,
    nobody: '没有记录：在此时间内没有人查阅过，或相关记录在保全期内。',
  },
  {
    title: 'Who looked at this vehicle or person?',
    about:
      'By plate, or by name, identity number, telephone number or pseudonym. The gateway hashes the value at once; it is neither kept nor recorded, and it is never in the address.',
    kind: 'Look for',
    plate: 'Plate',
    person: 'Name, identity number, telephone or pseudonym',
    caseReference: 'Your own case',
    from: 'From',
    to: 'To',
    asking:
      'You ask for a case of your own, and only so often a day. Each asking is a record with you, the case and the purpose. Records of a case under hold are left out.',
    ask: 'Ask',
    found: (value) => `Records about ${value}`,
    recorded: (index) => `This question is record ${index} of the log.`,
    nobody: 'There is no record: nobody looked in this time, or the records are under hold.',
  },
);

/** What a value names. */
export const subjectKindWords = dictionary(
  { PLATE: '车辆（车牌）', PERSON: '人员' },
  { PLATE: 'A vehicle, by its plate', PERSON: 'A person' },
);
