import { JsonRefusal, readStrictJsonText } from '../../base/index.ts';

const DEEPEST = 64;

/**
 * Parses JSON of which all is seen; undefined where it is none. Of a member that is there twice `JSON.parse` keeps the
 * last, so the guard would never look at the first.
 */
export function parseJson(text: string): unknown {
  try {
    return readStrictJsonText(text, DEEPEST);
  } catch (error) {
    if (error instanceof JsonRefusal) return undefined;
    throw error;
  }
}
