import type { Page } from '../page.ts';

export const breakGlass: Page = {
  path: 'break-glass',
  title: { 'zh-CN': '紧急调阅', en: 'Break-glass uses' },
  about: {
    'zh-CN': '谁在紧急情况下打开了什么；数据所属机构须在 72 小时内评议',
    en: 'Who opened what in an emergency; the owner of the data reviews it within 72 hours',
  },
  roles: ['auditor', 'steward'],
  purpose: 'OVERSIGHT',
  questions: [
    {
      text: { 'zh-CN': '哪些紧急调阅还没有评议？', en: 'Which break-glass uses wait for a review?' },
      path: 'break-glass',
      search: { state: 'OPEN' },
      roles: ['auditor', 'steward'],
    },
  ],
  load: () => import('./break-glass-page.tsx'),
};
