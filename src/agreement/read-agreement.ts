import { LukouError, canonicalJson, sha256Hex } from '../base/index.ts';
import { agreementFileSchema, type AgreementFile } from './agreement-file.ts';
import type { Agreement, RowScope } from './agreement.ts';
import { checkAgreementFile, purposesOf, rolesOf } from './check-agreement-file.ts';
import { describeIssue } from './describe-issue.ts';
import { durationMs } from './duration.ts';

/**
 * Reads one agreement file, already parsed from YAML or JSON. Whether its fields exist is for `compilePolicy` to say.
 *
 * @param source - the file's name, for messages.
 * @throws LukouError AGREEMENT_INVALID naming the file, every wrong place in it, and what to write instead.
 */
export function readAgreement(input: unknown, source: string): Agreement {
  const parsed = agreementFileSchema.safeParse(input);
  const problems = parsed.success
    ? checkAgreementFile(parsed.data)
    : parsed.error.issues.map((issue) => describeIssue(issue));
  if (!parsed.success || problems.length > 0) {
    throw new LukouError(
      'AGREEMENT_INVALID',
      problems.map((problem) => `\n  ${source}: ${problem}`).join(''),
    );
  }
  return toAgreement(parsed.data, source, signedTextOf(input));
}

function toAgreement(file: AgreementFile, source: string, signedText: string): Agreement {
  const { uid, version, assigner, assignee } = file;
  return {
    uid,
    version,
    signedText,
    sha256: sha256Hex(signedText),
    source,
    assigner,
    assignee,
    roles: rolesOf(file),
    purposes: purposesOf(file),
    validFromMs: Date.parse(file.valid.from),
    validUntilMs: Date.parse(file.valid.until),
    legalBasis: file.legalBasis.code,
    requiresCase: file.requires.caseReference,
    rows: new Map(Object.entries(file.rows).map(([typeName, rows]) => [typeName, toRowScope(rows)])),
    rowOperands: new Map(
      Object.entries(file.rows).map(([typeName, rows]) => [
        typeName,
        rows === 'all' ? [] : rows.map(({ leftOperand }) => leftOperand),
      ]),
    ),
    permissions: file.permission.map(({ id, action, target, mask, requires }) => ({
      id,
      actions: action,
      targets: target,
      mask: mask ?? null,
      requiresCase: requires?.caseReference ?? false,
    })),
    prohibitions: file.prohibition.map(({ id, action, target }) => ({
      id,
      actions: action,
      targets: target,
    })),
    file,
  };
}

function toRowScope(rows: AgreementFile['rows'][string]): RowScope {
  const scope = {
    divisions: [''] as readonly string[],
    maxAgeMs: null as number | null,
    withheldUsages: [] as readonly string[],
  };
  if (rows === 'all') return scope;
  for (const { leftOperand, rightOperand } of rows) {
    if (leftOperand === 'spatial') scope.divisions = rightOperand;
    if (leftOperand === 'age') scope.maxAgeMs = durationMs(rightOperand) ?? 0;
    if (leftOperand === 'usage') scope.withheldUsages = rightOperand;
  }
  return scope;
}

function signedTextOf(input: unknown): string {
  const { signatures: _, ...body } = input as Record<string, unknown>;
  return canonicalJson(body);
}
