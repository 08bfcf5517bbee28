import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SHIPPED = join(import.meta.dirname, '..', '..', 'agreements');

/** A copy of the shipped agreements, for a world whose setting LUKOU_AGREEMENTS names it. */
export interface AgreementsCopy extends AsyncDisposable {
  readonly folder: string;
}

/** Copies the shipped agreements; each change is made in the file of its name, and fails where it changes nothing. */
export async function copyAgreements(
  changes: Readonly<Record<string, (text: string) => string>>,
): Promise<AgreementsCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'lukou-agreements-'));
  await cp(SHIPPED, folder, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const path = join(folder, name);
    const before = await readFile(path, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${name} is as it was.`);
    await writeFile(path, after);
  }
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
