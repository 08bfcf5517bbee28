import type { NoteKey, TreeHead } from '../../merkle/index.ts';

/**
 * Signs the heads of one log, and remembers outside the database how far it has signed: whoever rewrites the database
 * cannot make it sign another history. A file here, or a device elsewhere.
 */
export interface Signer {
  /** Its public key; the name is the log's origin. */
  readonly key: NoteKey;
  /** The key that takes over with the next head, which both sign; null where none waits. */
  readonly successor: NoteKey | null;
  /** The last head that it keeps, and its note; null where it has kept none. */
  readonly kept: (TreeHead & { readonly note: string }) | null;
  /**
   * Signs a head that extends the kept one. It may be asked for another head of that size later: what it signed may
   * not have been stored.
   *
   * @param consistency - proves it from the kept head; empty from an empty tree.
   * @returns the head as a signed note.
   * @throws LukouError LOG_FORKED where the head does not extend the kept one.
   */
  sign(head: TreeHead, consistency: readonly Buffer[]): Promise<string>;
  /**
   * Keeps a head that it has signed, once that is stored: from the call on it signs nothing that does not extend it.
   * Resolves when that would survive a crash; no answer leaves before.
   */
  keep(note: string): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}
