import type { IncomingMessage } from 'node:http';

/** Whether a browser asks, for somebody to read. */
export function asksForPage({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return /(^|,)\s*text\/html\s*(;|,|$)/.test(headers.accept ?? '');
}

/**
 * Where somebody is sent who asks the console for an address that cannot be read, such as `/console/agreements/%ZZ`: to a
 * page that it does not have, which it says in their language. Null for whoever is not somebody at the console.
 */
export function findLostPage(request: Pick<IncomingMessage, 'headers' | 'url'>): string | null {
  return request.url?.startsWith('/console/') === true && asksForPage(request) ? '/console/not-here' : null;
}
