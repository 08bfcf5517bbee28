import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Clock, LukouError } from '../base/index.ts';
import type { Config } from '../config.ts';
import type { ConsoleClient } from '../console/index.ts';
import {
  type Authenticate,
  type DevelopmentIssuer,
  LUKOU_AUDIENCE,
  createAuthenticator,
  createDevelopmentIssuer,
  issuerSettingsSchema,
  remoteKeySource,
} from '../identity/index.ts';
import { deriveKey } from '../storage/index.ts';
import { readSettingFile } from './read-setting-file.ts';

/** Who may ask: how tokens are checked, and the development issuer where no agency's issuer is configured. */
export interface Identification {
  readonly authenticate: Authenticate;
  readonly developmentIssuer: DevelopmentIssuer | null;
  /** As which clients the console signs people in. */
  readonly consoleClients: readonly ConsoleClient[];
}

const issuersFile = z.strictObject({ issuers: z.array(issuerSettingsSchema).min(1) });

/** Connects the agencies' issuers, or else the development issuer. */
export async function openIdentification(
  config: Config,
  parts: {
    readonly clock: Clock;
    /** The data folder's secret, which the key of pseudonyms is derived from. */
    readonly secret: Uint8Array;
    readonly production: boolean;
    readonly onMessage: (message: string) => void;
  },
): Promise<Identification> {
  const { clock, secret, onMessage } = parts;
  const pseudonymKey = deriveKey(secret, 'pseudonyms v1');
  const common = { audience: LUKOU_AUDIENCE, clock, pseudonymKey };
  if (config.LUKOU_ISSUERS !== undefined) {
    const { issuers } = await readSettingFile({
      setting: 'LUKOU_ISSUERS',
      path: config.LUKOU_ISSUERS,
      schema: issuersFile,
      page: 'docs/identity.md',
    });
    const onFailure = (issuer: string): void =>
      onMessage(`The keys of issuer ${issuer} could not be fetched.`);
    const keys = remoteKeySource(issuers, { clock, onFailure });
    return {
      authenticate: createAuthenticator({ ...common, issuers, keys }),
      developmentIssuer: null,
      consoleClients: issuers.flatMap(({ issuer, console }) =>
        console === undefined ? [] : [{ issuer, ...console }],
      ),
    };
  }
  const developmentIssuer = await openDevelopmentIssuer(config);
  const place = { host: config.HOST, production: parts.production };
  return {
    authenticate: createAuthenticator({ ...common, developmentIssuer, place }),
    developmentIssuer,
    consoleClients: [],
  };
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
