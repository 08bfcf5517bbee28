import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { LukouError } from '../base/index.ts';

/** One document of an agreement file, not yet checked. */
export interface AgreementSource {
  /** File name, and the document's number where the file holds several. */
  readonly source: string;
  readonly content: unknown;
}

/**
 * Reads every .yaml file of a folder, in order of name.
 *
 * @throws LukouError AGREEMENT_INVALID where the folder is missing or a file is not YAML.
 */
export async function readAgreementFolder(folder: string): Promise<readonly AgreementSource[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new LukouError('AGREEMENT_INVALID', `The folder ${folder} cannot be read.`, { cause });
  });
  const files = names.filter((name) => /\.ya?ml$/.test(name)).toSorted();
  const read = await Promise.all(files.map((name) => readAgreementFile(folder, name)));
  return read.flat();
}

/** Reads one file of agreements, or a folder of them. Throws as {@link readAgreementFolder} does. */
export async function readAgreementFiles(path: string): Promise<readonly AgreementSource[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new LukouError('AGREEMENT_INVALID', `${path} cannot be read.`, { cause });
  });
  return found.isDirectory() ? readAgreementFolder(path) : readAgreementFile(dirname(path), basename(path));
}

async function readAgreementFile(folder: string, name: string): Promise<readonly AgreementSource[]> {
  const documents = parseAllDocuments(await readFile(join(folder, name), 'utf8'), {
    strict: true,
    uniqueKeys: true,
  });
  return [...documents].map((document, at) => {
    const source = documents.length === 1 ? name : `${name} (document ${at + 1})`;
    const [problem] = document.errors;
    if (problem !== undefined) throw new LukouError('AGREEMENT_INVALID', `${source}: ${problem.message}`);
    return { source, content: document.toJS({ maxAliasCount: 0 }) as unknown };
  });
}
