import { useCallback } from 'react';
import { useLanguage } from '../i18n/index.ts';
import { isPurpose, PURPOSES } from './purposes.ts';

/** Names the code of a purpose; a code that nobody knows is its own name. */
export function usePurposeName(): (code: string) => string {
  const { language } = useLanguage();
  return useCallback((code) => (isPurpose(code) ? PURPOSES[code][language] : code), [language]);
}
