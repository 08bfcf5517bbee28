import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { LukouError } from '../base/index.ts';
import { gatewaySettingsSchema, type TrustedGateways, trustGateways } from '../identity/index.ts';

/**
 * The gateways that LUKOU_GATEWAYS lists.
 *
 * @throws LukouError SETTING_INVALID where the file is missing, cannot be read, or says what is not known.
 */
export async function readTrustedGateways(path: string | undefined): Promise<TrustedGateways> {
  if (path === undefined)
    throw new LukouError(
      'SETTING_INVALID',
      'LUKOU_GATEWAYS is not set, so nobody could ask. List the gateways that may: docs/federation.md shows the file, ' +
        'and lukou gateway-key prints the key of a gateway.',
    );
  const read = gatewaySettingsSchema.safeParse(parseFile(path, await readText(path)));
  if (read.success) return trustGateways(read.data);
  const problems = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new LukouError(
    'SETTING_INVALID',
    `LUKOU_GATEWAYS: ${path}: ${problems.join('; ')} (docs/federation.md).`,
  );
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LukouError('SETTING_INVALID', `LUKOU_GATEWAYS: the file ${path} cannot be read.`, { cause });
  });
}

function parseFile(path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new LukouError('SETTING_INVALID', `LUKOU_GATEWAYS: ${path} is not YAML.`, { cause });
  }
}
