import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';

/** C2SP signed-note: the signature type of a log's Ed25519 key. */
export const ED25519 = 0x01;
/** C2SP tlog-cosignature: the signature type of a witness's Ed25519 key. */
export const ED25519_COSIGNATURE = 0x04;

const KEY_BYTES = 32;
const ID_BYTES = 4;
// DER of SubjectPublicKeyInfo for Ed25519 (RFC 8410), in front of the 32 bytes.
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** A public key that notes are verified with. */
export interface NoteKey {
  readonly name: string;
  /** 4 bytes, hexadecimal. */
  readonly id: string;
  readonly type: typeof ED25519 | typeof ED25519_COSIGNATURE;
  /** 32 bytes. */
  readonly publicKey: Buffer;
}

/** Whether a text can name a key: not empty, without spaces, control characters and plus signs (C2SP signed-note). */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\s+\p{Cc}\p{Z}]/u.test(name);
}

/** The key of this name. Throws RangeError where the name or the length is wrong. */
export function createNoteKey(name: string, publicKey: Uint8Array, type: NoteKey['type'] = ED25519): NoteKey {
  if (!isKeyName(name)) throw new RangeError('A key’s name has no spaces and no plus sign.');
  if (publicKey.byteLength !== KEY_BYTES)
    throw new RangeError(`A public Ed25519 key has ${KEY_BYTES} bytes.`);
  const key = Buffer.from(publicKey);
  return { name, id: keyId(name, type, key), type, publicKey: key };
}

/** `<name>+<id>+<base64 of type and key>`: what verifiers are given (C2SP signed-note, "vkey"). */
export function printNoteKey({ name, id, type, publicKey }: NoteKey): string {
  return `${name}+${id}+${Buffer.concat([Buffer.of(type), publicKey]).toString('base64')}`;
}

/** Reads a vkey. Throws RangeError saying what is wrong with it. */
export function readNoteKey(text: string): NoteKey {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined)
    throw new RangeError('A public key is written <name>+<8 hexadecimal digits>+<base64>.');
  const bytes = Buffer.from(encoded, 'base64');
  const type = bytes[0];
  if (bytes.toString('base64') !== encoded || (type !== ED25519 && type !== ED25519_COSIGNATURE))
    throw new RangeError(`The public key ${name} is of no known type: Ed25519 is 1, a witness’s is 4.`);
  const key = createNoteKey(name, bytes.subarray(1), type);
  if (key.id !== id)
    throw new RangeError(`The public key ${name} has the id ${key.id}, and ${id} is written.`);
  return key;
}

/** Whether `signature` is this key's over `message`. */
export function verifyEd25519({ publicKey }: NoteKey, message: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, message, publicKeyObject(publicKey), signature);
}

const objects = new WeakMap<Buffer, KeyObject>();

function publicKeyObject(publicKey: Buffer): KeyObject {
  const known = objects.get(publicKey);
  if (known !== undefined) return known;
  const made = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  objects.set(publicKey, made);
  return made;
}

function keyId(name: string, type: number, publicKey: Buffer): string {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.of(type))
    .update(publicKey)
    .digest('hex')
    .slice(0, ID_BYTES * 2);
}
