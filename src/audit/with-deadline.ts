import { LukouError } from '../base/index.ts';

/**
 * What `work` comes to, where it does so in time. A hung disk is not a failed disk: both end here.
 *
 * @param onLate - told where the time is over, before the rejection.
 * @throws LukouError AUDIT_UNAVAILABLE where it takes longer.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  deadlineMs: number,
  onLate: () => void = () => undefined,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      onLate();
      reject(new LukouError('AUDIT_UNAVAILABLE'));
    }, deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // The loser of the race may still reject; its reason was already told to the caller.
    work.catch(() => undefined);
  }
}
