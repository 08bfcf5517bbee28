import type { Page } from '../page.ts';

export const draft: Page = {
  path: 'draft',
  title: { 'zh-CN': '协议草案试算', en: 'Try a draft' },
  about: {
    'zh-CN': '草案有没有问题；若上月就生效，哪些答复会不同',
    en: 'What is wrong with a draft, and what it would have changed in last month’s answers',
  },
  roles: ['steward'],
  purpose: 'OVERSIGHT',
  questions: [
    {
      text: { 'zh-CN': '这份草案会改变什么？', en: 'What would this draft change?' },
      path: 'draft',
      roles: ['steward'],
    },
  ],
  load: () => import('./draft-page.tsx'),
};
