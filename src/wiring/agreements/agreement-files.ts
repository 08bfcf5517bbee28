import { readFileSync } from 'node:fs';
import {
  type AgencyKey,
  type Agreement,
  type Catalogue,
  type ListedSuspension,
  type Policy,
  type Suspension,
  agreementName,
  compileInSteps,
  settleSuspensions,
} from '../../agreement/index.ts';
import { BoundedCache, LukouError, sha256Hex } from '../../base/index.ts';
import { type AgreementFilePlace, listAgreementFiles } from '../../storage/index.ts';
import { type AgencyKeyList, findUnsigned, readKeyList } from './agency-key-list.ts';
import { type AgreementSet, makeAgreementSet } from './agreement-set.ts';
import { FolderStamp } from './folder-stamp.ts';
import { KeptSuspensions } from './kept-suspensions.ts';
import { stampSettled } from '../edition/stamp-files.ts';
import { LongWork, type OnProgress } from './long-work.ts';
import { parseAgreements } from './parse-agreements.ts';
import { readSuspensionFile } from './read-suspension-file.ts';
import {
  type SavedAgreements,
  type SavedPlace,
  readSavedAgreements,
  saveAgreements,
} from './saved-agreements.ts';

const NO_KEYS = 'none';
/** Saved anew when more than this part of the files is not among the saved ones. */
const WORTH_SAVING = 0.01;

/** Where agreements come from, and who is told of reading them. */
export interface AgreementFilesParts {
  /** A folder, or one file. */
  readonly path: string;
  /** The list of the agencies' keys; without it signatures are not looked at. */
  readonly keysPath?: string | undefined;
  /** Where they are kept between two starts; nowhere unless given. */
  readonly saved?: SavedPlace | undefined;
  readonly onProgress?: OnProgress | undefined;
  readonly onMessage?: ((message: string) => void) | undefined;
}

interface KnownFile {
  /** Null where the file was so new that another change could leave the same stamp. */
  readonly stamp: string | null;
  readonly digest: string;
  readonly agreements: readonly Agreement[];
}

/** Agreements that were found in order with something: signed by these keys, compiled over this schema. */
type InOrder = BoundedCache<string, WeakSet<Agreement>>;

/**
 * The agreements of a folder, read again and again. A file is parsed, its signatures verified and its clauses checked once,
 * however often the others change, and not at all where an earlier start has saved it.
 */
export class AgreementFiles {
  readonly #parts: AgreementFilesParts;
  readonly #stamp: FolderStamp;
  #known: ReadonlyMap<string, KnownFile> = new Map();
  /** Of the files as they were when all that is known was read from them. */
  #knownStamp = '';
  // Two each: the schema in force and the one that is being tried.
  readonly #compiled: InOrder = new BoundedCache(2);
  readonly #signed: InOrder = new BoundedCache(2);
  readonly #suspended: KeptSuspensions;
  #saved: SavedAgreements | null | undefined;
  #keysDigest = NO_KEYS;
  #saving: Promise<void> = Promise.resolve();

  constructor(parts: AgreementFilesParts) {
    this.#parts = parts;
    this.#stamp = new FolderStamp(parts.path, parts.keysPath);
    this.#suspended = new KeptSuspensions(parts.saved, parts.onMessage ?? (() => undefined));
  }

  /** A text that changes with the files. */
  stamp(): Promise<string> {
    return this.#stamp.take();
  }

