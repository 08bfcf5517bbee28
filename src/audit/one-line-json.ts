// Control characters, line separators and bidirectional controls: a client string holding one must not be able to
// break a line, colour a terminal or reverse what an auditor reads (hostile-cases L4).
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;

const DELETE = '\u007f';

/** JSON on one line, in which nothing but printable text stands unescaped. */
export function printOneLine(value: unknown): string {
  const text = JSON.stringify(value);
  // Most records hold nothing beyond ASCII, of which JSON lets one control character stand: told in a fraction of the time.
  const isPlain = Buffer.byteLength(text) === text.length && !text.includes(DELETE);
  return isPlain ? text : text.replace(UNSAFE, escapeUnit);
}

function escapeUnit(unsafe: string): string {
  return `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
