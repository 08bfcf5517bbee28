import { createCipheriv, createDecipheriv } from 'node:crypto';
import { canonicalJson, hmacSha256, LukouError } from '../base/index.ts';

/** Where a list stands: its sort key and id, as JSON keeps them exactly. */
export type Position = readonly (string | number | null)[];

/** What a cursor is good for. It opens under an equal binding only. */
export interface CursorBinding {
  readonly list: string;
  readonly order: string;
  readonly filter: unknown;
  readonly grantDigest: string;
}

/** Turns positions into opaque cursors and back. */
export interface CursorSealer {
  /** The cursor of a position: the same text for the same position, binding and key. */
  seal(position: Position, binding: CursorBinding): string;
  /** The position of a cursor. Throws `CURSOR_INVALID` for any text that `seal` did not return for this binding. */
  open(cursor: string, binding: CursorBinding): Position;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
// Padding hides how long a sort key is; JSON does not mind trailing spaces.
const PADDED_TO_BYTES = 64;

/**
 * Cursors under AES-256-GCM. The nonce is derived from plaintext and binding, so that a page read twice has the same
 * cursors and a nonce is never used for two texts. A cursor must not tell a sort key that its caller may not read.
 */
export function createCursorSealer(key: Uint8Array): CursorSealer {
  const encryptionKey = hmacSha256(key, 'lukou cursor encryption v1');
  const nonceKey = hmacSha256(key, 'lukou cursor nonce v1');

  return {
    seal(position, binding) {
      const plaintext = padded(JSON.stringify(position));
      const bound = bytesOf(binding);
      const nonce = hmacSha256(nonceKey, Buffer.concat([lengthOf(bound), bound, plaintext])).subarray(
        0,
        NONCE_BYTES,
      );
      const cipher = createCipheriv('aes-256-gcm', encryptionKey, nonce).setAAD(bound);
      return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      );
    },
    open(cursor, binding) {
      const sealed = Buffer.from(cursor, 'base64url');
      // Decoding skips what is not base64url: without this, many texts would open as one cursor.
      if (sealed.toString('base64url') !== cursor || sealed.length <= NONCE_BYTES + TAG_BYTES) {
        throw new LukouError('CURSOR_INVALID');
      }
      const decipher = createDecipheriv('aes-256-gcm', encryptionKey, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(bytesOf(binding))
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      const plaintext = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
      try {
        decipher.final();
      } catch (cause) {
        throw new LukouError('CURSOR_INVALID', undefined, { cause });
      }
      return JSON.parse(plaintext.toString('utf8')) as Position;
    },
  };
}

function padded(text: string): Buffer {
  const bytes = Buffer.byteLength(text);
  return Buffer.from(text + ' '.repeat(-bytes & (PADDED_TO_BYTES - 1)));
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
}

/** Equal bindings have equal bytes: an absent filter, a null one and one of nulls only are the same. */
function bytesOf(binding: CursorBinding): Buffer {
  const { list, order, filter, grantDigest } = binding;
  return Buffer.from(canonicalJson([list, order, withoutNulls(filter) ?? {}, grantDigest]));
}

function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([name, inner]) => [name, withoutNulls(inner)]),
  );
}
