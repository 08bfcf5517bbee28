import { join } from 'node:path';
import { LukouError } from '../../base/index.ts';
import {
  EMPTY_ROOT,
  printHeadText,
  printSignedNote,
  readHead,
  type TreeHead,
  verifyConsistency,
} from '../../merkle/index.ts';
import { createHeadFile, openHeadFile } from './head-file.ts';
import { findLogKey, type LogKeyPair, makeLogKey } from './log-key.ts';
import { createPrivateFile, replaceByFile } from './private-file.ts';
import { findSignedHead } from './read-head.ts';
import type { Signer } from './signer.ts';

/** Where a signer keeps its files, and for which log. */
export interface SignerPlace {
  /** Outside the database; made where it is missing. */
  readonly folder: string;
  /** The log's name, as in "gateway". */
  readonly log: string;
  /** The log's name to the world. */
  readonly origin: string;
}

/**
 * The signer of a log in two files: `<log>.key`, made at the first run and readable by its owner alone, and
 * `<log>.head`, the last head that it keeps.
 *
 * @throws LukouError LOG_SIGNER_LOST where a file is damaged, SETTING_INVALID where the key is of another log or others
 *   may read it.
 */
export async function openFileSigner(place: SignerPlace): Promise<Signer> {
  const { folder, log, origin } = place;
  const path = (kind: string): string => join(folder, `${log}.${kind}`);
  let pair = (await findLogKey(path('key'), origin)) ?? (await makeSigner(path, origin));
  let successor = await findLogKey(path('key.next'), origin);
  const file = await openHeadFile(path('head'), (note) => findSignedHead(note, pair.key)?.size ?? null);
  let kept = readKept(file?.note ?? null, pair);
  if (file === null || kept === null) {
    await file?.close();
    throw new LukouError('LOG_SIGNER_LOST', `The file ${path('head')} is missing or damaged.`);
  }
  let latest: (TreeHead & { readonly note: string }) | null = null;
  let writing: Promise<void> = Promise.resolve();

  async function write(note: string): Promise<void> {
    await file!.write(note);
    if (successor === null || findSignedHead(note, successor.key) === null) return;
    // A crash before this line leaves a head that both have signed and the old key in force: taken over once more.
    await replaceByFile(path('key'), path('key.next'));
    [pair, successor] = [successor, null];
  }

  return {
    get key() {
      return pair.key;
    },
    get successor() {
      return successor?.key ?? null;
    },
    get kept() {
      return kept;
    },
    async sign(head, consistency) {
      if (!extendsKept(head, kept!, consistency))
        throw new LukouError(
          'LOG_FORKED',
          `The signer keeps a head of ${kept!.size} records, and the one of ${head.size} does not extend it.`,
        );
      const note = printNote(head, successor === null ? [pair] : [pair, successor]);
      latest = { ...head, note };
      return note;
    },
    keep(note) {
      // Checking a signature costs twice what signing does: what was signed here a moment ago needs no check.
      kept = (latest?.note === note ? latest : readKept(note, pair)) ?? kept;
      // One after the other, whatever became of the one before: each write is of the latest head.
      writing = writing.catch(() => undefined).then(() => write(note));
      return writing;
    },
    async close() {
      await writing.catch(() => undefined);
      await file.close();
    },
  };
}

async function makeSigner(path: (kind: string) => string, origin: string): Promise<LogKeyPair> {
  const lost = await openHeadFile(path('head'), (note) => findSize(note));
  await lost?.close();
  if (lost?.note != null && findSize(lost.note) !== 0)
    throw new LukouError('LOG_SIGNER_LOST', `The file ${path('key')} is missing.`);
  const made = makeLogKey(origin);
  // Both before anything is in the database: from here on a log without these files is one whose signer was lost. A
  // crash between the two leaves a head without its key, which the next start writes over.
  await createHeadFile(path('head'), printNote({ origin, size: 0, root: EMPTY_ROOT }, [made]));
  await createPrivateFile(path('key'), made.fileText);
  return made;
}

/** Size of a head whose key is not at hand; null where it is none. */
function findSize(note: string): number | null {
  try {
    return readHead(note).size;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Lets a new key take over at the log's next start. Throws SETTING_INVALID where the log has no key yet. */
export async function prepareKeyRotation({ folder, log, origin }: SignerPlace): Promise<void> {
  if ((await findLogKey(join(folder, `${log}.key`), origin)) === null)
    throw new LukouError('SETTING_INVALID', `There is no log ${log} in ${folder}. Start the gateway first.`);
  await createPrivateFile(join(folder, `${log}.key.next`), makeLogKey(origin).fileText);
}

function readKept(note: string | null, { key }: LogKeyPair): (TreeHead & { note: string }) | null {
  const head = note === null ? null : findSignedHead(note, key);
  return head === null ? null : { ...head, note: note! };
}

function printNote(head: TreeHead, pairs: readonly LogKeyPair[]): string {
  const text = printHeadText(head);
  return printSignedNote({ text, signatures: pairs.map((pair) => pair.sign(text)) });
}

function extendsKept(head: TreeHead, kept: TreeHead, consistency: readonly Buffer[]): boolean {
  if (head.origin !== kept.origin || head.size <= kept.size) return false;
  const claim = { size1: kept.size, root1: kept.root, size2: head.size, root2: head.root };
  return kept.size === 0 || verifyConsistency(claim, consistency);
}
