import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { canonicalJson, keyIdOf, LukouError, openPublicKey, rawPublicKey } from '../../base/index.ts';
import { releaseBytes } from '../../classification/index.ts';
import type { Person } from '../model/carrier.ts';
import type { SignedEvent } from '../model/entry.ts';
import { deriveKey, type KeyCost, PERSON_KEY_COST } from './derive-key.ts';
import { openBox, sealBox } from './sealed-box.ts';

type Destruction = Extract<SignedEvent, { kind: 'destroy' }>;

const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Makes a person's key, sealed under the person's own passphrase. */
export function makePersonKey(passphrase: string, cost: KeyCost = PERSON_KEY_COST): Omit<Person, 'name'> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(publicKey);
  const salt = randomBytes(SALT_BYTES);
  const keyId = keyIdOf(raw);
  const { nonce, box } = sealBox(
    deriveKey(passphrase, salt, cost, KEY_BYTES),
    privateKey.export({ format: 'der', type: 'pkcs8' }),
    Buffer.from(keyId),
  );
  return {
    keyId,
    publicKey: raw.toString('base64'),
    sealedKey: {
      salt: salt.toString('base64'),
      nonce: nonce.toString('base64'),
      box: box.toString('base64'),
    },
  };
}

/**
 * Opens a person's key.
 *
 * @throws LukouError REGISTER_PASSPHRASE
 */
export function openPersonKey(
  person: Person,
  passphrase: string,
  cost: KeyCost = PERSON_KEY_COST,
): KeyObject {
  const { salt, nonce, box } = person.sealedKey;
  const key = deriveKey(passphrase, Buffer.from(salt, 'base64'), cost, KEY_BYTES);
  const sealed = { nonce: Buffer.from(nonce, 'base64'), box: Buffer.from(box, 'base64') };
  const opened = openBox(key, sealed, Buffer.from(person.keyId));
  if (opened === null) throw new LukouError('REGISTER_PASSPHRASE', `(The key of ${person.name}.)`);
  const privateKey = createPrivateKey({ key: opened, format: 'der', type: 'pkcs8' });
  const raw = rawPublicKey(createPublicKey(privateKey));
  if (raw.toString('base64') === person.publicKey) return privateKey;
  throw new LukouError(
    'REGISTER_DAMAGED',
    `The two halves of the key of ${person.name} do not belong together.`,
  );
}

/** A person's signature under a destruction, base64. */
export function signDestruction(
  register: string,
  event: Omit<Destruction, 'signatures'>,
  persons: readonly [string, string],
  key: KeyObject,
): string {
  return sign(null, destructionBytes(register, event, persons), key).toString('base64');
}

/** Whether a signature under what two persons do is this person's. */
export function verifyHand(register: string, event: SignedEvent, person: Person, signature: string): boolean {
  const key = openPublicKey(Buffer.from(person.publicKey, 'base64'));
  return verify(null, signedBytes(register, event), key, Buffer.from(signature, 'base64'));
}

function signedBytes(register: string, event: SignedEvent): Buffer {
  if (event.kind === 'release') return releaseBytes(event.statement);
  const [first, second] = event.signatures;
  return destructionBytes(register, event, [first.person, second.person]);
}

function destructionBytes(
  register: string,
  { carrier, method, place, note }: Omit<Destruction, 'signatures'>,
  persons: readonly [string, string],
): Buffer {
  return Buffer.from(
    `lukou-register/1 destroy\n${canonicalJson({ register, carrier, method, place, note: note ?? null, persons })}`,
  );
}
