import { createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { hmacSha256, LukouError, readStrictJson } from '../../base/index.ts';
import { COST_RANGE, deriveKey, type KeyCost } from '../key/derive-key.ts';

const header = z.strictObject({
  format: z.literal('lukou-register/1'),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    cost: z
      .number()
      .int()
      .min(COST_RANGE.least)
      .max(COST_RANGE.most)
      .refine((cost) => Number.isInteger(Math.log2(cost)), 'is a power of two'),
    blockSize: z.literal(8),
    salt: z.base64().length(24),
  }),
  /** Tells a wrong passphrase from a damaged file. */
  check: z.base64().length(44),
});

/** The first line of the file, opened with its passphrase. */
export interface FileKey {
  /** Encrypts the entries. */
  readonly key: Buffer;
  /** SHA-256 of the first line, to which every entry is bound. */
  readonly headerDigest: Buffer;
  /** Bytes of the first line, its line end included. */
  readonly bytes: number;
}

const LONGEST = 1024;
const SALT_BYTES = 16;
const MASTER_BYTES = 32;

/** Makes the first line of a new file. */
export function makeHeader(
  passphrase: string,
  { cost, blockSize }: KeyCost,
): { line: Buffer; fileKey: FileKey } {
  const salt = randomBytes(SALT_BYTES);
  const { key, check } = splitKey(deriveKey(passphrase, salt, { cost, blockSize }, MASTER_BYTES));
  const fields = {
    format: 'lukou-register/1',
    kdf: { name: 'scrypt', cost, blockSize, salt: salt.toString('base64') },
    check: check.toString('base64'),
  };
  const line = Buffer.from(`${JSON.stringify(fields)}\n`);
  return { line, fileKey: { key, headerDigest: digestOf(line), bytes: line.length } };
}

/**
 * Opens the first line of a file.
 *
 * @throws LukouError REGISTER_PASSPHRASE, or REGISTER_DAMAGED where it is no such line
 */
export function openHeader(file: Buffer, passphrase: string): FileKey {
  const end = file.subarray(0, LONGEST).indexOf('\n') + 1;
  const line = file.subarray(0, end);
  const { kdf, check } = readHeader(line);
  const salt = Buffer.from(kdf.salt, 'base64');
  const keys = splitKey(deriveKey(passphrase, salt, kdf, MASTER_BYTES));
  if (!timingSafeEqual(keys.check, Buffer.from(check, 'base64')))
    throw new LukouError(
      'REGISTER_PASSPHRASE',
      '(If you are sure of it, the first line of the file was changed: take a backup.)',
    );
  return { key: keys.key, headerDigest: digestOf(line), bytes: end };
}

function readHeader(line: Buffer): z.output<typeof header> {
  try {
    return header.parse(readStrictJson(line, 3));
  } catch (cause) {
    throw new LukouError('REGISTER_DAMAGED', 'Its first line is not that of a register.', { cause });
  }
}

const digestOf = (line: Buffer): Buffer => createHash('sha256').update(line).digest();

function splitKey(master: Buffer): { key: Buffer; check: Buffer } {
  const key = Buffer.from(hkdfSync('sha256', master, '', 'lukou-register/1 entries', MASTER_BYTES));
  return { key, check: hmacSha256(master, 'lukou-register/1 check') };
}
