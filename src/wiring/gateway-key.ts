import { join } from 'node:path';
import type { Config } from '../config.ts';
import { type GatewayKey, openGatewayKey } from '../identity/index.ts';
import { prepareDataFolder } from '../storage/index.ts';

/** The key that this gateway speaks to remote agencies with, in its data folder; made at the first run. */
export async function joinGatewayKey(config: Config): Promise<GatewayKey> {
  return openGatewayKey(join(prepareDataFolder(config.LUKOU_DATA), 'gateway-key'));
}
