import { LukouError } from '../base/index.ts';
import type { Agreement } from './agreement.ts';
import type { Catalogue } from './catalogue.ts';
import { checkClauses } from './check-clauses.ts';
import { checkOrders } from './check-orders.ts';
import { checkOverlaps } from './check-overlaps.ts';
import { checkPurposeLocks } from './check-purpose-locks.ts';
import { checkRows } from './check-rows.ts';
import { checkStatisticGroups } from './check-statistic-groups.ts';
import { checkStatistics } from './check-statistics.ts';
import { checkTrajectory } from './check-trajectory.ts';
import { checkVisibleRows } from './check-visible-rows.ts';
import { checkSuspensions } from './check-suspensions.ts';
import { compileAgreement } from './compile-agreement.ts';
import { FiledAgreement } from './filed-agreement.ts';
import { assemblePolicy, type Policy } from './policy.ts';
import { resolveClauses } from './resolve-clauses.ts';
import { runSelfTests } from './run-self-tests.ts';
import { suggestName } from './suggest-name.ts';
import type { Suspension } from './suspension.ts';

/** What is known of a set beyond its agreements. */
export interface CompileOptions {
  readonly suspensions?: readonly Suspension[];
  /** Whether an agreement was compiled over the same catalogue before, and nothing was wrong with it. */
  readonly isSound?: (agreement: Agreement) => boolean;
}

/**
 * Compiles a whole set of agreements over one schema, or none of it.
 *
 * @throws LukouError AGREEMENT_INVALID with every problem of every file, a line each.
 */
export function compilePolicy(
  agreements: readonly Agreement[],
  catalogue: Catalogue,
  options?: CompileOptions,
): Policy {
  const steps = compileInSteps(agreements, catalogue, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** {@link compilePolicy}, a step for each agreement: whoever has other things to do can do them in between. */
export function* compileInSteps(
  agreements: readonly Agreement[],
  catalogue: Catalogue,
  { suspensions = [], isSound = () => false }: CompileOptions = {},
): Generator<void, Policy> {
  const problems: string[] = [];
  for (const agreement of agreements) {
    yield;
    if (isSound(agreement)) continue;
    checkAgreement(agreement, catalogue, (problem) => problems.push(`${agreement.source}: ${problem}`));
  }
  problems.push(...checkOverlaps(agreements));
  yield;
  problems.push(...checkSuspensions(suspensions, agreements));
  if (problems.length > 0) {
    throw new LukouError('AGREEMENT_INVALID', problems.map((problem) => `\n  ${problem}`).join(''));
  }
  yield;
  const filed = agreements.map((agreement) => new FiledAgreement(agreement, catalogue));
  return assemblePolicy(filed, catalogue, suspensions);
}

function checkAgreement(agreement: Agreement, catalogue: Catalogue, report: (problem: string) => void): void {
  let isSound = true;
  const reportFault = (problem: string): void => {
    isSound = false;
    report(problem);
  };
  if (!catalogue.owners.includes(agreement.assigner)) {
    const name = suggestName(agreement.assigner, catalogue.owners);
    reportFault(
      `${agreement.assigner} owns no field of the schema.${name === undefined ? '' : ` Did you mean ${name}?`}`,
    );
    return;
  }
  const resolved = resolveClauses(agreement, catalogue, reportFault);
  const checks = [
    checkClauses(resolved, catalogue),
    checkRows(resolved, catalogue),
    checkPurposeLocks(resolved),
    checkStatistics(resolved, catalogue),
    checkTrajectory(resolved, catalogue),
  ];
  for (const problem of checks.flat()) reportFault(problem);
  const compiled = compileAgreement(resolved, catalogue.coordinates.length);
  for (const problem of checkVisibleRows(compiled, catalogue)) reportFault(problem);
  for (const problem of checkOrders(compiled, catalogue)) reportFault(problem);
  for (const problem of checkStatisticGroups(compiled, catalogue)) reportFault(problem);
  // The file's own tests would only repeat what is already wrong with it.
  if (isSound) runSelfTests(compiled, catalogue).forEach(report);
}
