import { readFile } from 'node:fs/promises';
import { LukouError, systemClock } from '../base/index.ts';
import type { Person } from '../cli/index.ts';
import type { Config } from '../config.ts';
import { type Principal, SAMPLE_CALLERS, type SampleCallerName } from '../identity/index.ts';
import { loadSecret } from '../storage/index.ts';
import { joinDevelopmentIssuer, openIdentification } from './identify.ts';

/**
 * Who sits at a terminal, by a token that the gateways themselves would accept.
 *
 * @throws LukouError UNAUTHENTICATED; SETTING_INVALID where the file cannot be read.
 */
export async function identifyPerson(
  by: Person,
  config: Config,
  { production, onMessage }: { readonly production: boolean; readonly onMessage: (message: string) => void },
): Promise<Principal> {
  const { authenticate } = await openIdentification(config, {
    clock: systemClock,
    secret: loadSecret(config.LUKOU_DATA, config.LUKOU_SECRET),
    production,
    onMessage,
  });
  const principal = await authenticate(`Bearer ${await findToken(by, config)}`);
  if (principal.role === 'feeder') throw new LukouError('FEEDER_REFUSED');
  return principal;
}

async function findToken(by: Person, config: Config): Promise<string> {
  if ('caller' in by && Object.hasOwn(SAMPLE_CALLERS, by.caller))
    return (await joinDevelopmentIssuer(config)).tokenFor(by.caller as SampleCallerName);
  const path = 'tokenFile' in by ? by.tokenFile : '';
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `--token-file: the file ${path} cannot be read.`, { cause });
  });
  return text.trim();
}
