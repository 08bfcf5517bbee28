import { createClient } from 'graphql-sse';
import { setTimeout as sleep } from 'node:timers/promises';

/** One answer of the stream. */
interface Told {
  readonly data?: Readonly<Record<string, { readonly id: string } | null>> | null;
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
  readonly extensions?: { readonly event?: { readonly number: number } };
}

/** A client that comes back after its last number, whenever a stream ends. */
export interface Follower {
  readonly numbers: readonly number[];
  readonly ids: readonly string[];
  /** Why streams ended, as they said; "cut" where the connection was gone. */
  readonly endings: readonly unknown[];
  stop(): void;
}

export function followOn(url: string, headers: Record<string, string>, field: string): Follower {
  const numbers: number[] = [];
  const ids: string[] = [];
  const endings: unknown[] = [];
  const query = `subscription ($after: Int) { ${field}(afterNumber: $after) { id } }`;
  const over = new AbortController();
  const client = createClient({ url, headers, retryAttempts: 0 });
  void goOn();
  return {
    numbers,
    ids,
    endings,
    stop() {
      over.abort();
      client.dispose();
    },
  };

  async function goOn(): Promise<void> {
    while (!over.signal.aborted) {
      const variables = { after: numbers.at(-1) ?? 0 };
      try {
        for await (const told of client.iterate<Told['data']>({ query, variables })) take(told as Told);
      } catch {
        endings.push('cut');
      }
      await sleep(50);
    }
  }

  function take({ data, errors = [], extensions }: Told): void {
    for (const error of errors) endings.push(error.extensions['code']);
    const row = data?.[field];
    if (row === null || row === undefined || extensions?.event === undefined) return;
    numbers.push(extensions.event.number);
    ids.push(row.id);
  }
}
