import { type Agreement, readAgreement, verifySignatures } from '../../agreement/index.ts';
import type { ArchivedText, FoundSignature } from '../../storage/index.ts';
import { readKeyList } from '../agreements/agency-key-list.ts';

/**
 * The signatures of a version, and a line for each party that has not signed. Without a list of the agencies' keys it is
 * only said that a signature is there.
 */
export async function listSignatures(
  loaded: Agreement | undefined,
  archived: ArchivedText,
  keysPath: string | undefined,
): Promise<readonly FoundSignature[]> {
  const agreement = loaded ?? restore(archived);
  if (agreement === null) return [];
  const keys = keysPath === undefined ? null : (await readKeyList(keysPath)).keys;
  return verifySignatures(agreement, keys ?? []).map(({ agency, keyId, state }) => ({
    agency,
    keyId,
    state:
      keys === null && state === 'unknown key' ? 'NOT_CHECKED' : state.toUpperCase().replaceAll(' ', '_'),
  }));
}

function restore({ document, signatures }: ArchivedText): Agreement | null {
  if (document === null) return null;
  return readAgreement({ ...(JSON.parse(document) as object), signatures }, 'archive');
}
