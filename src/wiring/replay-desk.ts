import { type Replay, readDecisions, replayRecord } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import { type Database, findDisclosureLeaf } from '../storage/index.ts';
import { restorePolicy } from './archived-policies.ts';

/**
 * Makes the decisions of one record again, from what was archived when they were made.
 *
 * @throws LukouError REPLAY_IMPOSSIBLE where there is no such record, it holds no decision, or what it rested on was not
 *   archived; LOG_MISMATCH where that is not in the archive as it was.
 */
export async function replayDisclosure(database: Database, log: string, index: number): Promise<Replay> {
  const leaf = await findDisclosureLeaf(database.log, log, index);
  if (leaf === null) throw new LukouError('REPLAY_IMPOSSIBLE', `The log ${log} holds no record ${index}.`);
  const recorded = readDecisions(leaf);
  const policy = await restorePolicy(database, recorded.policyDigest);
  if (policy === null)
    throw new LukouError(
      'REPLAY_IMPOSSIBLE',
      `The archive holds no set of agreements with the digest ${recorded.policyDigest}.`,
    );
  return replayRecord(recorded, policy);
}
