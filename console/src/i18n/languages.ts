/** Languages of the console, the one first that it opens with where the browser asks for none of them. */
export const LANGUAGES = ['zh-CN', 'en'] as const;

/** One of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Worded<Text = string> = Readonly<Record<Language, Text>>;

/** The language that a browser asks for. */
export function languageOf(wishes: readonly string[]): Language {
  const known = wishes.map((wish) => LANGUAGES.find((language) => wish.startsWith(language.slice(0, 2))));
  return known.find((language) => language !== undefined) ?? LANGUAGES[0];
}
