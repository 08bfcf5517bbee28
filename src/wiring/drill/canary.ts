import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A mark that nobody has ever written before. */
export interface Canary {
  /** The mark, with the token beside it. */
  readonly text: string;
  /** What to look for: wherever it stands, the mark was kept. */
  readonly token: string;
}

/** Makes a canary. */
export function makeCanary(): Canary {
  const token = `drill${randomBytes(10).toString('hex')}`;
  return { text: `机密★10年 ${token}`, token };
}

/** Paths of the files below a folder that hold a text as it is, or as hexadecimal digits; only where it can read. */
export async function findFilesHolding(folder: string, text: string): Promise<string[]> {
  const needles = [Buffer.from(text), Buffer.from(Buffer.from(text).toString('hex'))];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (needles.some((needle) => bytes.includes(needle))) holding.push(path.slice(folder.length + 1));
  }
  return holding;
}
