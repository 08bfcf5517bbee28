export { BoundedCache, weighText } from './bounded-cache.ts';
export { canonicalJson, hmacSha256, sha256Hex } from './bytes.ts';
export { systemClock, stoppedClock, type Clock } from './clock.ts';
export { ERRORS, LukouError, type ErrorCode } from './errors.ts';
export { randomHex16, uuidV7 } from './ids.ts';
export { JsonRefusal, readStrictJson, type JsonRefusalReason } from './read-strict-json.ts';
