import type { Page } from '../page.ts';

export const record: Page = {
  path: 'disclosures/$log/$index',
  title: { 'zh-CN': '披露记录详情', en: 'Record' },
  about: {
    'zh-CN': '一条记录的决定、依据与证明',
    en: 'One record: its decisions, the clauses behind them, and its proof',
  },
  roles: ['auditor', 'steward'],
  purpose: 'OVERSIGHT',
  isHidden: true,
  load: () => import('./record-page.tsx'),
};
