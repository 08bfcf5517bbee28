import { lastMonth } from '../../time/index.ts';
import type { Page } from '../page.ts';

export const disclosures: Page = {
  path: 'disclosures',
  title: { 'zh-CN': '披露记录', en: 'Disclosures' },
  about: {
    'zh-CN': '谁在何时以什么用途、为哪个案件查阅了哪些字段，以及如何决定',
    en: 'Who read which fields, when, for what purpose and case, and how each was decided',
  },
  roles: ['auditor', 'steward'],
  purpose: 'OVERSIGHT',
  questions: [
    {
      text: {
        'zh-CN': '上个月谁在没有案件编号的情况下查阅了车牌级通行记录？',
        en: 'Who read plate-level passages without a case last month?',
      },
      path: 'disclosures',
      search: (nowMs) => ({
        coordinate: 'CheckpointPassage.plateNo',
        decision: 'ALLOW',
        hasCase: 'no',
        ...lastMonth(nowMs),
      }),
      roles: ['auditor', 'steward'],
    },
  ],
  load: () => import('./disclosures-page.tsx'),
};
