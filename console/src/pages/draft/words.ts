import { dictionary } from '../../i18n/index.ts';

export const draftWords = dictionary(
  {
    title: '协议草案试算',
    about: '草案只用于这次试算，不保存，也不会生效。生效须双方签署文件（lukou agreement sign）。',
    draft: '草案（YAML，至多 64 kB）',
    days: '回看',
    day: '1 天',
    daysOf: (days: string) => `${days} 天`,
    check: '检查',
    impact: '试算影响',
    sound: (name: string) => `${name}：没有问题`,
    problems: '须先改正',
    withheld: '您的协议未授予此项，或草案不属于您的机构。',
    read: (read: string, changed: string) => `读了 ${read} 条记录，其中 ${changed} 条的决定会不同`,
    notWhole: '记录太多，只读了最新的一部分。',
    unchanged: '所读记录中没有任何决定会改变。',
    impacts: '会改变的决定',
    who: '使用人',
    field: '字段',
    before: '当时',
    after: '若按草案',
    kind: '变化',
    records: '记录数',
  },
  {
    title: 'Try a draft',
    about:
      'The draft serves this trial alone: it is not kept and decides nothing. Agreements are files that both parties sign (lukou agreement sign).',
    draft: 'The draft (YAML, 64 kB at most)',
    days: 'Looking back',
    day: '1 day',
    daysOf: (days) => `${days} days`,
    check: 'Check',
    impact: 'What would it change?',
    sound: (name) => `${name}: nothing is wrong with it`,
    problems: 'To be mended first',
    withheld: 'Your agreements do not grant this, or the draft is not of your agency.',
    read: (read, changed) => `${read} records were read; ${changed} of them would come out otherwise`,
    notWhole: 'There are more records than are read at once: these are the newest.',
    unchanged: 'No decision of these records would change.',
    impacts: 'Decisions that would change',
    who: 'Callers',
    field: 'Field',
    before: 'Was',
    after: 'Would be',
    kind: 'Change',
    records: 'Records',
  },
);

/** How a decision would come out otherwise. */
export const kindWords = dictionary(
  {
    NEWLY_ALLOWED: '新增提供',
    NEWLY_MASKED: '改为脱敏',
    NEWLY_DENIED: '改为不予提供',
    MASKED_OTHERWISE: '换一种脱敏方式',
    NEWLY_POINTED_AT: '改为线索',
  },
  {
    NEWLY_ALLOWED: 'Newly seen',
    NEWLY_MASKED: 'Newly masked',
    NEWLY_DENIED: 'Newly denied',
    MASKED_OTHERWISE: 'Masked otherwise',
    NEWLY_POINTED_AT: 'Newly a pointer',
  },
);
