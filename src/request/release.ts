import type { Receipt } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import type { Answer, Released } from './stages.ts';

/** Lets an answer leave: only the very bytes that were recorded, with their receipt added. */
export function release(answer: Answer, receipt: Receipt): Released {
  if (answer.sha256 !== receipt.resultSha256)
    throw new LukouError('LOG_MISMATCH', 'The receipt is for another answer.');
  const shown = JSON.stringify({ index: receipt.index, id: receipt.id, resultSha256: receipt.resultSha256 });
  return {
    status: answer.status,
    headers: answer.headers,
    json: `${answer.json.slice(0, -2)},"receipt":${shown}}}`,
    receipt,
  } as Released;
}
