import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { LukouError } from '../base/index.ts';
import { type Adapter, readAdapter } from '../ingest/index.ts';

const ADAPTERS = join(import.meta.dirname, '..', '..', 'adapters');

/**
 * A shipped adapter by its name, or an adapter file by its path.
 *
 * @throws LukouError ADAPTER_INVALID.
 */
export async function findAdapter(name: string): Promise<Adapter> {
  const shipped = /^[a-z0-9-]+$/.test(name);
  const path = shipped ? join(ADAPTERS, `${name}.yaml`) : name;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const advice = shipped ? 'docs/ingest.md lists the shipped ones.' : 'Give the path of an adapter file.';
    throw new LukouError('ADAPTER_INVALID', `There is no adapter ${name}. ${advice}`, { cause });
  });
  return readAdapter(text, basename(path));
}
