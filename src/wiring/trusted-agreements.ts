import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import {
  type Agreement,
  type AgencyKey,
  agreementName,
  readAgencyKeys,
  verifySignatures,
} from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import { agreementFolder, readAgreements } from './agency.ts';

/** Where agreements come from, and whose signatures they must bear. */
export interface AgreementSettings {
  readonly LUKOU_AGREEMENTS: string | undefined;
  /** The list of the agencies' keys; without it signatures are not looked at. */
  readonly LUKOU_AGENCY_KEYS: string | undefined;
}

/** The files that decide which agreements are read: what changes there may change the set. */
export function listTrustFiles({ LUKOU_AGENCY_KEYS }: AgreementSettings): readonly string[] {
  return LUKOU_AGENCY_KEYS === undefined ? [] : [LUKOU_AGENCY_KEYS];
}

/**
 * Reads every agreement of the folder, and refuses the set where one is not signed by both parties.
 *
 * @throws LukouError AGREEMENT_INVALID naming each agreement and what is wrong with its signatures; SETTING_INVALID where
 *   the list of keys cannot be read.
 */
export async function readTrustedAgreements(settings: AgreementSettings): Promise<readonly Agreement[]> {
  const agreements = await readAgreements(agreementFolder(settings.LUKOU_AGREEMENTS));
  if (settings.LUKOU_AGENCY_KEYS === undefined) return agreements;
  const keys = await readKeyList(settings.LUKOU_AGENCY_KEYS);
  const problems = agreements.flatMap((agreement) => findUnsigned(agreement, keys));
  if (problems.length === 0) return agreements;
  throw new LukouError(
    'AGREEMENT_INVALID',
    `${problems.map((problem) => `\n  ${problem}`).join('')}\nSign them: lukou agreement sign.`,
  );
}

function findUnsigned(agreement: Agreement, keys: readonly AgencyKey[]): string[] {
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
export async function readKeyList(path: string): Promise<readonly AgencyKey[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `The list of keys ${path} cannot be read.`, { cause });
  });
  return readAgencyKeys(parseYaml(text, path), path);
}

function parseYaml(text: string, path: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new LukouError('SETTING_INVALID', `The list of keys ${path} is no YAML.`, { cause });
  }
}
