import type { Worded } from '../i18n/index.ts';

/** What data may be asked for: the gateway's closed list, named. */
export const PURPOSES = {
  ROAD_SAFETY: { 'zh-CN': '道路安全', en: 'Road safety' },
  EMERGENCY_RESPONSE: { 'zh-CN': '应急处置', en: 'Emergency response' },
  PUBLIC_SAFETY: { 'zh-CN': '公共安全', en: 'Public safety' },
  MEDIATION: { 'zh-CN': '纠纷调解', en: 'Mediation' },
  STATISTICS: { 'zh-CN': '统计', en: 'Statistics' },
  OVERSIGHT: { 'zh-CN': '执法监督', en: 'Oversight' },
} as const satisfies Readonly<Record<string, Worded>>;

/** A code of {@link PURPOSES}. */
export type Purpose = keyof typeof PURPOSES;

/** Whether a text is the code of a purpose. */
export function isPurpose(text: string): text is Purpose {
  return Object.hasOwn(PURPOSES, text);
}
