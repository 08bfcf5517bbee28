import { type Replay, replayRecord } from '../../audit/index.ts';
import { LukouError } from '../../base/index.ts';
import type { FindArchivedPolicy } from '../archived-policies.ts';
import { findDecisions } from './find-decisions.ts';

/** An answer takes no more time than compiling so many sets of agreements. */
const MOST_POLICIES = 4;

/**
 * Makes the decisions of records of one answer again. Null where a record decides about no field, or where what it rests on
 * is not archived.
 */
export function createRecordReplayer(
  findPolicy: FindArchivedPolicy,
): (leaf: Buffer) => Promise<Replay | null> {
  const asked = new Set<string>();
  return async (leaf) => {
    const recorded = findDecisions(leaf);
    if (recorded === null) return null;
    asked.add(recorded.policyDigest);
    if (asked.size > MOST_POLICIES)
      throw new LukouError(
        'ARGUMENT_INVALID',
        `These records rest on more than ${MOST_POLICIES} sets of agreements. Ask for fewer at a time.`,
      );
    const policy = await findPolicy(recorded.policyDigest);
    return policy === null ? null : replayRecord(recorded, policy);
  };
}
