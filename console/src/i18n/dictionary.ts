import { useLanguage } from './use-language.tsx';
import type { Language } from './languages.ts';

/** A text, or a text made from what it is about. */
type Entry = string | ((...parts: never[]) => string);

/** The words of one page, per language. Chinese says which there are; a language that lacks one does not compile. */
export interface Dictionary<Words> {
  readonly words: Readonly<Record<Language, Words>>;
}

type Widened<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Words[Key] };

/** Makes a page's dictionary: Chinese, and the same keys in English. */
export function dictionary<const Words extends Readonly<Record<string, Entry>>>(
  zh: Words,
  en: NoInfer<Widened<Words>>,
): Dictionary<Widened<Words>> {
  return { words: { 'zh-CN': zh as Widened<Words>, en } };
}

/** The words of a page in the language of the moment. */
export function useWords<Words>({ words }: Dictionary<Words>): Words {
  return words[useLanguage().language];
}
