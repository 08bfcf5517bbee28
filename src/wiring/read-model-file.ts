import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { LukouError } from '../base/index.ts';
import { readScoringModel, type ScoringModel } from '../scoring/index.ts';

const MODELS = join(import.meta.dirname, '..', '..', 'scoring-models');

/**
 * A shipped scoring model by its name, or a model file by its path.
 *
 * @throws LukouError MODEL_INVALID, naming every key at fault.
 */
export async function readModelFile(name: string): Promise<ScoringModel> {
  const path = /^[a-z0-9-]+$/.test(name) ? join(MODELS, `${name}.yaml`) : name;
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError(
      'MODEL_INVALID',
      `There is no model ${name}. docs/early-warning.md lists the shipped one.`,
      {
        cause,
      },
    );
  });
  const read = readScoringModel(parseYaml(text, basename(path)));
  if ('sha256' in read) return read;
  throw new LukouError('MODEL_INVALID', `${basename(path)}: ${read.problems.join('. ')}.`);
}

function parseYaml(text: string, source: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch (cause) {
    throw new LukouError('MODEL_INVALID', `${source} is not YAML that can be read.`, { cause });
  }
}
