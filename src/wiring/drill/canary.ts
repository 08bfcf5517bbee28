import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { holdsText } from '../../classification/index.ts';

/** A text with a token that nobody has ever written before. */
interface Tokened {
  readonly text: string;
  /** What to look for: wherever it stands, the text was kept. */
  readonly token: string;
}

/** A mark that nobody has ever written before. */
export interface Canary extends Tokened {
  /** A text without a mark: it has to pass wherever the mark is stopped, and to be found where it came to rest. */
  readonly innocent: Tokened;
}

/** Makes a canary. */
export function makeCanary(): Canary {
  const [marked, plain] = [makeToken(), makeToken()];
  const innocent = { text: `司机密切注意 ${plain}`, token: plain };
  return { text: `机密★10年 ${marked}`, token: marked, innocent };
}

const makeToken = (): string => `drill${randomBytes(10).toString('hex')}`;

/** Paths of the files below a folder that hold a text, in any of its written forms; only where it can read. */
export async function findFilesHolding(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (holdsText(await readFile(path), text)) holding.push(path.slice(folder.length + 1));
  }
  return holding;
}
