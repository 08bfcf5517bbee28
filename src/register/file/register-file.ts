import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { type Clock, LukouError, sha256Hex, uuidV7 } from '../../base/index.ts';
import { appendLeaf, EMPTY_FRONTIER, type Frontier, hashLeaf, rootOf } from '../../merkle/index.ts';
import { FILE_KEY_COST, type KeyCost } from '../key/derive-key.ts';
import { registerEntry, type RegisterEvent } from '../model/entry.ts';
import { Ledger } from '../model/ledger.ts';
import { sealFrame } from './frame.ts';
import { type FileKey, makeHeader, openHeader } from './header.ts';
import { whileLocked } from './lock-file.ts';
import { encodeEntry, readLedger, type ReadLedger } from './read-ledger.ts';

/** How many entries there are, and the root of the tree over them. Written down elsewhere, it proves the file later. */
export interface LedgerHead {
  readonly size: number;
  /** Hexadecimal. */
  readonly root: string;
}

/** An event for a new entry, and who writes it. */
export interface NewEntry {
  readonly by: string;
  readonly event: RegisterEvent;
}

const SHORTEST_PASSPHRASE = 12;

/**
 * Makes a new register file with its first entry.
 *
 * @throws LukouError REGISTER_REFUSED where the file exists or the passphrase is short.
 */
export function foundRegister(
  path: string,
  passphrase: string,
  { by, unit }: { readonly by: string; readonly unit: string },
  clock: Clock,
  cost: KeyCost = FILE_KEY_COST,
): LedgerHead {
  if ([...passphrase].length < SHORTEST_PASSPHRASE)
    throw new LukouError(
      'REGISTER_REFUSED',
      `Choose a passphrase of ${SHORTEST_PASSPHRASE} characters or more.`,
    );
  const { line, fileKey } = makeHeader(passphrase, cost);
  const event = { kind: 'found', register: uuidV7(clock.nowMs()), unit } as const;
  const { frame, head } = prepare(new Ledger(), EMPTY_FRONTIER, fileKey, { by, event }, clock);
  let descriptor: number;
  try {
    descriptor = openSync(path, 'wx', 0o600);
  } catch (cause) {
    throw new LukouError(
      'REGISTER_REFUSED',
      `${path} cannot be made (${String((cause as { code?: unknown }).code)}).`,
      { cause },
    );
  }
  try {
    writeFully(descriptor, Buffer.concat([line, frame]), 0);
    syncFolder(path);
  } catch (error) {
    // Nobody was told of it yet, and half a file would be in the way of the next try.
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  return head;
}

/** Opens a register for reading. @throws LukouError REGISTER_PASSPHRASE, REGISTER_DAMAGED, FILE_UNREADABLE */
export function openRegister(path: string, passphrase: string): ReadLedger & { readonly fileKey: FileKey } {
  const file = readWhole(path);
  const fileKey = openHeader(file, passphrase);
  return { ...readLedger(file, fileKey), fileKey };
}

/**
 * Adds an entry. When this returns it is on the disk; when the process ends before, the file holds all of it or a torn
 * tail, which every later command finds and names.
 *
 * @throws LukouError REGISTER_REFUSED where it may not happen, or where a torn tail is in the way.
 */
export function addEntry(path: string, passphrase: string, clock: Clock, entry: NewEntry): LedgerHead {
  return whileLocked(path, () => {
    const { ledger, tree, end, tornBytes, fileKey } = openRegister(path, passphrase);
    if (tornBytes > 0)
      throw new LukouError(
        'REGISTER_REFUSED',
        `A write was cut off and left ${tornBytes} bytes at the end of the file. Set them aside first: lukou register verify --cut-torn-tail.`,
      );
    const { frame, head } = prepare(ledger, tree, fileKey, entry, clock);
    append(path, end, frame);
    return head;
  });
}

/** Moves what a cut-off write left behind into a file of its own, and takes that down. Returns that file's path. */
export function cutTornTail(path: string, passphrase: string, by: string, clock: Clock): string | null {
  return whileLocked(path, () => {
    const { ledger, tree, end, tornBytes, fileKey } = openRegister(path, passphrase);
    if (tornBytes === 0) return null;
    const torn = readWhole(path).subarray(end);
    const event = { kind: 'cut', bytes: tornBytes, sha256: sha256Hex(torn) } as const;
    const { frame } = prepare(ledger, tree, fileKey, { by, event }, clock);
    const aside = `${path}.torn-${event.sha256.slice(0, 12)}`;
    writeFileSync(aside, torn, { mode: 0o600, flush: true });
    append(path, end, frame);
    return aside;
  });
}

function prepare(
  ledger: Ledger,
  tree: Frontier,
  fileKey: FileKey,
  { by, event }: NewEntry,
  clock: Clock,
): { readonly frame: Buffer; readonly head: LedgerHead } {
  const at = new Date(clock.nowMs()).toISOString();
  const parsed = registerEntry.safeParse({ seq: tree.size, at, by, event });
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new LukouError('REGISTER_REFUSED', `${first?.path.slice(1).join('.')}: ${first?.message}.`);
  }
  ledger.apply(parsed.data);
  const bytes = encodeEntry(parsed.data);
  const frame = sealFrame(fileKey, { index: tree.size, root: rootOf(tree) }, bytes);
  const next = appendLeaf(tree, hashLeaf(bytes));
  return { frame, head: { size: next.size, root: rootOf(next).toString('hex') } };
}

/** Writes at `end`, over whatever a cut-off write left there, and waits for the disk. */
function append(path: string, end: number, frame: Buffer): void {
  const descriptor = openSync(path, 'r+');
  try {
    ftruncateSync(descriptor, end);
    writeFully(descriptor, frame, end);
  } catch (error) {
    // A full disk: what was written of the entry was never confirmed.
    ftruncateSync(descriptor, end);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function writeFully(descriptor: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(descriptor, bytes, done, bytes.length - done, position + done);
  fsyncSync(descriptor);
}

function syncFolder(path: string): void {
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function readWhole(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new LukouError('FILE_UNREADABLE', `${path} (${String((cause as { code?: unknown }).code)}).`, {
      cause,
    });
  }
}
