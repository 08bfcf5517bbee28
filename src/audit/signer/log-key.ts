import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { LukouError } from '../../base/index.ts';
import { createNoteKey, ED25519, type NoteKey, type NoteSignature } from '../../merkle/index.ts';
import { findPrivateFile } from './private-file.ts';

/** A log's own key pair. */
export interface LogKeyPair {
  readonly key: NoteKey;
  /** Signs the text of a note. */
  sign(text: string): NoteSignature;
}

const SEED_BYTES = 32;
// DER of PrivateKeyInfo for Ed25519 (RFC 8410), in front of the 32 bytes.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const FORM = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})\n$/;

/** A new key pair, and the text of its file: in the form that Go's note tools read. */
export function makeLogKey(origin: string): LogKeyPair & { readonly fileText: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length);
  const pair = pairOf(origin, privateKey);
  const encoded = Buffer.concat([Buffer.of(ED25519), seed]).toString('base64');
  return { ...pair, fileText: `PRIVATE+KEY+${origin}+${pair.key.id}+${encoded}\n` };
}

/**
 * The key of a file; null where there is none.
 *
 * @throws LukouError LOG_SIGNER_LOST where the file is damaged, SETTING_INVALID where it is of another log.
 */
export async function findLogKey(path: string, origin: string): Promise<LogKeyPair | null> {
  const text = await findPrivateFile(path);
  if (text === null) return null;
  const [, name, id, encoded = ''] = FORM.exec(text.toString('utf8')) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.length !== SEED_BYTES + 1 || bytes[0] !== ED25519)
    throw new LukouError('LOG_SIGNER_LOST', `The key ${path} is damaged. Restore it from a backup.`);
  if (name !== origin)
    throw new LukouError(
      'SETTING_INVALID',
      `The key ${path} is of the log ${name ?? ''}, and this one is ${origin}. Set LUKOU_GATEWAY_NAME as it was, or ` +
        'LUKOU_LOG to a new name.',
    );
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8, bytes.subarray(1)]),
    format: 'der',
    type: 'pkcs8',
  });
  const pair = pairOf(origin, privateKey);
  if (pair.key.id !== id)
    throw new LukouError('LOG_SIGNER_LOST', `The key ${path} is damaged. Restore it from a backup.`);
  return pair;
}

/** Which log's key a file holds, by its own word; null where it holds none. */
export async function findKeyOrigin(path: string): Promise<string | null> {
  return FORM.exec((await findPrivateFile(path))?.toString('utf8') ?? '')?.[1] ?? null;
}

function pairOf(origin: string, privateKey: KeyObject): LogKeyPair {
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  const key = createNoteKey(origin, Buffer.from(x ?? '', 'base64url'));
  return {
    key,
    sign: (text) => ({
      name: key.name,
      id: key.id,
      signature: sign(null, Buffer.from(text, 'utf8'), privateKey),
    }),
  };
}
