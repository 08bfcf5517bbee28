import { readStrictJson } from '../base/index.ts';
import { TokenRefusal } from './token-refusal.ts';

const MAX_DEPTH = 8;

/** Reads bytes as one strict JSON object. Throws {@link TokenRefusal} `JSON_NOT_STRICT`. */
export function readStrictObject(bytes: Uint8Array): Record<string, unknown> {
  const value = readStrict(bytes);
  if (!isRecord(value)) throw new TokenRefusal('JSON_NOT_STRICT');
  return value;
}

function readStrict(bytes: Uint8Array): unknown {
  try {
    return readStrictJson(bytes, MAX_DEPTH);
  } catch {
    // Why is not told: the caller learns nothing, and the record knows the step.
    throw new TokenRefusal('JSON_NOT_STRICT');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
