import { basename, join } from 'node:path';
import { sha256Hex } from '../../base/index.ts';
import { SUSPENSIONS_FILE } from '../../storage/index.ts';
import { listFolder, stampFiles, stampSettled } from '../edition/stamp-files.ts';

// Where there are more files than these, looking at every one of them may take a twentieth of the time.
const MANY_FILES = 1_000;
const SHARE_OF_TIME = 1 / 20;

/**
 * Tells whether files of a folder changed. What is made, removed or renamed into place changes the folder, and is seen at
 * once, as are the suspensions and the keys; where there are many files, a change within one is seen as soon as looking at all
 * of them is due.
 */
export class FolderStamp {
  readonly #folder: string;
  readonly #watched: readonly string[];
  #ofWatched = '';
  #ofFolder = '';
  #ofFiles = '';
  #isMany = false;
  #dueMs = 0;

  constructor(folder: string, keysPath: string | undefined) {
    this.#folder = folder;
    this.#watched = [join(folder, SUSPENSIONS_FILE), ...(keysPath === undefined ? [] : [keysPath])];
  }

  /** A text that changes with the agreement files, as of when they were looked at last; empty before the first look. */
  get ofFiles(): string {
    return this.#ofFiles;
  }

  async take(): Promise<string> {
    const watched = await stampFiles(this.#watched, Date.now());
    // A suspension does not wait for ten thousand files: they are looked at the next time.
    const isSuspension = this.#isMany && watched !== this.#ofWatched;
    this.#ofWatched = watched;
    if (!isSuspension) await this.#lookAtFiles();
    return sha256Hex(`${watched} ${this.#ofFiles}`);
  }

  async #lookAtFiles(): Promise<void> {
    const ofFolder = stampSettled(this.#folder, Date.now());
    const isSame = ofFolder !== null && ofFolder === this.#ofFolder;
    if (isSame && performance.now() < this.#dueMs) return;
    const beganMs = performance.now();
    const files = await listFolder(this.#folder);
    const agreements = files.filter((path) => basename(path) !== SUSPENSIONS_FILE);
    this.#ofFiles = await stampFiles(agreements, Date.now());
    this.#ofFolder = ofFolder ?? '';
    this.#isMany = files.length > MANY_FILES;
    const nowMs = performance.now();
    this.#dueMs = this.#isMany ? nowMs + (nowMs - beganMs) / SHARE_OF_TIME : 0;
  }
}
