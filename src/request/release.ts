import { LukouError } from '../base/index.ts';
import type { Account } from './account.ts';
import type { Recorded } from './record-answer.ts';
import type { Released } from './stages.ts';

/**
 * Lets an answer leave: only the very bytes that were recorded, with their receipt added; with the record's proof too
 * where the caller asks for it (`lukou-proof: inline`).
 */
export function release({ answer, receipt }: Recorded, { arrival }: Account): Released {
  if (answer.sha256 !== receipt.resultSha256)
    throw new LukouError('LOG_MISMATCH', 'The receipt is for another answer.');
  const { index, leafHash, origin, id, resultSha256 } = receipt;
  const isInline = arrival.headers.get('lukou-proof')?.toLowerCase() === 'inline';
  const shown = JSON.stringify({
    index,
    leafHash,
    origin,
    id,
    resultSha256,
    ...(isInline && { proof: receipt.prove() }),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    json: `${answer.json.slice(0, -2)},"receipt":${shown}}}`,
    receipt,
  } as Released;
}
