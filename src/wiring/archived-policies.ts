import {
  agreementName,
  buildCatalogue,
  compileInSteps,
  type Policy,
  readAgreement,
} from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import { type Database, findPolicyVersion } from '../storage/index.ts';
import { LongWork } from './agreements/long-work.ts';

/** Sets of agreements that were once in force, as they were archived then. */
export type FindArchivedPolicy = (digest: string) => Promise<Policy | null>;

/** Records of some days rest on so few. */
const MOST_KEPT = 4;

/**
 * Compiles the set of a digest again; null where the archive does not hold it.
 *
 * @throws LukouError LOG_MISMATCH where what the archive holds is not what was in force.
 */
export async function restorePolicy({ app }: Pick<Database, 'app'>, digest: string): Promise<Policy | null> {
  const found = await findPolicyVersion(app, digest);
  if (found === null) return null;
  const work = new LongWork();
  const total = found.agreements.length;
  const agreements = [];
  for (const { name, content } of found.agreements) {
    const agreement = readAgreement(content, name);
    if (agreementName(agreement) !== name)
      throw new LukouError(
        'LOG_MISMATCH',
        `The archive holds ${agreementName(agreement)} in the place of ${name}.`,
      );
    agreements.push(agreement);
    await work.step('agreements read', agreements.length, total);
  }
  const { suspensions } = found;
  // Not checked again: a rule that came later says nothing about what was served.
  const options = { suspensions, isSound: () => true };
  const steps = compileInSteps(agreements, buildCatalogue(found.schema), options);
  let step = steps.next();
  for (let done = 1; step.done !== true; done += 1) {
    await work.step('agreements compiled', Math.min(done, total), total);
    step = steps.next();
  }
  const policy = step.value;
  if (policy.digest !== digest)
    throw new LukouError('LOG_MISMATCH', `What the archive holds under ${digest} is ${policy.digest}.`);
  return policy;
}

/** Restores sets one after the other, and keeps those that were asked for last. */
export function keepArchivedPolicies(database: Pick<Database, 'app'>): FindArchivedPolicy {
  const kept = new Map<string, Promise<Policy | null>>();
  let last: Promise<unknown> = Promise.resolve();
  return (digest) => {
    const known = kept.get(digest);
    kept.delete(digest);
    const finding = known ?? last.then(() => restorePolicy(database, digest));
    last = finding.catch(() => undefined);
    kept.set(digest, finding);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    const forget = (): void => {
      if (kept.get(digest) === finding) kept.delete(digest);
    };
    finding.then((policy) => policy ?? forget(), forget);
    return finding;
  };
}
