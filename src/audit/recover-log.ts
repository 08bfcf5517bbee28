import { type Clock, LukouError } from '../base/index.ts';
import {
  EMPTY_TREE,
  type FullTile,
  type GrowingTree,
  growTree,
  hashLeaf,
  printNoteKey,
  restoreTree,
  rootOf,
} from '../merkle/index.ts';
import type { StoredHead } from './log-reader.ts';
import type { LogStore } from './log-store.ts';
import { pruningName } from './retention/pruning-name.ts';
import { findDisagreement, logIsGone } from './signer/compare-kept.ts';
import { findSignedHead } from './signer/read-head.ts';
import type { Signer } from './signer/signer.ts';

/** What a log is opened from. */
export interface LogParts {
  readonly store: LogStore;
  readonly signer: Signer;
  /** Its name in the database. */
  readonly log: string;
  readonly clock: Clock;
  /** Told how far a long check is. */
  readonly onMessage?: (message: string) => void;
}

// Two levels of tiles: so many records at most are read and hashed again at a start. Older ones are held by the hashes
// over them, which the signed head covers.
const REHASHED = 65_536;
const CHUNK = 2_000;
const TELL_EVERY = 100_000;

/**
 * The tree of a log as it was left, or a new one. What is stored is hashed again and must be what the stored head says,
 * which the signer must have signed, and extend what the signer keeps.
 *
 * @throws LukouError LOG_ROLLED_BACK, LOG_FORKED, LOG_ALTERED or LOG_SIGNER_LOST, saying what does not fit.
 */
export async function recoverLog(parts: LogParts): Promise<{ tree: GrowingTree; isNew: boolean }> {
  const { store, signer, log } = parts;
  const kept = signer.kept;
  if (kept === null) throw new LukouError('LOG_SIGNER_LOST');
  const stored = await store.settleHead(log);
  if (stored === null) {
    if (kept.size > 0) throw logIsGone(log, kept);
    return { tree: await beginLog(parts), isNew: true };
  }
  requireOwnHead(stored, signer);
  const disagreement = await findDisagreement(store.reader, stored, kept);
  if (disagreement !== null) throw disagreement;
  const info = (await store.reader.listLogs()).find((each) => each.log === log);
  if (info?.closedAt != null)
    throw new LukouError(
      'SETTING_INVALID',
      `The log ${log} was closed for good. Set LUKOU_LOG to a new name.`,
    );
  const tree = await rebuildTree(parts, stored, info?.prunedTo ?? 0);
  // A crash after the commit and before the signer kept its head leaves this: records whose answers never left.
  if (stored.size > kept.size) await signer.keep(stored.note);
  return { tree, isNew: false };
}

/** Throws unless the stored head is what its note says, and the note is this signer's. */
function requireOwnHead(stored: StoredHead, { key, kept }: Signer): void {
  const head = findSignedHead(stored.note, key);
  if (head === null && kept?.size === 0)
    throw new LukouError('LOG_SIGNER_LOST', `The log ${stored.log} was begun with another key.`);
  if (head === null)
    throw new LukouError('LOG_FORKED', `This signer has not signed the stored head of ${stored.log}.`);
  if (head.size !== stored.size || !stored.root.equals(head.root))
    throw new LukouError('LOG_ALTERED', `The head of ${stored.log} differs from its signed note.`);
}

async function beginLog({ store, signer, log, clock, onMessage }: LogParts): Promise<GrowingTree> {
  let tree = EMPTY_TREE;
  const origin = signer.key.name;
  const count = ((await store.findLastIndex(log)) ?? -1) + 1;
  await store.begin({
    log,
    origin,
    bornAt: new Date(clock.nowMs()).toISOString(),
    vkey: printNoteKey(signer.key),
    // Records of a Lukou whose log had no tree yet.
    tiles: hashAll(),
    firstHead: async () => {
      const root = rootOf(tree.frontier);
      const note = count === 0 ? signer.kept!.note : await signer.sign({ origin, size: count, root }, []);
      return { log, size: count, root, frontier: tree.frontier.nodes, note };
    },
  });
  const stored = await store.settleHead(log);
  if (stored !== null && count > 0) await signer.keep(stored.note);
  return tree;

  async function* hashAll(): AsyncGenerator<FullTile> {
    let told = 0;
    for await (const leafHashes of readLeafHashes(store, log, 0, count)) {
      const growth = growTree(tree, leafHashes);
      yield* growth.tiles;
      tree = growth.tree;
      const { size } = tree.frontier;
      if (size - told < TELL_EVERY && size < count) continue;
      told = size;
      onMessage?.(`log ${log}: tree over ${size} of ${count} records`);
    }
  }
}

async function rebuildTree(
  { store, log }: LogParts,
  stored: StoredHead,
  prunedTo: number,
): Promise<GrowingTree> {
  const { size } = stored;
  const usual = Math.floor(Math.max(size - 1, 0) / REHASHED) * REHASHED;
  const from = Math.max(prunedTo, usual);
  let tree = await restoreTree(from, (level, first, end) =>
    store.reader.readHashes(log, level, first, end),
  ).catch((error: unknown) => {
    if (error instanceof RangeError) throw new LukouError('LOG_ALTERED', error.message);
    throw error;
  });
  for await (const leafHashes of readLeafHashes(store, log, from, size))
    tree = growTree(tree, leafHashes).tree;
  // That it was pruned, the database says without a signature: what the check thereby leaves out, a record must explain.
  if (prunedTo > usual && !(await recordsPruning(store, log, prunedTo, size)))
    throw new LukouError(
      'LOG_ALTERED',
      `${log} begins at record ${prunedTo}, and no record says that it was pruned.`,
    );
  if (!rootOf(tree.frontier).equals(stored.root) || !sameHashes(tree.frontier.nodes, stored.frontier))
    throw new LukouError(
      'LOG_ALTERED',
      `The records of ${log} do not hash to its head of ${size} records. See lukou audit verify.`,
    );
  const last = (await store.findLastIndex(log)) ?? -1;
  if (last >= size)
    throw new LukouError('LOG_ALTERED', `${log} holds record ${last}, and its head is of ${size} records.`);
  return tree;
}

/** Whether a record from `prunedTo` on says that the ones before it were removed by policy. */
async function recordsPruning(
  { reader }: LogStore,
  log: string,
  prunedTo: number,
  size: number,
): Promise<boolean> {
  const said = Buffer.from(`"op":{"name":"${pruningName(prunedTo)}"`);
  for await (const { leaf } of reader.readEntries(log, prunedTo, size)) if (leaf.includes(said)) return true;
  return false;
}

/** Hashes of the stored records, in order and without a gap. */
async function* readLeafHashes(
  store: LogStore,
  log: string,
  from: number,
  to: number,
): AsyncGenerator<readonly Buffer[]> {
  let hashes: Buffer[] = [];
  let next = from;
  for await (const { index, leaf } of store.reader.readEntries(log, from, to)) {
    if (index !== next) break;
    next += 1;
    hashes.push(hashLeaf(leaf));
    if (hashes.length < CHUNK) continue;
    yield hashes;
    hashes = [];
  }
  if (next < to)
    throw new LukouError('LOG_ALTERED', `Record ${next} of ${log} is missing; its head counts ${to}.`);
  if (hashes.length > 0) yield hashes;
}

function sameHashes(one: readonly Buffer[], other: readonly Buffer[]): boolean {
  return one.length === other.length && one.every((hash, at) => hash.equals(other[at]!));
}
