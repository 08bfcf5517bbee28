import type { Page } from '../page.ts';

export const alarms: Page = {
  path: 'alarms',
  title: { 'zh-CN': '告警', en: 'Alarms' },
  about: {
    'zh-CN': '额度将尽、用尽和紧急调阅：发生时即刻显示',
    en: 'Budgets nearly or wholly spent, and broken glasses, as they happen',
  },
  roles: ['auditor', 'steward'],
  purpose: 'OVERSIGHT',
  load: () => import('./alarms-page.tsx'),
};
