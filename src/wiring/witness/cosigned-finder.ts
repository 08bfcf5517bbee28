import type { FindCosigned } from '../../audit/index.ts';
import type { Clock } from '../../base/index.ts';
import type { Config } from '../../config.ts';
import { findCosignedHead, readWitnessedHeads } from '../../witness/index.ts';
import { originOf } from '../open-log.ts';
import { witnessedPathOf } from './open-gateway-witnessing.ts';

// Long enough for witnesses that are asked each minute to miss a few, short enough for nobody to be told old news.
const RECENT_MS = 10 * 60_000;

/** Finds the heads of a gateway's logs that witnesses have cosigned in the last ten minutes. */
export function cosignedFinder({
  config,
  logFolder,
  clock,
}: {
  readonly config: Config;
  readonly logFolder: string;
  readonly clock: Clock;
}): FindCosigned {
  return async (log) => {
    const heads = await readWitnessedHeads(witnessedPathOf(logFolder, log));
    const head = findCosignedHead(heads, originOf({ gatewayName: config.LUKOU_GATEWAY_NAME, log }));
    return head !== null && clock.nowMs() - head.cosignedAtMs <= RECENT_MS ? head : null;
  };
}
