import type { Page } from '../page.ts';

export const access: Page = {
  path: 'access',
  title: { 'zh-CN': '谁能看到什么', en: 'Who may see what' },
  about: {
    'zh-CN': '字段 × 使用人矩阵：每一格的决定、脱敏后的样子、依据的条款',
    en: 'Fields by callers: each decision, what a mask leaves of an example, and the clause behind it',
  },
  roles: ['steward', 'auditor'],
  purpose: 'OVERSIGHT',
  questions: [
    {
      text: {
        'zh-CN': '运输中心为什么看不到完整车牌？',
        en: 'Why can the transport centre not see a plate?',
      },
      path: 'access',
      search: {
        owner: 'AG-TRAFFIC-POLICE',
        type: 'CheckpointPassage',
        agency: 'AG-TRANSPORT-CENTRE',
        role: 'partner',
        purpose: 'ROAD_SAFETY',
        field: 'plateNo',
      },
      roles: ['steward', 'auditor'],
    },
  ],
  load: () => import('./access-page.tsx'),
};
