import {
  agreementName,
  buildCatalogue,
  compilePolicy,
  type Policy,
  readAgreement,
} from '../agreement/index.ts';
import { type Replay, readDecisions, replayRecord } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import { type Database, findDisclosureLeaf, findPolicyVersion } from '../storage/index.ts';

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
  return replayRecord(recorded, await requirePolicy(database, recorded.policyDigest));
}

async function requirePolicy(database: Database, digest: string): Promise<Policy> {
  const found = await findPolicyVersion(database.app, digest);
  if (found === null)
    throw new LukouError(
      'REPLAY_IMPOSSIBLE',
      `The archive holds no set of agreements with the digest ${digest}.`,
    );
  const agreements = found.agreements.map(({ name, content }) => {
    const agreement = readAgreement(content, name);
    if (agreementName(agreement) !== name)
      throw new LukouError(
        'LOG_MISMATCH',
        `The archive holds ${agreementName(agreement)} in the place of ${name}.`,
      );
    return agreement;
  });
  const { suspensions } = found;
  // Not checked again: a rule that came later says nothing about what was served.
  const options = { suspensions, isSound: () => true };
  const policy = compilePolicy(agreements, buildCatalogue(found.schema), options);
  if (policy.digest !== digest)
    throw new LukouError('LOG_MISMATCH', `What the archive holds under ${digest} is ${policy.digest}.`);
  return policy;
}
