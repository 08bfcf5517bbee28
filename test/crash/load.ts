import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Gateway } from './gateway.ts';

/** What a client was promised. */
export interface SeenReceipt {
  readonly index: number;
  readonly leafHash: string;
  readonly id: string;
  readonly resultSha256: string;
}

/** What clients saw. */
export interface Seen {
  readonly receipts: SeenReceipt[];
  /** Signed heads, as they were served. */
  readonly heads: string[];
  unavailable: number;
  lost: number;
  /** Answers that should never have been. */
  readonly faults: string[];
}

/** Clients that ask and ask. */
export interface Load {
  readonly seen: Seen;
  /** Once every client has been answered a few times, so that what comes next meets a gateway at work. */
  untilBusy(): Promise<void>;
  stop(): Promise<void>;
}

const CLIENTS = 12;
const LOOK_EVERY_MS = 40;
const BUSY = CLIENTS * 3;
const BUSY_WITHIN_MS = 10_000;

/** Lets clients ask what the gateway gives as examples, and one look at the log's head again and again. */
export function putUnderLoad({ url, examples }: Gateway): Load {
  const seen: Seen = { receipts: [], heads: [], unavailable: 0, lost: 0, faults: [] };
  const stopping = new AbortController();
  const { signal } = stopping;
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    for (let turn = client; !signal.aborted; turn += 1) {
      const { headers, body } = examples[turn % examples.length]!;
      const reply = await readReply(url, { method: 'POST', headers, body });
      if (reply === null) {
        seen.lost += 1;
        await sleep(10);
      } else note(seen, reply.status, reply.text);
    }
  });
  const watcher = (async () => {
    while (!signal.aborted) {
      const reply = await readReply(new URL('/log/checkpoint', url));
      if (reply?.status === 200 && seen.heads.at(-1) !== reply.text) seen.heads.push(reply.text);
      await sleep(LOOK_EVERY_MS);
    }
  })();
  return {
    seen,
    async untilBusy() {
      const untilMs = performance.now() + BUSY_WITHIN_MS;
      while (seen.receipts.length < BUSY && performance.now() < untilMs) await sleep(5);
    },
    async stop() {
      stopping.abort();
      await Promise.all([...clients, watcher]);
    },
  };
}

/** Null where the connection broke before the whole answer was there. */
async function readReply(
  url: string | URL,
  init?: RequestInit,
): Promise<{ readonly status: number; readonly text: string } | null> {
  try {
    const reply = await fetch(url, init);
    return { status: reply.status, text: await reply.text() };
  } catch (error) {
    // What fetch says of a connection that was refused or cut; anything else is a mistake of this harness.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly receipt?: SeenReceipt };
}

function note(seen: Seen, status: number, text: string): void {
  const answer = JSON.parse(text) as Answer;
  const { receipt, ...extensions } = answer.extensions ?? {};
  if (receipt === undefined) {
    if (answer.data !== undefined && answer.data !== null) seen.faults.push(`Data without a record: ${text}`);
    else if (status === 503) seen.unavailable += 1;
    else seen.faults.push(`An answer of status ${status} without a receipt: ${text}`);
    return;
  }
  const digest = createHash('sha256')
    .update(JSON.stringify({ ...answer, extensions }))
    .digest('hex');
  if (digest !== receipt.resultSha256)
    seen.faults.push(`Record ${receipt.index} is of another answer than the one that left.`);
  seen.receipts.push(receipt);
}
