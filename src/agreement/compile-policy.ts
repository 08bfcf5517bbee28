import { LukouError } from '../base/index.ts';
import type { Agreement } from './agreement.ts';
import type { Catalogue } from './catalogue.ts';
import { checkClauses } from './check-clauses.ts';
import { checkOrders } from './check-orders.ts';
import { checkOverlaps } from './check-overlaps.ts';
import { checkRows } from './check-rows.ts';
import { checkTrajectory } from './check-trajectory.ts';
import { checkVisibleRows } from './check-visible-rows.ts';
import { compileAgreement, type CompiledAgreement } from './compile-agreement.ts';
import { assemblePolicy, type Policy } from './policy.ts';
import { resolveClauses } from './resolve-clauses.ts';
import { runSelfTests } from './run-self-tests.ts';
import { suggestName } from './suggest-name.ts';

/**
 * Compiles a whole set of agreements over one schema, or none of it.
 *
 * @throws LukouError AGREEMENT_INVALID with every problem of every file, a line each.
 */
export function compilePolicy(agreements: readonly Agreement[], catalogue: Catalogue): Policy {
  const problems: string[] = [];
  const compiled = agreements.map((agreement) =>
    compileChecked(agreement, catalogue, (problem) => problems.push(`${agreement.source}: ${problem}`)),
  );
  problems.push(...checkOverlaps(agreements));
  if (problems.length > 0) {
    throw new LukouError('AGREEMENT_INVALID', problems.map((problem) => `\n  ${problem}`).join(''));
  }
  return assemblePolicy(compiled, catalogue);
}

function compileChecked(
  agreement: Agreement,
  catalogue: Catalogue,
  report: (problem: string) => void,
): CompiledAgreement {
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
    return compileAgreement({ agreement, permissions: [], prohibitions: [] }, catalogue.coordinates.length);
  }
  const resolved = resolveClauses(agreement, catalogue, reportFault);
  const checks = [
    checkClauses(resolved),
    checkRows(resolved, catalogue),
    checkTrajectory(resolved, catalogue),
  ];
  for (const problem of checks.flat()) reportFault(problem);
  const compiled = compileAgreement(resolved, catalogue.coordinates.length);
  for (const problem of checkVisibleRows(compiled, catalogue)) reportFault(problem);
  for (const problem of checkOrders(compiled, catalogue)) reportFault(problem);
  // The file's own tests would only repeat what is already wrong with it.
  if (isSound) runSelfTests(compiled, catalogue).forEach(report);
  return compiled;
}
