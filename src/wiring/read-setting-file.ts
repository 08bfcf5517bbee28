import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { z } from 'zod';
import { LukouError } from '../base/index.ts';

/** A setting that names a YAML file, and where the file is described. */
export interface SettingFile<Schema extends z.ZodType> {
  readonly setting: string;
  readonly path: string;
  readonly schema: Schema;
  /** Page of docs/. */
  readonly page: string;
}

/**
 * Reads the file that a setting names.
 *
 * @throws LukouError SETTING_INVALID where it cannot be read, is not YAML, or says what is not known.
 */
export async function readSettingFile<Schema extends z.ZodType>({
  setting,
  path,
  schema,
  page,
}: SettingFile<Schema>): Promise<z.output<Schema>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `${setting}: the file ${path} cannot be read.`, { cause });
  });
  const read = schema.safeParse(parseYaml(setting, path, text));
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new LukouError('SETTING_INVALID', `${setting}: ${path}: ${problems.join('; ')} (${page}).`);
}

function parseYaml(setting: string, path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new LukouError('SETTING_INVALID', `${setting}: ${path} is not YAML.`, { cause });
  }
}
