import type { Page } from '../page.ts';

export const guard: Page = {
  path: 'guard',
  title: { 'zh-CN': '保密关口', en: 'Guard' },
  about: {
    'zh-CN': '四道关口拦下了什么、现在办到哪一步；误报须由两人确认',
    en: 'What the four gates stopped and what became of it; a false positive takes two persons',
  },
  roles: ['steward', 'auditor'],
  purpose: 'OVERSIGHT',
  questions: [
    {
      text: {
        'zh-CN': '有哪些拦截事件还没有人处理？',
        en: 'Which guard incidents has nobody dealt with yet?',
      },
      path: 'guard',
      search: { state: 'BLOCKED' },
      roles: ['steward', 'auditor'],
    },
  ],
  load: () => import('./guard-page.tsx'),
};
