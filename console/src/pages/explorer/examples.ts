import { exampleWords } from './example-words.ts';
import type { Language } from '../../i18n/index.ts';

/** One of the questions that come with Lukou (examples/). */
export interface Example {
  /** Its file's name without the ending. */
  readonly name: string;
  readonly text: string;
  /** The sample caller and the purpose that it is asked for. */
  readonly caller: string;
  readonly purpose: string;
}

const FILES: Readonly<Record<string, string>> = import.meta.glob('../../../../examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** All examples, in the order of their names. */
export const EXAMPLES: readonly Example[] = Object.entries(FILES)
  .toSorted(([one], [other]) => one.localeCompare(other))
  .map(([path, text]) => ({
    name: /([^/]+)\.graphql$/.exec(path)?.[1] ?? path,
    text,
    caller: /^# caller: (\S+)/m.exec(text)?.[1] ?? '',
    purpose: /^# purpose: (\S+)/m.exec(text)?.[1] ?? '',
  }));

/** What an example asks, in a few words. */
export function titleOf({ name }: Example, language: Language): string {
  return exampleWords[name]?.[language] ?? name;
}
