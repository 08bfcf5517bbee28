import type { DisclosureStage } from '../graphql/generated.ts';
import type { Worded } from '../i18n/index.ts';

/** What a record records, named. */
export const STAGES: Readonly<Record<DisclosureStage, Worded>> = {
  INTENT: { 'zh-CN': '请求', en: 'Intent' },
  RELEASE: { 'zh-CN': '答复', en: 'Answer' },
  DENY: { 'zh-CN': '拒绝', en: 'Refusal' },
  ERROR: { 'zh-CN': '故障', en: 'Fault' },
  ADMIN: { 'zh-CN': '管理操作', en: 'Operation' },
};
