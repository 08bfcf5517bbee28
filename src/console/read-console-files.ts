import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isErrno, LukouError } from '../base/index.ts';

// Written by the build beside the files (console/build/list-files.ts).
const listSchema = z.strictObject({
  files: z.array(
    z.strictObject({
      name: z.string().regex(/^assets\/[A-Za-z0-9_.-]+$/),
      type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+(; charset=utf-8)?$/),
      isCompressed: z.boolean(),
    }),
  ),
});

/** One file as it may leave: as it is, and as it was compressed when the console was built. */
export interface ConsoleFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

/** A built console: its one document, and a closed list of what that loads. */
export interface ConsoleFiles {
  readonly document: ConsoleFile;
  /** By path below `/console/`. */
  readonly assets: ReadonlyMap<string, ConsoleFile>;
}

/** The console in a folder, or null where none was built there. */
export async function findConsoleFiles(folder: string): Promise<ConsoleFiles | null> {
  try {
    return await readConsoleFiles(folder);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  }
}

/**
 * Reads a built console once. What is not on its list is never served, whatever lies in the folder.
 *
 * @throws LukouError SETTING_INVALID where the list is not one.
 */
async function readConsoleFiles(folder: string): Promise<ConsoleFiles> {
  const text = await readFile(join(folder, 'files.json'), 'utf8');
  const list = listSchema.safeParse(JSON.parse(text));
  if (!list.success)
    throw new LukouError('SETTING_INVALID', `${folder}/files.json is damaged. Run: npm run build:console`);
  const read = async (name: string, type: string, isCompressed: boolean): Promise<ConsoleFile> => {
    const path = join(folder, name);
    const bytes = await readFile(path);
    if (!isCompressed) return { type, bytes };
    return { type, bytes, br: await readFile(`${path}.br`), gzip: await readFile(`${path}.gz`) };
  };
  const assets = new Map<string, ConsoleFile>();
  for (const { name, type, isCompressed } of list.data.files)
    assets.set(name, await read(name, type, isCompressed));
  return { document: await read('index.html', 'text/html; charset=utf-8', true), assets };
}
