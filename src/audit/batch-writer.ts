import { LukouError } from '../base/index.ts';
import {
  type GrowingTree,
  type Growth,
  growTree,
  hashLeaf,
  printLogProof,
  printNoteKey,
  proveConsistency,
  proveInclusion,
  rootOf,
} from '../merkle/index.ts';
import type { StoredHead } from './log-reader.ts';
import type { StoredRecord } from './log-store.ts';
import { type LogParts, recoverLog } from './recover-log.ts';
import { withDeadline } from './with-deadline.ts';

/** A batch that is stored, and whose head the signer keeps. */
export interface Written {
  readonly records: readonly StoredRecord[];
  readonly leafHashes: readonly Buffer[];
  /** The record's proof against the batch's own head, as C2SP tlog-proof. */
  prove(index: number): string;
}

/** The one writer of one log, one batch after the other. */
export interface BatchWriter {
  /** Whether the log had no record before. */
  readonly isNew: boolean;
  /** Whether everything that was begun is known to be stored, or known not to be. */
  readonly isCertain: boolean;
  /** Finds out what became of what was begun. */
  settle(): Promise<void>;
  /**
   * Stores a batch, and has the signer keep its head: answers may leave.
   *
   * @param build - the records from an index on; may be asked again for another index.
   * @param withSuccessor - whether the signer's next key takes over with this batch.
   */
  write(build: (firstIndex: number) => readonly StoredRecord[], withSuccessor?: boolean): Promise<Written>;
}

interface State {
  readonly tree: GrowingTree;
  readonly head: StoredHead;
}

/**
 * Opens the writer of a log: recovers it first.
 *
 * The order of its steps is the design: sign, store, keep, answer.
 * - A crash after signing leaves a signature that only a transaction held that is gone.
 * - A crash after storing leaves records without answers, and a head that extends the kept one: found at the next start.
 * - A crash after keeping leaves nothing to find.
 * So the database may be ahead of the signer, never behind it: behind means that somebody took records away.
 */
export async function openBatchWriter(parts: LogParts, deadlineMs: number): Promise<BatchWriter> {
  const { store, signer, log } = parts;
  const { tree, isNew } = await recoverLog(parts);
  const { frontier: recovered } = tree;
  const root = rootOf(recovered);
  // Recovering has made the signer keep this very head.
  const { note } = signer.kept!;
  let current: State = {
    tree,
    head: { log, size: recovered.size, root, frontier: recovered.nodes, note },
  };
  // Batches whose outcome is unknown, all begun on the current head: at most one of them can be stored.
  let begun: State[] = [];
  let isCertain = true;

  async function settle(): Promise<void> {
    const stored = requireFound(await withDeadline(store.settleHead(log), deadlineMs));
    const found = [current, ...begun].find(({ head }) => isSame(head, stored));
    if (found === undefined) throw describeStrange(stored, current.head);
    // Stored after all: its records stay, and nobody was answered on them.
    if (found !== current) begun = [];
    current = found;
    if (found.head.size > 0) await withDeadline(signer.keep(found.head.note), deadlineMs);
    isCertain = true;
  }

  async function sign(growth: Growth): Promise<State> {
    const { frontier } = growth.tree;
    const newRoot = rootOf(frontier);
    const oldSize = current.head.size;
    const proof = oldSize === 0 ? [] : proveConsistency(oldSize, frontier.size, growth.readNode);
    const head = { origin: signer.key.name, size: frontier.size, root: newRoot };
    const signed = await withDeadline(signer.sign(head, proof), deadlineMs);
    return { tree: growth.tree, head: { ...head, log, frontier: frontier.nodes, note: signed } };
  }

  return {
    isNew,
    get isCertain() {
      return isCertain;
    },
    settle,
    async write(build, withSuccessor = false) {
      for (;;) {
        // A signer that was too slow to hear of the current head has to hear of it first.
        if (!isCertain || signer.kept?.size !== current.head.size) await settle();
        const { size } = current.head;
        const records = build(size);
        const leafHashes = records.map(({ leaf }) => hashLeaf(leaf));
        const growth = growTree(current.tree, leafHashes);
        const next = await sign(growth);
        const newKey =
          withSuccessor && signer.successor !== null
            ? { vkey: printNoteKey(signer.successor), fromSize: next.head.size }
            : null;
        const batch = { before: current.head, records, tiles: growth.tiles, head: next.head, newKey };
        begun.push(next);
        isCertain = false;
        const given = new AbortController();
        const isStored = await withDeadline(store.append(batch, given.signal), deadlineMs, () =>
          given.abort(),
        );
        // Another head: an earlier batch of ours that was given up and stored since, or a second writer. Settling tells.
        if (!isStored) {
          begun.pop();
          const { head } = current;
          await settle();
          if (isSame(head, current.head)) throw new LukouError('AUDIT_UNAVAILABLE');
          continue;
        }
        current = next;
        begun = [];
        // Waited for before the next batch begins: two batches in turns would each hold half of those who wait.
        await withDeadline(signer.keep(next.head.note), deadlineMs);
        isCertain = true;
        const prove = (index: number): string =>
          printLogProof({
            index,
            hashes: proveInclusion(index, next.head.size, growth.readNode),
            head: next.head.note,
          });
        return { records, leafHashes, prove };
      }
    },
  };
}

function requireFound(stored: StoredHead | null): StoredHead {
  if (stored === null) throw new LukouError('LOG_ROLLED_BACK', 'The log is gone from the database.');
  return stored;
}

function isSame(one: StoredHead, other: StoredHead): boolean {
  return one.size === other.size && one.root.equals(other.root);
}

function describeStrange(stored: StoredHead, left: StoredHead): LukouError {
  const words = `The database’s head is of ${stored.size} records, and this process left one of ${left.size}.`;
  if (stored.size < left.size) return new LukouError('LOG_ROLLED_BACK', words);
  return new LukouError(stored.size === left.size ? 'LOG_FORKED' : 'LOG_SECOND_WRITER', words);
}
