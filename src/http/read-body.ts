import type { IncomingHttpHeaders } from 'node:http';
import { JsonRefusal, LukouError, readStrictJson, type JsonRefusalReason } from '../base/index.ts';

const WORDS: Readonly<Record<Exclude<JsonRefusalReason, 'TOO_DEEP'>, string>> = {
  NOT_UTF8: 'The body is not UTF-8.',
  NOT_JSON: 'The body is not JSON.',
  DUPLICATE_KEY: 'A key is written twice in one object.',
  UNSOUND_VALUE: 'A key, text or number is one that other readers may read differently.',
};

/**
 * Reads a request body. Another charset reads differently to others on the way, and a compressed body may be a bomb:
 * both are refused. Throws MEDIA_TYPE_UNSUPPORTED, BAD_REQUEST or LIMIT_VARIABLE_DEPTH.
 */
export function readBody(headers: IncomingHttpHeaders, body: Uint8Array, maxVariableDepth: number): unknown {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) throw new LukouError('MEDIA_TYPE_UNSUPPORTED');
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new LukouError('MEDIA_TYPE_UNSUPPORTED', 'Do not compress it: leave out content-encoding.');
  }
  return readRequestJson(body, maxVariableDepth);
}

/** Reads JSON that a client sent, and says what is wrong without quoting it. */
export function readRequestJson(bytes: Uint8Array, maxVariableDepth: number): unknown {
  try {
    // The variables stand inside the body, and the levels are counted inside the variables.
    return readStrictJson(bytes, maxVariableDepth + 2);
  } catch (error) {
    if (!(error instanceof JsonRefusal)) throw error;
    if (error.reason === 'TOO_DEEP')
      throw new LukouError('LIMIT_VARIABLE_DEPTH', `The limit is ${maxVariableDepth} levels.`);
    throw new LukouError('BAD_REQUEST', WORDS[error.reason]);
  }
}
