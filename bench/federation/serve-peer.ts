import { profileShares } from '../profile-shares.ts';

/** What the parent asks of a peer. */
export type PeerRequest =
  | { readonly kind: 'answer'; readonly query: string }
  | {
      readonly kind: 'round' | 'shares';
      readonly query: string;
      readonly operations: number;
      /** How many of them are asked side by side. */
      readonly atOnce: number;
    };

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
        return profileShares(() => run(request));
      case 'round':
        return run(request);
    }
  }

  /** CPU time of the whole process for each operation, garbage collection included, in microseconds. */
  async function run({
    query,
    operations,
    atOnce,
  }: Extract<PeerRequest, { atOnce: number }>): Promise<number> {
    let left = operations;
    const before = process.cpuUsage();
    const askOneAfterTheOther = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await ask(query);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, askOneAfterTheOther));
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
