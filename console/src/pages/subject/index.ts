import type { Page } from '../page.ts';

export const subject: Page = {
  path: 'subject',
  title: { 'zh-CN': '谁查过', en: 'Who looked' },
  about: {
    'zh-CN': '谁查过这个人或这辆车，为哪个案件、什么用途',
    en: 'Who looked at this vehicle or person, for which case and purpose',
  },
  roles: ['auditor'],
  purpose: 'OVERSIGHT',
  questions: [
    {
      text: { 'zh-CN': '谁查过这个人或这辆车？', en: 'Who looked at this vehicle or person?' },
      path: 'subject',
      roles: ['auditor'],
    },
  ],
  load: () => import('./subject-page.tsx'),
};
