import type { JSONWebKeySet } from 'jose';
import { readAtMost } from '../base/index.ts';
import { readKeySet } from './key-source.ts';

const TIME_LIMIT_MS = 3_000;
const SIZE_LIMIT_BYTES = 65_536;

/**
 * Fetches one issuer's key set: 3 s for the whole answer, 64 KiB, no redirects (a redirect could leave https).
 * Throws an Error that says what was wrong with the answer.
 */
export async function fetchKeySet(address: string, fetchAnswer: typeof fetch): Promise<JSONWebKeySet> {
  const answer = await fetchAnswer(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(TIME_LIMIT_MS),
    headers: { accept: 'application/jwk-set+json, application/json' },
  });
  if (answer.status !== 200 || answer.body === null) {
    await answer.body?.cancel();
    throw new Error(`The key set was answered with status ${answer.status}; 200 was expected.`);
  }
  const body = await readAtMost(answer.body, SIZE_LIMIT_BYTES);
  if (body === null) throw new Error(`The key set is larger than ${SIZE_LIMIT_BYTES} bytes.`);
  return readKeySet(JSON.parse(body.toString('utf8')));
}
