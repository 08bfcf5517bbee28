import { ROLES } from '../../session/index.ts';
import type { Page } from '../page.ts';

export const explorer: Page = {
  path: 'explorer',
  title: { 'zh-CN': '查询', en: 'Explorer' },
  about: {
    'zh-CN': '写查询语句，看清哪些内容经过脱敏、哪些不予提供，以及依据',
    en: 'Write queries; see what is masked or denied in the answer, and why',
  },
  roles: ROLES,
  purpose: 'choose',
  isOwnDocument: true,
  load: () => import('./explorer-page.tsx'),
};
