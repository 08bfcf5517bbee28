import type { Language } from '../../i18n/languages.ts';
import type { CodeText } from './code-text.ts';
import { FAULTS } from './faults.ts';
import { OPERATOR_REFUSALS } from './operator-refusals.ts';
import { REFUSALS } from './refusals.ts';

/** Every code that the gateway has. */
export const CODE_TEXTS: ReadonlyMap<string, CodeText> = new Map(
  [REFUSALS, OPERATOR_REFUSALS, FAULTS].flatMap((texts) => Object.entries(texts)),
);

/** Whether a code is of something refused, rather than of something that should not happen. */
export function isRefusal(code: string): boolean {
  return CODE_TEXTS.has(code) && !Object.hasOwn(FAULTS, code);
}

/** What is said of a code in one language; undefined where the gateway's own words, which are English, say it. */
export function tellCode(code: string, language: Language): string | undefined {
  const text = CODE_TEXTS.get(code);
  return language === 'en' ? text?.en : text?.zh;
}
