import { useEffect, useState } from 'react';
import type { Step } from './verify-record.ts';

/** What a verification came to; null while it computes. Keep `verify` in a `useCallback`. */
export function useSteps(verify: () => Promise<readonly Step[]>): readonly Step[] | null {
  const [steps, setSteps] = useState<readonly Step[] | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    let isCurrent = true;
    verify().then(
      (found) => isCurrent && setSteps(found),
      (error: Error) => isCurrent && setFailure(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [verify]);
  // As an error of the page: what could not be computed is not shown as proved.
  if (failure !== null) throw failure;
  return steps;
}
