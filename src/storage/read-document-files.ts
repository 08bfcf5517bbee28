import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LukouError } from '../base/index.ts';

/** The text of a file with operations, byte for byte, and the name of the file. */
export interface DocumentFile {
  readonly sourceName: string;
  readonly text: string;
}

const DOCUMENT_NAME = /\.(graphql|gql)$/;

/**
 * Reads files with operations; of a folder, every .graphql and .gql file in it and below.
 *
 * @throws LukouError SETTING_INVALID where a path cannot be read, is not UTF-8, or leads to no such file.
 */
export async function readDocumentFiles(paths: readonly string[]): Promise<readonly DocumentFile[]> {
  const listed = await Promise.all(paths.map(listFiles));
  return Promise.all(listed.flat().map(readDocumentFile));
}

async function listFiles(path: string): Promise<readonly string[]> {
  const about = await stat(path).catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `${path} cannot be read.`, { cause });
  });
  if (!about.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  const documents = names.filter((name) => DOCUMENT_NAME.test(name)).toSorted();
  if (documents.length === 0)
    throw new LukouError('SETTING_INVALID', `${path} holds no .graphql or .gql file.`);
  return documents.map((name) => join(path, name));
}

async function readDocumentFile(path: string): Promise<DocumentFile> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
    return { sourceName: basename(path), text };
  } catch (cause) {
    throw new LukouError('SETTING_INVALID', `${path} cannot be read as UTF-8 text.`, { cause });
  }
}
