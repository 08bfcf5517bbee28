import { LukouError } from '../base/index.ts';

/** What an operator hears of something that will be tried again. */
export function describeTrouble(error: unknown): string {
  if (error instanceof LukouError) return error.message;
  // fetch says why in the cause.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
}
