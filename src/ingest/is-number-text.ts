// What stands between digits in numbers, dates and times.
const BETWEEN = new Set([...' :.,+-/'].map((character) => character.charCodeAt(0)));
const SHORTEST_HEX = 12;
const FEWEST_LETTERS = 3;

/**
 * Whether a text is a number, a date or a time, and so cannot carry a secrecy mark: it has digits and what stands
 * between them, and its digits do not spell letters in hexadecimal either (534543524554 does).
 */
export function isNumberText(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) run++;
    else if (!BETWEEN.has(code)) return false;
    else {
      if (run >= SHORTEST_HEX && spellsLetters(text, at - run, at)) return false;
      run = 0;
    }
  }
  return run < SHORTEST_HEX || !spellsLetters(text, text.length - run, text.length);
}

// Letters in a row, or with one space or zero byte after each, as in S E C R E T and in UTF-16.
function spellsLetters(text: string, from: number, to: number): boolean {
  let letters = 0;
  let sinceLetter = 0;
  for (let at = from; at + 1 < to; at += 2) {
    const byte = (text.charCodeAt(at) - 48) * 16 + text.charCodeAt(at + 1) - 48;
    const letter = byte & 0xdf;
    if (letter >= 0x41 && letter <= 0x5a) {
      if (++letters === FEWEST_LETTERS) return true;
      sinceLetter = 0;
    } else if ((byte !== 0x20 && byte !== 0) || ++sinceLetter > 1) letters = 0;
  }
  return false;
}
