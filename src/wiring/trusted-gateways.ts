import { LukouError } from '../base/index.ts';
import { gatewaySettingsSchema, type TrustedGateways, trustGateways } from '../identity/index.ts';
import { readSettingFile } from './read-setting-file.ts';

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
  const schema = gatewaySettingsSchema;
  return trustGateways(
    await readSettingFile({ setting: 'LUKOU_GATEWAYS', path, schema, page: 'docs/federation.md' }),
  );
}
