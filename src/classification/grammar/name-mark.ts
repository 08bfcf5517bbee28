import { HANDLING_MARKS, LATIN_LEVELS, NATO_MARKS } from './vocabulary.ts';

const LONGEST = 48;
const NAMES = [...NATO_MARKS, ...HANDLING_MARKS, ...LATIN_LEVELS]
  .filter((name) => name.includes(' '))
  .map((name) => [name.replaceAll(' ', ''), name] as const);

/** A matched mark as its author would have written it plainly: `机 密 ★` is 机密★, `T O P S E C R E T` is TOP SECRET. */
export function nameMark(matched: string): string {
  const line = matched.trim().slice(0, LONGEST * 4);
  const joined = line
    .replace(/(?<=[\u3400-\u9fff])[^0-9A-Za-z\u3400-\u9fff★:=]+(?=[\u3400-\u9fff★])/g, '')
    .replace(/\b([A-Z](?:[ \t.·*_~`+-]{1,2}[A-Z])+)\b/g, (spaced) => spaced.replace(/[^A-Z]/g, ''));
  return NAMES.reduce((text, [packed, name]) => text.replaceAll(packed, name), joined).slice(0, LONGEST);
}
