import { ROLES } from '../../session/index.ts';
import type { Page } from '../page.ts';

export const start: Page = {
  path: '/',
  title: { 'zh-CN': '首页', en: 'Start' },
  about: { 'zh-CN': '从问题开始', en: 'Begin with a question' },
  roles: ROLES,
  purpose: 'choose',
  load: () => import('./start-page.tsx'),
};
