import { useMemo } from 'react';
import type { Language } from './languages.ts';
import { useLanguage } from './use-language.tsx';

/** Times as all agencies keep them, whatever the machine's own zone is: +08:00. */
const ZONE = 'Asia/Shanghai';

/** How numbers and times are written in one language. */
export interface Formats {
  number(value: number): string;
  /** A share between 0 and 1. */
  percent(value: number): string;
  bytes(value: number): string;
  /** `2026-03-02 09:00:00`, at +08:00. */
  dateTime(instant: string | number | Date): string;
  /** `2026-03-02`, at +08:00. */
  date(instant: string | number | Date): string;
}

function formatsOf(language: Language): Formats {
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const bytes = new Intl.NumberFormat(language, {
    notation: 'compact',
    style: 'unit',
    unit: 'byte',
    unitDisplay: 'narrow',
  });
  return {
    number: (value) => number.format(value),
    percent: (value) => percent.format(value),
    bytes: (value) => bytes.format(value),
    dateTime: (instant) => DATE_TIME.format(new Date(instant)),
    date: (instant) => DATE.format(new Date(instant)),
  };
}

// One form in both languages: Swedish writes dates as ISO 8601 does.
const DATE_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});
const DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });

/** The formats of the language of the moment. */
export function useFormats(): Formats {
  const { language } = useLanguage();
  return useMemo(() => formatsOf(language), [language]);
}
