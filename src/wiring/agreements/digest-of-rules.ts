import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../base/index.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** What decides how a file of agreements is read and what is wrong with it: files and folders, from the project's root. */
export const RULES = [
  'package.json',
  'src/base',
  'src/classification',
  'src/masking',
  'src/agreement',
  'src/storage/parse-agreement-file.ts',
  'src/wiring/agreements',
];

/** SHA-256 over the code that judges agreements, word for word: what another version found is not believed. */
export function digestOfRules(): string {
  const files = RULES.flatMap(listFiles);
  return sha256Hex(files.map((name) => `${name} ${sha256Hex(readFileSync(join(ROOT, name)))}\n`).join(''));
}

function listFiles(place: string): readonly string[] {
  if (/\.\w+$/.test(place)) return [place];
  return readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => `${place}/${name}`);
}
