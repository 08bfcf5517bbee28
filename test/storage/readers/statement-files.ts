import { globSync } from 'node:fs';

const FOLDER = new URL('../../../src/storage/statements/', import.meta.url);

/** Whatever the files of the statements export, each with the agency whose folder it lies in. */
export async function exportedByStatements(): Promise<
  readonly (readonly [agency: string, value: unknown])[]
> {
  const files = globSync('*/*.ts', { cwd: FOLDER.pathname }).map(async (file) => {
    const exported = (await import(new URL(file, FOLDER).pathname)) as object;
    return Object.values(exported).map((value: unknown) => [file.split('/')[0]!, value] as const);
  });
  return (await Promise.all(files)).flat();
}
