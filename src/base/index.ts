export { canonicalJson, hmacSha256, sha256Hex } from './bytes.ts';
export { systemClock, stoppedClock, type Clock } from './clock.ts';
export { ERRORS, LukouError, type ErrorCode } from './errors.ts';
export { uuidV7 } from './ids.ts';