  /**
   * What the files say now.
   *
   * @throws LukouError AGREEMENT_INVALID with every problem of every file, or where an agreement is not signed by both
   *   parties; SETTING_INVALID where the list of keys cannot be read.
   */
  async read(): Promise<AgreementSet> {
    const { path, keysPath } = this.#parts;
    if (this.#saved === undefined) this.#saved = await this.#readSaved();
    const listed = await readSuspensionFile(path);
    const stamp = this.#stamp.ofFiles;
    if (stamp === '' || stamp !== this.#knownStamp) {
      this.#knownStamp = '';
      await this.#readFiles();
      this.#knownStamp = stamp;
    }
    const agreements = [...this.#known.values()].flatMap((file) => file.agreements);
    if (keysPath === undefined)
      return makeAgreementSet(agreements, settleSuspensions(listed, [], null).inForce);
    const keyList = await readKeyList(keysPath);
    await this.#requireSigned(agreements, keyList);
    return makeAgreementSet(agreements, await this.#settle(listed, agreements, keyList.keys));
  }

  /** What holds of the list. Of an agreement that is gone nothing has to be suspended, until it comes back. */
  async #settle(
    listed: readonly ListedSuspension[],
    agreements: readonly Agreement[],
    keys: readonly AgencyKey[],
  ): Promise<readonly Suspension[]> {
    const earlier = await this.#suspended.read();
    const { inForce, complaints } = settleSuspensions(listed, earlier, keys);
    await this.#suspended.keep(inForce, complaints);
    const names = new Set(agreements.map(agreementName));
    return inForce.filter(
      (suspension) => names.has(agreementName(suspension)) || !earlier.includes(suspension),
    );
  }

  async #readFiles(): Promise<void> {
    const places = listAgreementFiles(this.#parts.path);
    const next = new Map<string, KnownFile>();
    try {
      await this.#eachFile('agreements read', places, (place) => {
        next.set(place.name, this.#readFile(place));
      });
    } finally {
      this.#known = next;
    }
    // From now on they are known here; the lines need not stay in memory.
    if (this.#saved != null) this.#saved = { ...this.#saved, find: () => undefined };
  }

  /**
   * Compiles a set that was read here.
   *
   * @throws LukouError AGREEMENT_INVALID with every problem of every agreement.
   */
  async compile({ agreements, suspensions }: AgreementSet, catalogue: Catalogue): Promise<Policy> {
    const inOrder = inOrderWith(this.#compiled, catalogue.digest);
    const isSound = (agreement: Agreement): boolean => inOrder.has(agreement);
    const steps = compileInSteps(agreements, catalogue, { suspensions, isSound });
    const work = new LongWork(this.#parts.onProgress);
    for (let done = 0; ; done += 1) {
      const step = steps.next();
      if (step.done === true) {
        for (const agreement of agreements) inOrder.add(agreement);
        this.#saveWhereWorth(catalogue.digest);
        return step.value;
      }
      await work.step('agreements checked', Math.min(done, agreements.length), agreements.length);
    }
  }

  /** Waits until what is being saved is saved. */
  settled(): Promise<void> {
    return this.#saving;
  }

  async #readSaved(): Promise<SavedAgreements | null> {
    const { saved, onMessage = () => undefined } = this.#parts;
    return saved === undefined ? null : readSavedAgreements(saved, onMessage);
  }

  async #eachFile<Item>(label: string, items: readonly Item[], visit: (item: Item) => void): Promise<void> {
    const work = new LongWork(this.#parts.onProgress);
    const problems: string[] = [];
    for (const [at, item] of items.entries()) {
      try {
        visit(item);
      } catch (error) {
        if (!(error instanceof LukouError) || error.kind !== 'refusal') throw error;
        problems.push(error.detail ?? error.message);
      }
      await work.step(label, at + 1, items.length);
    }
    if (problems.length === 0) return;
    const lines = problems.map((problem) => (problem.startsWith('\n') ? problem : `\n  ${problem}`));
    throw new LukouError('AGREEMENT_INVALID', lines.join(''));
  }

  #readFile({ name, path }: AgreementFilePlace): KnownFile {
    const known = this.#known.get(name);
    const stamp = stampSettled(path, Date.now());
    if (stamp !== null && known?.stamp === stamp) return known;
    const bytes = readBytes(path);
    const digest = sha256Hex(bytes);
    if (known?.digest === digest) return { ...known, stamp };
    const saved = this.#saved?.find(digest);
    const agreements = parseAgreements(bytes, name, saved);
    if (saved !== undefined && this.#saved != null) {
      const { catalogue, keys } = this.#saved.under;
      for (const agreement of agreements) {
        inOrderWith(this.#compiled, catalogue).add(agreement);
        inOrderWith(this.#signed, keys).add(agreement);
      }
    }
    return { stamp, digest, agreements };
  }

  async #requireSigned(agreements: readonly Agreement[], { keys, digest }: AgencyKeyList): Promise<void> {
    this.#keysDigest = digest;
    const inOrder = inOrderWith(this.#signed, digest);
    const problems: string[] = [];
    const unproved = agreements.filter((agreement) => !inOrder.has(agreement));
    await this.#eachFile('signatures verified', unproved, (agreement) => {
      const found = findUnsigned(agreement, keys);
      if (found.length === 0) inOrder.add(agreement);
      problems.push(...found);
    });
    if (problems.length > 0)
      throw new LukouError(
        'AGREEMENT_INVALID',
        `${problems.map((problem) => `\n  ${problem}`).join('')}\nSign them: lukou agreement sign.`,
      );
  }

  /** What was read since, and not judged, must not be saved as judged. */
  #isInOrder(agreement: Agreement, { catalogue, keys }: SavedAgreements['under']): boolean {
    const isSigned = keys === NO_KEYS || inOrderWith(this.#signed, keys).has(agreement);
    return isSigned && inOrderWith(this.#compiled, catalogue).has(agreement);
  }

  #saveWhereWorth(catalogue: string): void {
    const { saved: place, onMessage = () => undefined } = this.#parts;
    if (place === undefined) return;
    const under = { catalogue, keys: this.#keysDigest };
    const files = [...this.#known.values()].filter(({ agreements }) =>
      agreements.every((agreement) => this.#isInOrder(agreement, under)),
    );
    const kept = isSavedUnder(this.#saved, under) ? this.#saved.digests : new Set<string>();
    const missing = files.filter(({ digest }) => !kept.has(digest)).length;
    if (missing <= files.length * WORTH_SAVING) return;
    const digests = new Set(files.map(({ digest }) => digest));
    this.#saved = { under, digests, find: () => undefined };
    this.#saving = this.#saving
      .then(() => saveAgreements(place, under, files))
      .catch((error: unknown) =>
        onMessage(
          `agreements: ${place.path} cannot be written, so the next start reads all files: ${String(error)}`,
        ),
      );
  }
}

function isSavedUnder(
  saved: SavedAgreements | null | undefined,
  { catalogue, keys }: SavedAgreements['under'],
): saved is SavedAgreements {
  return saved != null && saved.under.catalogue === catalogue && saved.under.keys === keys;
}

function inOrderWith(inOrder: InOrder, digest: string): WeakSet<Agreement> {
  return inOrder.find(digest) ?? inOrder.keep(digest, new WeakSet());
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new LukouError('AGREEMENT_INVALID', `${path} cannot be read.`, { cause });
  }
}
