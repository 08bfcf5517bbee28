import type { Page } from '../page.ts';

export const agreements: Page = {
  path: 'agreements',
  title: { 'zh-CN': '共享协议', en: 'Agreements' },
  about: {
    'zh-CN': '谁向谁共享、何时到期、各方是否签署；各版本并排比较',
    en: 'Who shares with whom, until when, and who has signed; versions side by side',
  },
  roles: ['steward', 'auditor'],
  purpose: 'OVERSIGHT',
  questions: [
    {
      text: { 'zh-CN': '哪些协议快到期了？', en: 'Which agreements end soon?' },
      path: 'agreements',
      search: { state: 'IN_FORCE' },
      roles: ['steward'],
    },
  ],
  load: () => import('./agreements-page.tsx'),
};

export const agreement: Page = {
  path: 'agreements/$uid',
  title: { 'zh-CN': '协议', en: 'Agreement' },
  about: { 'zh-CN': '一份协议的各个版本', en: 'The versions of one agreement' },
  roles: ['steward', 'auditor'],
  purpose: 'OVERSIGHT',
  isHidden: true,
  load: () => import('./agreement-page.tsx'),
};
