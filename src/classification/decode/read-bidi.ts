import type { RunReader } from './reader.ts';

const POP = 0x202c;

/** A right-to-left override shows its run backwards; the reader sees it so, hence the guard does. */
export const readBidi: RunReader = (text, start, out) => {
  let end = start + 1;
  while (
    end < text.length &&
    text.charCodeAt(end) !== POP &&
    text.charCodeAt(end) !== 0x0a &&
    text.charCodeAt(end) !== 0x202e
  )
    end++;
  for (let at = end - 1; at > start; at--) out.push(text.charCodeAt(at));
  return end;
};
