import type { Page } from '../page.ts';

export const overview: Page = {
  path: 'overview',
  title: { 'zh-CN': '总览', en: 'Overview' },
  about: {
    'zh-CN': '谁在查、查什么、为何被拒，日志是否健康，额度还剩多少',
    en: 'Who asks, for what, what was refused and why; whether the log is in order; what is left of budgets',
  },
  roles: ['auditor', 'steward'],
  purpose: 'OVERSIGHT',
  questions: [
    {
      text: { 'zh-CN': '本周各机构查了多少次，被拒多少次？', en: 'How often did each agency ask this week?' },
      path: 'overview',
      roles: ['auditor', 'steward'],
    },
  ],
  load: () => import('./overview-page.tsx'),
};
