import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson, keyIdOf, LukouError, rawPublicKey } from '../../base/index.ts';
import type { ListedSuspension, StewardSignature, Suspension } from '../suspension.ts';
import type { AgencyKey } from './agency-keys.ts';

/** Signs a suspension. The key is the steward's of the party that suspends; throws AGREEMENT_INVALID where it is not Ed25519. */
export function signSuspension(suspension: Suspension, privateKey: KeyObject): StewardSignature {
  return signText(textOf('suspend', suspension), privateKey);
}

/** Signs the lift of one suspension, and of no later one. Throws AGREEMENT_INVALID where the key is not Ed25519. */
export function signLift(suspension: Suspension, reason: string, privateKey: KeyObject): StewardSignature {
  return signText(textOf('lift', suspension, reason), privateKey);
}

/** Whether a steward of the party that suspends has signed it. */
export function isSignedSuspension(listed: ListedSuspension, keys: readonly AgencyKey[]): boolean {
  return fits(textOf('suspend', listed), listed.by, listed.signature, keys);
}

/** Whether a steward of the party that suspended has signed that it is over. */
export function isSignedLift(listed: ListedSuspension, keys: readonly AgencyKey[]): boolean {
  return (
    listed.lift !== null && fits(textOf('lift', listed, listed.lift.reason), listed.by, listed.lift, keys)
  );
}

function signText(text: string, privateKey: KeyObject): StewardSignature {
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new LukouError(
      'AGREEMENT_INVALID',
      'Suspensions are signed with Ed25519 keys: lukou agreement key makes one.',
    );
  return {
    keyId: keyIdOf(rawPublicKey(createPublicKey(privateKey))),
    signature: sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}

function fits(
  text: string,
  agency: string,
  given: StewardSignature | null,
  keys: readonly AgencyKey[],
): boolean {
  const known = keys.find(
    (key) => key.agency === agency && key.keyId === given?.keyId && key.duty === 'steward',
  );
  if (given === null || known === undefined) return false;
  return verify(null, Buffer.from(text), known.key, Buffer.from(given.signature, 'base64'));
}

/** What is signed: the act, the suspension as it stands on the list, and why it is lifted. */
function textOf(
  act: 'suspend' | 'lift',
  { uid, version, fromMs, by, reason }: Suspension,
  liftedFor?: string,
): string {
  const from = new Date(fromMs).toISOString();
  return canonicalJson({
    act,
    suspension: { uid, version, from, by, reason },
    ...(liftedFor !== undefined && { liftedFor }),
  });
}
