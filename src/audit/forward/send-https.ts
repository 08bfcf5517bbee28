import { LukouError } from '../../base/index.ts';
import type { CopySender } from './copy-sender.ts';

const TIMEOUT_MS = 10_000;
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * Posts copies as lines of JSON (application/x-ndjson); any status of 200 to 299 says that they were taken over.
 *
 * @throws LukouError FORWARD_IMPOSSIBLE for http to another machine.
 */
export function createHttpsSender(url: URL): CopySender {
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    throw new LukouError('FORWARD_IMPOSSIBLE', 'Records leave this machine over https only.');
  return {
    async send(copies) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: copies.map(({ text }) => `${text}\n`).join(''),
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`status ${response.status}`);
    },
    close: () => Promise.resolve(),
  };
}
