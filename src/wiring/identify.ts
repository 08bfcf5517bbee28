import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Clock, LukouError } from '../base/index.ts';
import type { Config } from '../config.ts';
import {
  type Authenticate,
  type DevelopmentIssuer,
  LUKOU_AUDIENCE,
  createAuthenticator,
  createDevelopmentIssuer,
  issuerSettingsSchema,
  remoteKeySource,
} from '../identity/index.ts';

/** Who may ask: how tokens are checked, and the development issuer where no agency's issuer is configured. */
export interface Identification {
  readonly authenticate: Authenticate;
  readonly developmentIssuer: DevelopmentIssuer | null;
}

/** Connects the agencies' issuers, or else the development issuer. */
export async function openIdentification(
  config: Config,
  parts: {
    readonly clock: Clock;
    readonly pseudonymKey: Uint8Array;
    readonly production: boolean;
    readonly onMessage: (message: string) => void;
  },
): Promise<Identification> {
  const { clock, pseudonymKey, onMessage } = parts;
  const common = { audience: LUKOU_AUDIENCE, clock, pseudonymKey };
  if (config.LUKOU_ISSUERS !== undefined) {
    const issuers = await readIssuers(config.LUKOU_ISSUERS);
    const onFailure = (issuer: string): void =>
      onMessage(`The keys of issuer ${issuer} could not be fetched.`);
    const keys = remoteKeySource(issuers, { clock, onFailure });
    return { authenticate: createAuthenticator({ ...common, issuers, keys }), developmentIssuer: null };
  }
  const developmentIssuer = await openDevelopmentIssuer(config);
  const place = { host: config.HOST, production: parts.production };
  return { authenticate: createAuthenticator({ ...common, developmentIssuer, place }), developmentIssuer };
}

/**
 * The development issuer of a data folder.
 *
 * @throws LukouError SETTING_INVALID where agencies' issuers are configured: then there is no development issuer.
 */
async function openDevelopmentIssuer(config: Config): Promise<DevelopmentIssuer> {
  if (config.LUKOU_ISSUERS !== undefined)
    throw new LukouError(
      'SETTING_INVALID',
      'LUKOU_ISSUERS is set, so tokens come from the agencies’ issuers.',
    );
  return createDevelopmentIssuer({ keyFolder: keyFolderOf(config) });
}

/**
 * The development issuer of a gateway that was started before.
 *
 * @throws LukouError SETTING_INVALID where none was: a key made here would sign tokens that no gateway accepts.
 */
export async function joinDevelopmentIssuer(config: Config): Promise<DevelopmentIssuer> {
  if (config.LUKOU_ISSUERS === undefined && !existsSync(keyFolderOf(config)))
    throw new LukouError(
      'SETTING_INVALID',
      `No gateway was started in ${config.LUKOU_DATA}. Start one, or set LUKOU_DATA to its folder.`,
    );
  return openDevelopmentIssuer(config);
}

const keyFolderOf = (config: Config): string => join(config.LUKOU_DATA, 'development-issuer');

async function readIssuers(path: string): Promise<z.infer<typeof issuerSettingsSchema>[]> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `LUKOU_ISSUERS: the file ${path} cannot be read.`, { cause });
  });
  const read = z.strictObject({ issuers: z.array(issuerSettingsSchema).min(1) }).safeParse(parse(text));
  if (read.success) return read.data.issuers;
  const problems = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new LukouError(
    'SETTING_INVALID',
    `LUKOU_ISSUERS: ${path}: ${problems.join('; ')} (docs/identity.md).`,
  );
}
