import { readFile } from 'node:fs/promises';
import { LukouError, systemClock } from '../base/index.ts';
import type { Config } from '../config.ts';
import { type Principal, SAMPLE_CALLERS, type SampleCallerName } from '../identity/index.ts';
import { deriveKey, loadSecret } from '../storage/index.ts';
import { joinDevelopmentIssuer, openIdentification } from './identify.ts';

/** How somebody at a terminal says who they are: a sample caller, or the file that holds their token. */
export type Claim = { readonly caller: string } | { readonly tokenFile: string };

/**
 * Who sits at a terminal, by a token that the gateways themselves would accept.
 *
 * @throws LukouError UNAUTHENTICATED; SETTING_INVALID where the file cannot be read.
 */
export async function identifyPerson(
  by: Claim,
  config: Config,
  { production, onMessage }: { readonly production: boolean; readonly onMessage: (message: string) => void },
): Promise<Principal> {
  const secret = loadSecret(config.LUKOU_DATA, config.LUKOU_SECRET);
  const { authenticate } = await openIdentification(config, {
    clock: systemClock,
    pseudonymKey: deriveKey(secret, 'pseudonyms v1'),
    production,
    onMessage,
  });
  return await authenticate(`Bearer ${await findToken(by, config)}`);
}

async function findToken(by: Claim, config: Config): Promise<string> {
  if ('caller' in by && Object.hasOwn(SAMPLE_CALLERS, by.caller))
    return (await joinDevelopmentIssuer(config)).tokenFor(by.caller as SampleCallerName);
  const path = 'tokenFile' in by ? by.tokenFile : '';
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `--token-file: the file ${path} cannot be read.`, { cause });
  });
  return text.trim();
}
