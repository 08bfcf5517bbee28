import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { LukouError } from '../../base/index.ts';
import type { Config } from '../../config.ts';
import type { NatsLogin, NatsServer } from '../../nats/index.ts';
import { readPem } from '../read-pem.ts';
import { readSettingFile } from '../read-setting-file.ts';
import type { NatsPlace } from './read-place.ts';

const LOGIN = z.union([
  z.strictObject({ user: z.string().min(1), password: z.string().min(1) }),
  z.strictObject({ token: z.string().min(1) }),
]);

const PAGE = 'docs/ingest.md';

/**
 * A NATS server as the settings describe it: whom it is trusted by, and who logs in.
 *
 * @throws LukouError SETTING_INVALID where a file cannot be read, or does not go with the others.
 */
export async function readServer({ server, isTls }: NatsPlace, config: Config): Promise<NatsServer> {
  const { LUKOU_NATS_CREDENTIALS, LUKOU_NATS_CA, LUKOU_NATS_CERT, LUKOU_NATS_KEY } = config;
  if ((LUKOU_NATS_CERT === undefined) !== (LUKOU_NATS_KEY === undefined))
    throw new LukouError('SETTING_INVALID', 'LUKOU_NATS_CERT and LUKOU_NATS_KEY go together. Set both.');
  const ca = await readSetting('LUKOU_NATS_CA', LUKOU_NATS_CA);
  const cert = await readSetting('LUKOU_NATS_CERT', LUKOU_NATS_CERT);
  const key = await readSetting('LUKOU_NATS_KEY', LUKOU_NATS_KEY);
  const login = LUKOU_NATS_CREDENTIALS === undefined ? null : await readLogin(LUKOU_NATS_CREDENTIALS);
  return { server, tls: isTls ? { ...ca, ...cert, ...key } : null, login, name: config.LUKOU_GATEWAY_NAME };
}

const MEMBERS = { LUKOU_NATS_CA: 'ca', LUKOU_NATS_CERT: 'cert', LUKOU_NATS_KEY: 'key' } as const;

async function readSetting(setting: keyof typeof MEMBERS, path: string | undefined): Promise<object> {
  return path === undefined ? {} : { [MEMBERS[setting]]: await readPem(setting, path) };
}

async function readLogin(path: string): Promise<NatsLogin> {
  const setting = 'LUKOU_NATS_CREDENTIALS';
  const text = await readFile(path, 'utf8').catch(() => '');
  if (text.includes('-----BEGIN NATS USER JWT-----')) return { credentials: text };
  return await readSettingFile({ setting, path, schema: LOGIN, page: PAGE });
}
