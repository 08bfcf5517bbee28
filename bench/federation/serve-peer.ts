import { profileShares } from '../profile-shares.ts';

/** What the parent asks of a peer. */
export type PeerRequest =
  | { readonly kind: 'answer'; readonly query: string }
  | { readonly kind: 'round' | 'shares'; readonly query: string; readonly operations: number };

/**
 * Answers the parent's requests with `ask`, which does one operation from its text to what would leave. `dataOf` reads
 * the answer's data as JSON and refuses one with errors.
 */
export function servePeer<Reply>(
  ask: (query: string) => Promise<Reply>,
  dataOf: (reply: Reply) => string,
): void {
  process.on('message', (request: PeerRequest) => {
    void reply(request).then((answer) => process.send?.(answer));
  });
  process.send?.('ready');

  async function reply(request: PeerRequest): Promise<unknown> {
    const { query } = request;
    switch (request.kind) {
      case 'answer':
        return dataOf(await ask(query));
      case 'shares':
        return profileShares(() => run(query, request.operations));
      case 'round':
        return run(query, request.operations);
    }
  }

  /** CPU time of the whole process for each operation, garbage collection included, in microseconds. */
  async function run(query: string, operations: number): Promise<number> {
    const before = process.cpuUsage();
    for (let done = 0; done < operations; done += 1) await ask(query);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / operations;
  }
}

/** The data of a GraphQL answer, as JSON. Throws where it holds errors. */
export function requireData(answer: { readonly data?: unknown; readonly errors?: unknown }): string {
  if (answer.errors !== undefined && JSON.stringify(answer.errors) !== '[]') {
    throw new Error(JSON.stringify(answer.errors));
  }
  return JSON.stringify(answer.data);
}
