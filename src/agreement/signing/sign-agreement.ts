import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { keyIdOf, LukouError, rawPublicKey } from '../../base/index.ts';
import type { Agreement } from '../agreement.ts';
import type { AgreementFile } from '../agreement-file.ts';
import { PUBLIC_ASSIGNEE } from '../codes.ts';
import type { AgencyKey } from './agency-keys.ts';

/** One party's signature, as the file holds it. */
export type AgreementSignature = AgreementFile['signatures'][number];

/** What is found of one signature that is, or should be, on an agreement. */
export interface SignatureFinding {
  readonly agency: string;
  readonly keyId: string | null;
  readonly state: 'valid' | 'missing' | 'unknown key' | 'no steward' | 'does not fit' | 'no party';
}

/**
 * Signs an agreement for one of its parties: Ed25519 over its canonical bytes.
 *
 * @throws LukouError AGREEMENT_INVALID where the agency is no party, or the key is not Ed25519.
 */
export function signAgreement(
  agreement: Agreement,
  agency: string,
  privateKey: KeyObject,
): AgreementSignature {
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new LukouError(
      'AGREEMENT_INVALID',
      'Agreements are signed with Ed25519 keys: lukou agreement key makes one.',
    );
  if (!partiesOf(agreement).includes(agency))
    throw new LukouError(
      'AGREEMENT_INVALID',
      `${agency} is no party of ${agreement.uid}. Its parties are ${partiesOf(agreement).join(' and ')}.`,
    );
  return {
    agency,
    keyId: keyIdOf(rawPublicKey(createPublicKey(privateKey))),
    signature: sign(null, Buffer.from(agreement.signedText), privateKey).toString('base64'),
  };
}

/** Every signature on an agreement, and one finding for each party that has not signed. */
export function verifySignatures(
  agreement: Agreement,
  keys: readonly AgencyKey[],
): readonly SignatureFinding[] {
  const { signatures } = agreement.file;
  const missing = partiesOf(agreement).filter((party) => !signatures.some(({ agency }) => agency === party));
  return [
    ...signatures.map((signature) => ({
      agency: signature.agency,
      keyId: signature.keyId,
      state: judge(agreement, signature, keys),
    })),
    ...missing.map((agency) => ({ agency, keyId: null, state: 'missing' as const })),
  ];
}

/** Whether both parties have signed, and nothing else is on the file. */
export function isSigned(agreement: Agreement, keys: readonly AgencyKey[]): boolean {
  return verifySignatures(agreement, keys).every(({ state }) => state === 'valid');
}

function judge(
  agreement: Agreement,
  { agency, keyId, signature }: AgreementSignature,
  keys: readonly AgencyKey[],
): SignatureFinding['state'] {
  if (!partiesOf(agreement).includes(agency)) return 'no party';
  const known = keys.find((key) => key.agency === agency && key.keyId === keyId);
  if (known === undefined) return 'unknown key';
  if (known.duty !== 'steward') return 'no steward';
  const fits = verify(null, Buffer.from(agreement.signedText), known.key, Buffer.from(signature, 'base64'));
  return fits ? 'valid' : 'does not fit';
}

/** Who must sign. The public cannot, and an agency signs its own rules once. */
function partiesOf({ assigner, assignee }: Agreement): readonly string[] {
  return [...new Set([assigner, assignee].filter((agency) => agency !== PUBLIC_ASSIGNEE))];
}
