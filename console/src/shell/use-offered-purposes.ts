import { useEffect, useMemo } from 'react';
import { CallerPurposesDocument } from '../graphql/generated.ts';
import { useQuestion } from '../graphql/index.ts';
import { isPurpose, PURPOSES, type Purpose, useChosen } from '../session/index.ts';

// Of a caller itself, the gateway tells under whatever purpose.
const ANY_PURPOSE = { purpose: 'OVERSIGHT' };

/**
 * The purposes under which some agreement serves who is signed in. A choice that is none of them is undone. Where the gateway
 * does not say, all of them, and it refuses what it must.
 */
export function useOfferedPurposes(): readonly Purpose[] {
  const { purpose, choose } = useChosen();
  const { data, isError } = useQuestion(CallerPurposesDocument, {}, ANY_PURPOSE);
  const served = useMemo(() => data?.data.caller.purposes.map(({ code }) => code).filter(isPurpose), [data]);
  useEffect(() => {
    if (served !== undefined && purpose !== null && !served.includes(purpose)) choose({ purpose: null });
  }, [served, purpose, choose]);
  if (served !== undefined) return served;
  if (isError) return Object.keys(PURPOSES).filter(isPurpose);
  return purpose === null ? [] : [purpose];
}
