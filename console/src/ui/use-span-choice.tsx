import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { lastDays, type Span } from '../time/index.ts';
import { ChoiceButtons } from './choice-buttons.tsx';
import { useUrlState } from './use-url-state.ts';
import { uiWords } from './words.ts';

const DEFAULTS = { days: '7' };
const CHOICES = ['1', '7', '31'];

/** The span of days that a page is about, as the address holds it, and the buttons that choose it. */
export function useSpanChoice(): readonly [during: Span, buttons: ReactNode] {
  const words = useWords(uiWords);
  const [{ days }, change] = useUrlState(DEFAULTS);
  // Of the moment when the page was opened: a span that moves would ask again and again.
  const [openedAtMs] = useState(() => Date.now());
  const chosen = CHOICES.includes(days) ? days : DEFAULTS.days;
  const buttons = (
    <ChoiceButtons
      label={words.span}
      choices={CHOICES.map((value) => ({ value, label: value === '1' ? words.day : words.days(value) }))}
      chosen={chosen}
      choose={(value) => change({ days: value })}
    />
  );
  return [lastDays(Number(chosen), openedAtMs), buttons];
}
