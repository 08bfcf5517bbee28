/** Why a text was refused as strict JSON. */
export type JsonRefusalReason = 'NOT_UTF8' | 'NOT_JSON' | 'TOO_DEEP' | 'DUPLICATE_KEY' | 'UNSOUND_VALUE';

/** A text that is not strict JSON. It never quotes the text. */
export class JsonRefusal extends Error {
  override readonly name = 'JsonRefusal';
  readonly reason: JsonRefusalReason;

  constructor(reason: JsonRefusalReason) {
    super(`The JSON was refused: ${reason}.`);
    this.reason = reason;
  }
}

/**
 * Reads bytes as JSON and refuses what JSON.parse lets pass and another reader may read differently: a byte order
 * mark, ill-formed UTF-8 or surrogates, duplicate keys (also when one is spelled with escapes), `__proto__`, numbers
 * beyond a double, and more than `maxDepth` levels of objects and lists. Its time grows with the text alone.
 *
 * @throws JsonRefusal
 */
export function readStrictJson(bytes: Uint8Array, maxDepth: number): unknown {
  return readStrictJsonText(decodeUtf8(bytes), maxDepth);
}

/**
 * The same, of a text that was decoded already.
 *
 * @throws JsonRefusal
 */
export function readStrictJsonText(text: string, maxDepth: number): unknown {
  const value = parseJson(text);
  scan(text, maxDepth);
  return value;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    // ignoreBOM keeps the mark in the text, where JSON.parse then refuses it; without it the decoder would hide it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new JsonRefusal('NOT_UTF8');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the input, so it is not kept as the cause.
    throw new JsonRefusal('NOT_JSON');
  }
}

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const NUMBER = /-?\d[\d.eE+-]*/y;

/** Walks text that JSON.parse has accepted, so the grammar is known to hold: a string before a colon is a key. */
function scan(text: string, maxDepth: number): void {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      const isKey = text.charCodeAt(afterSpace(text, end)) === COLON;
      const value = readString(text, at, end);
      if (isKey) addKey(open.at(-1), value);
      at = end - 1;
    } else if (code === 0x7b || code === 0x5b) {
      open.push(new Set());
      if (open.length > maxDepth) throw new JsonRefusal('TOO_DEEP');
    } else if (code === 0x7d || code === 0x5d) {
      open.pop();
    } else if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      at = endOfNumber(text, at) - 1;
    }
  }
}

/** Just behind the closing quote. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); ; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
  }
}

function afterSpace(text: string, start: number): number {
  let at = start;
  // JSON knows four kinds of space, and all of them are below 0x21.
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** What the string says. Only escapes can make half a character here, since the bytes were sound. */
function readString(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  if (!raw.includes('\\')) return raw;
  const said = String(JSON.parse(text.slice(start, end)));
  if (!said.isWellFormed()) throw new JsonRefusal('UNSOUND_VALUE');
  return said;
}

function addKey(keys: Set<string> | undefined, key: string): void {
  if (keys === undefined || keys.has(key)) throw new JsonRefusal('DUPLICATE_KEY');
  if (key === '__proto__') throw new JsonRefusal('UNSOUND_VALUE');
  keys.add(key);
}

function endOfNumber(text: string, start: number): number {
  NUMBER.lastIndex = start;
  NUMBER.test(text);
  const end = NUMBER.lastIndex;
  if (!Number.isFinite(Number(text.slice(start, end)))) throw new JsonRefusal('UNSOUND_VALUE');
  return end;
}
