import { join } from 'node:path';
import { z } from 'zod';
import { type SavedAgreement } from '../../agreement/index.ts';
import { deriveKey, readSealedLines, writeSealedLines } from '../../storage/index.ts';
import { digestOfRules } from './digest-of-rules.ts';
import { LongWork } from './long-work.ts';

const DIGEST_CHARACTERS = 64;
const OPENING_BRACE = 0x7b;

const headingSchema = z.strictObject({ rules: z.string(), catalogue: z.string(), keys: z.string() });

/** What the saved agreements were found in order with: the code that judged them, the schema, the agencies' keys. */
export type SavedUnder = Omit<z.infer<typeof headingSchema>, 'rules'>;

/** Where agreements are kept between two starts, and the key that tells our own file from others. */
export interface SavedPlace {
  readonly path: string;
  readonly key: Uint8Array;
}

/** The place in the data folder, with a key that is derived from the folder's secret. */
export function placeOfSaved(dataFolder: string, secret: Uint8Array): SavedPlace {
  return { path: join(dataFolder, 'agreements.saved'), key: deriveKey(secret, 'saved agreements v1') };
}

/** One file of agreements as it was read. */
export interface SavedFile {
  /** SHA-256 of its bytes. */
  readonly digest: string;
  readonly agreements: readonly SavedAgreement[];
}

/** Files that a gateway of the same version has read and judged before. They are found by their bytes. */
export interface SavedAgreements {
  readonly under: SavedUnder;
  readonly digests: ReadonlySet<string>;
  find(digest: string): readonly SavedAgreement[] | undefined;
}

/** Reads what was saved; null where there is nothing, or nothing that can be believed, which is then said. */
export async function readSavedAgreements(
  { path, key }: SavedPlace,
  onMessage: (message: string) => void,
): Promise<SavedAgreements | null> {
  const lines = await readSealedLines(path, key);
  if (lines === 'absent') return null;
  if (lines === 'not ours') {
    onMessage(`agreements: ${path} is damaged or not our own; all files are read anew.`);
    return null;
  }
  const [first, ...rest] = lines;
  const heading = headingSchema.parse(JSON.parse(textOf(first!)));
  // Another version may judge otherwise. There is nothing to be said: it happens once after each update.
  if (heading.rules !== digestOfRules()) return null;
  const byDigest = indexLines(rest);
  return {
    under: { catalogue: heading.catalogue, keys: heading.keys },
    digests: new Set(byDigest.keys()),
    find(digest) {
      const found = byDigest.get(digest);
      if (found === undefined) return undefined;
      const agreements = JSON.parse(textOf(found.agreements)) as readonly Omit<
        SavedAgreement,
        'signedText'
      >[];
      return agreements.map((agreement, at) => ({
        ...agreement,
        signedText: textOf(found.signedTexts[at]!),
      }));
    },
  };
}

/** Keeps files that were judged and found in order, for the next start. */
export async function saveAgreements(
  { path, key }: SavedPlace,
  under: SavedUnder,
  files: readonly SavedFile[],
): Promise<void> {
  await writeSealedLines(path, key, writeLines({ rules: digestOfRules(), ...under }, files));
}

async function* writeLines(
  heading: z.infer<typeof headingSchema>,
  files: readonly SavedFile[],
): AsyncGenerator<string> {
  yield JSON.stringify(heading);
  const work = new LongWork();
  for (const [at, { digest, agreements }] of files.entries()) {
    yield `${digest}${JSON.stringify(agreements.map(({ file, sha256 }) => ({ file, sha256 })))}`;
    for (const { signedText } of agreements) yield signedText;
    await work.step('agreements saved', at, files.length);
  }
}

/** What was kept of one file. */
interface SavedLines {
  readonly agreements: Uint8Array;
  /** Lines of their own: as parts of a JSON text they would take twice as long to read. */
  readonly signedTexts: Uint8Array[];
}

function indexLines(lines: readonly Uint8Array[]): ReadonlyMap<string, SavedLines> {
  const byDigest = new Map<string, SavedLines>();
  let last: SavedLines | undefined;
  for (const line of lines) {
    if (line[0] === OPENING_BRACE) {
      last?.signedTexts.push(line);
      continue;
    }
    last = { agreements: line.subarray(DIGEST_CHARACTERS), signedTexts: [] };
    byDigest.set(textOf(line.subarray(0, DIGEST_CHARACTERS)), last);
  }
  return byDigest;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
