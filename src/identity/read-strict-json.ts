import { TokenRefusal } from './token-refusal.ts';

const MAX_DEPTH = 8;
const LEXEME = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Reads bytes as one JSON object and refuses what JSON.parse lets pass: a byte order mark, ill-formed UTF-8 or
 * surrogates, duplicate keys (also when one is spelled with escapes), `__proto__`, numbers beyond a double, deep nesting.
 * Throws {@link TokenRefusal} `JSON_NOT_STRICT`.
 */
export function readStrictObject(bytes: Uint8Array): Record<string, unknown> {
  const text = decodeUtf8(bytes);
  const value = parseJson(text);
  if (!isRecord(value)) throw new TokenRefusal('JSON_NOT_STRICT');
  scanLexemes(text);
  return value;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    // ignoreBOM keeps the mark in the text, where JSON.parse then refuses it; without it the decoder would hide it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new TokenRefusal('JSON_NOT_STRICT');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the input, so it is not kept as the cause.
    throw new TokenRefusal('JSON_NOT_STRICT');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Walks text that JSON.parse has accepted, so the grammar is known to hold and a colon always follows a key. */
function scanLexemes(text: string): void {
  const open: Set<string>[] = [];
  let previous = '';
  for (const [lexeme] of text.matchAll(LEXEME)) {
    if (lexeme === '{' || lexeme === '[') open.push(new Set());
    else if (lexeme === '}' || lexeme === ']') open.pop();
    else if (lexeme === ':') addKey(open.at(-1), previous);
    else if (!isSoundScalar(lexeme)) throw new TokenRefusal('JSON_NOT_STRICT');
    if (open.length > MAX_DEPTH) throw new TokenRefusal('JSON_NOT_STRICT');
    previous = lexeme;
  }
}

function addKey(keys: Set<string> | undefined, lexeme: string): void {
  const key = String(JSON.parse(lexeme));
  if (keys === undefined || keys.has(key) || key === '__proto__') throw new TokenRefusal('JSON_NOT_STRICT');
  keys.add(key);
}

function isSoundScalar(lexeme: string): boolean {
  if (lexeme.startsWith('"')) return String(JSON.parse(lexeme)).isWellFormed();
  if (/^[-0-9]/.test(lexeme)) return Number.isFinite(Number(lexeme));
  return true;
}
