import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import {
  type Agreement,
  type AgencyKey,
  agreementName,
  readAgencyKeys,
  verifySignatures,
} from '../../agreement/index.ts';
import { LukouError, sha256Hex } from '../../base/index.ts';

/** Whose signatures count. */
export interface AgencyKeyList {
  readonly keys: readonly AgencyKey[];
  /** SHA-256 of the list as it is written. */
  readonly digest: string;
}

/** What is wrong with the signatures of an agreement, a line each; none where both parties have signed it. */
export function findUnsigned(agreement: Agreement, keys: readonly AgencyKey[]): readonly string[] {
  return verifySignatures(agreement, keys)
    .filter(({ state }) => state !== 'valid')
    .map(
      ({ agency, state }) =>
        `${agreement.source}: ${agreementName(agreement)}: signature of ${agency}: ${state}`,
    );
}

/**
 * Reads the list of the agencies' keys.
 *
 * @throws LukouError SETTING_INVALID where the file cannot be read, AGREEMENT_INVALID where it is no such list.
 */
export async function readKeyList(path: string): Promise<AgencyKeyList> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `The list of keys ${path} cannot be read.`, { cause });
  });
  return { keys: readAgencyKeys(parseYaml(text, path), path), digest: sha256Hex(text) };
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new LukouError('SETTING_INVALID', `The list of keys ${path} is no YAML.`, { cause });
  }
}
