import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { printNoteKey } from '../../merkle/index.ts';
import type { WitnessedLog } from '../../storage/index.ts';
import { countWitnessed, findSighting, readWitnessedHeads } from '../../witness/index.ts';
import { readWitnessPolicy, witnessedPathOf } from '../witness/open-gateway-witnessing.ts';

/** How much of a log its witnesses have seen; null where none are set, or another data folder has the log's key. */
export async function findWitnesses(
  { LUKOU_WITNESSES: policyPath }: Pick<Config, 'LUKOU_WITNESSES'>,
  folder: string,
  { log, origin }: { readonly log: string; readonly origin: string },
): Promise<WitnessedLog | null> {
  if (policyPath === undefined || !(await isThere(join(folder, `${log}.key`)))) return null;
  const { quorum, witnesses } = await readWitnessPolicy(policyPath);
  const heads = await readWitnessedHeads(witnessedPathOf(folder, log));
  const keys = witnesses.map(({ key }) => key);
  return {
    quorum,
    witnessedSize: countWitnessed(heads, { keys, origin, quorum }),
    witnesses: keys.map((key) => {
      const sighting = findSighting(heads, key, origin);
      return {
        name: key.name,
        vkey: printNoteKey(key),
        size: sighting?.head.size ?? 0,
        seenAt: sighting === null ? null : new Date(sighting.seconds * 1_000).toISOString(),
      };
    }),
  };
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
