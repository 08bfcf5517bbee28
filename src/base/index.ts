export { BoundedCache, weighText } from './bounded-cache.ts';
export { canonicalJson, hmacSha256, keyedName, sha256Hex } from './bytes.ts';
export { CHINA_OFFSET_MS, dayOf } from './china-day.ts';
export { systemClock, stoppedClock, type Clock } from './clock.ts';
export { keyIdOf, openPublicKey, rawPublicKey } from './ed25519-key.ts';
export { ERRORS, LukouError, type ErrorCode } from './errors.ts';
export { isUuid, randomHex16, uuidV7 } from './ids.ts';
export { isErrno } from './is-errno.ts';
export { readAtMost } from './read-at-most.ts';
export {
  JsonRefusal,
  readStrictJson,
  readStrictJsonText,
  type JsonRefusalReason,
} from './read-strict-json.ts';
export { readTraceparent } from './trace-parent.ts';
