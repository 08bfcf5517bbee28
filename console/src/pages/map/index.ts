import type { Page } from '../page.ts';

export const map: Page = {
  path: 'map',
  title: { 'zh-CN': '路网地图', en: 'Road map' },
  about: {
    'zh-CN': '按流量、技术等级或事故看路段，以及门架、公安卡口和路况事件',
    en: 'Segments by flow, grade or accidents; gantries, checkpoints and road events',
  },
  roles: ['analyst', 'partner', 'public'],
  purpose: 'choose',
  questions: [
    {
      text: { 'zh-CN': '哪些路段一年来事故最多？', en: 'Which segments had most accidents in a year?' },
      path: 'map',
      search: { measure: 'risk' },
      roles: ['analyst', 'partner', 'public'],
    },
  ],
  load: () => import('./map-page.tsx'),
};
