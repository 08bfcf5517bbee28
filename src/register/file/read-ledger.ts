import { canonicalJson, LukouError } from '../../base/index.ts';
import { appendLeaf, EMPTY_FRONTIER, type Frontier, hashLeaf, rootOf } from '../../merkle/index.ts';
import { registerEntry, type RegisterEntry } from '../model/entry.ts';
import { Ledger } from '../model/ledger.ts';
import { openFrame } from './frame.ts';
import type { FileKey } from './header.ts';

/** A ledger as its file holds it. */
export interface ReadLedger {
  readonly ledger: Ledger;
  /** The tree over all entries (RFC 6962). */
  readonly tree: Frontier;
  /** Root of the tree after each entry. */
  readonly roots: readonly string[];
  /** Where the last whole entry ends. */
  readonly end: number;
  /** Bytes behind it: of a write that was cut off, and of nothing that was ever confirmed. */
  readonly tornBytes: number;
}

/**
 * Reads and checks everything: each entry decrypts in its place, is well formed, and may follow on those before it.
 *
 * @throws LukouError REGISTER_DAMAGED naming the first entry that is not as it was written.
 */
export function readLedger(file: Buffer, fileKey: FileKey): ReadLedger {
  const ledger = new Ledger();
  let tree = EMPTY_FRONTIER;
  const roots: string[] = [];
  let at = fileKey.bytes;
  while (at < file.length) {
    const found = openFrame(file, at, fileKey, { index: tree.size, root: rootOf(tree) });
    if (found.kind === 'damaged') throw damaged(tree.size, found.what);
    if (found.kind === 'torn') break;
    applyBytes(ledger, found.bytes, tree.size);
    tree = appendLeaf(tree, hashLeaf(found.bytes));
    roots.push(rootOf(tree).toString('hex'));
    at = found.end;
  }
  if (tree.size === 0) throw damaged(0, 'the file ends before it');
  return { ledger, tree, roots, end: at, tornBytes: file.length - at };
}

/** The bytes of an entry, as they are hashed and encrypted. */
export function encodeEntry(entry: RegisterEntry): Buffer {
  return Buffer.from(canonicalJson(entry));
}

function applyBytes(ledger: Ledger, bytes: Buffer, index: number): void {
  try {
    ledger.apply(registerEntry.parse(JSON.parse(bytes.toString())));
  } catch (cause) {
    // Whoever holds the passphrase can write a sound entry that must never have been written.
    const why = cause instanceof LukouError ? (cause.detail ?? '') : 'it has not the form of an entry';
    throw damaged(index, why);
  }
}

function damaged(index: number, what: string): LukouError {
  return new LukouError(
    'REGISTER_DAMAGED',
    `Entry ${index}: ${what}. Keep the file as it is, and take a backup.`,
  );
}
