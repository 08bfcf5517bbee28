import type { Page } from '../page.ts';

export const log: Page = {
  path: 'log',
  title: { 'zh-CN': '日志是否完整', en: 'Is the log whole?' },
  about: {
    'zh-CN': '在本浏览器中验证每个日志的树头和最新记录，并说明还须用什么证明没有删除',
    en: 'Verify each log’s head and newest record in this browser, and see what proves that nothing was removed',
  },
  roles: ['auditor', 'steward'],
  purpose: 'OVERSIGHT',
  questions: [
    {
      text: { 'zh-CN': '日志是否完整，有没有被改动过？', en: 'Is the log whole, and was nothing changed?' },
      path: 'log',
      roles: ['auditor', 'steward'],
    },
  ],
  load: () => import('./log-page.tsx'),
};
