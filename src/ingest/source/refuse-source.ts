import { LukouError } from '../../base/index.ts';

/** The refusal of a whole source that cannot be read: nothing of it is kept. */
export function refuseSource(what: string): LukouError {
  return new LukouError('INGEST_REFUSED', what);
}

/** The code of an error of the platform, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
