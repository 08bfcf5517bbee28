const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** Whether a code unit, or a byte, is a control character that no text has: all below the space but tab and line ends. */
export function isControlCharacter(code: number): boolean {
  return code < SPACE && code !== TAB && code !== LINE_FEED && code !== CARRIAGE_RETURN;
}

const CONTROL_CHARACTER = /[\0-\u0008\u000b\u000c\u000e-\u001f]/;

/** Where the first of them stands in a text, or -1. */
export function findControlCharacter(text: string): number {
  return text.search(CONTROL_CHARACTER);
}
