import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { LukouError } from '../base/index.ts';
import { deriveKey } from './derive-key.ts';
import { createPrivateFile, findPrivateFile } from './embedded/private-file.ts';

const SECRET_BYTES = 32;
const SHORTEST_SETTING = 32;

/**
 * The 32 bytes that the row-scope key is derived from: out of the setting LUKOU_SECRET, which several gateways on one
 * database share, else out of the data folder's file `secret`, made at the first start.
 */
export function loadSecret(dataFolder: string, setting: string | undefined): Uint8Array {
  if (setting !== undefined) {
    if (setting.length >= SHORTEST_SETTING) {
      return deriveKey(Buffer.from(setting), 'secret v1');
    }
    throw new LukouError('SETTING_INVALID', `LUKOU_SECRET needs at least ${SHORTEST_SETTING} characters.`);
  }
  const path = join(dataFolder, 'secret');
  if (findPrivateFile(path) === null)
    createPrivateFile(path, `${randomBytes(SECRET_BYTES).toString('base64url')}\n`);
  const bytes = Buffer.from((findPrivateFile(path) ?? '').trim(), 'base64url');
  if (bytes.length === SECRET_BYTES) return bytes;
  throw new LukouError(
    'SETTING_INVALID',
    `The file ${path} is damaged. Restore it from a backup, or remove it.`,
  );
}
