// Control characters, line separators and bidirectional controls: a client string holding one must not be able to
// break a line, colour a terminal or reverse what an auditor reads (hostile-cases L4).
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu;

/** JSON as UTF-8 on one line, in which nothing but printable text stands unescaped. */
export function encodeOneLine(value: unknown): Buffer {
  const text = JSON.stringify(value).replace(
    UNSAFE,
    (unsafe) => `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Buffer.from(text, 'utf8');
}
