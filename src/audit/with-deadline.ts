import { LukouError } from '../base/index.ts';

/**
 * What `work` comes to, where it does so in time. A hung disk is not a failed disk: both end here.
 *
 * @param onLate - told where the time is over, before the rejection.
 * @throws LukouError AUDIT_UNAVAILABLE where it takes longer.
 */
export function withDeadline<T>(
  work: Promise<T>,
  deadlineMs: number,
  onLate: () => void = () => undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      onLate();
      reject(new LukouError('AUDIT_UNAVAILABLE'));
    }, deadlineMs);
    const settle =
      <V>(pass: (value: V) => void) =>
      (value: V): void => {
        clearTimeout(timer);
        // Where it was late, the caller was told so already.
        pass(value);
      };
    work.then(settle(resolve), settle(reject));
  });
}
