export { dictionary, useWords, type Dictionary } from './dictionary.ts';
export { useFormats, type Formats } from './formats.ts';
export { LANGUAGES, type Language, type Worded } from './languages.ts';
export { LanguageProvider, useLanguage } from './use-language.tsx';
