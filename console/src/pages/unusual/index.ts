import type { Page } from '../page.ts';

export const unusual: Page = {
  path: 'unusual',
  title: { 'zh-CN': '异常访问', en: 'Unusual access' },
  about: {
    'zh-CN': '夜间、面广、反复、含糊：谁的查阅多于平常',
    en: 'At night, too broad, again and again, or vague: whose reading is more than usual',
  },
  roles: ['auditor'],
  purpose: 'OVERSIGHT',
  questions: [
    {
      text: { 'zh-CN': '最近有谁的查阅不同寻常？', en: 'Whose access was unusual lately?' },
      path: 'unusual',
      roles: ['auditor'],
    },
  ],
  load: () => import('./unusual-page.tsx'),
};
