import { LukouError, canonicalJson, sha256Hex } from '../base/index.ts';
import { agreementFileSchema, type AgreementFile } from './agreement-file.ts';
import type { Agreement, BreakGlass, Budget, Ceiling, RowScope } from './agreement.ts';
import { checkAgreementFile, purposesOf, rolesOf } from './check-agreement-file.ts';
import { describeIssue } from './describe-issue.ts';
import { durationMs } from './duration.ts';

const MINUTE_MS = 60_000;

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
  const signedText = signedTextOf(input);
  return toAgreement({ file: parsed.data, signedText, sha256: sha256Hex(signedText) }, source);
}

/** What an agreement that was read before is made from again, without being judged again. It is plain JSON. */
export type SavedAgreement = Pick<Agreement, 'file' | 'signedText' | 'sha256'>;

/** The agreement that {@link readAgreement} once gave; `source` names the file that it stands in now. */
export function restoreAgreement(saved: SavedAgreement, source: string): Agreement {
  return toAgreement(saved, source);
}

function toAgreement({ file, signedText, sha256 }: SavedAgreement, source: string): Agreement {
  const { uid, version, assigner, assignee } = file;
  return {
    uid,
    version,
    signedText,
    sha256,
    source,
    assigner,
    assignee,
    roles: rolesOf(file),
    purposes: purposesOf(file),
    validFromMs: Date.parse(file.valid.from),
    validUntilMs: Date.parse(file.valid.until),
    legalBasis: file.legalBasis.code,
    requiresCase: file.requires.caseReference || file.breakGlass !== undefined,
    handling: file.handling,
    breakGlass: toBreakGlass(file.breakGlass),
    rows: new Map(Object.entries(file.rows).map(([typeName, rows]) => [typeName, toRowScope(rows)])),
    rowOperands: new Map(
      Object.entries(file.rows).map(([typeName, rows]) => [
        typeName,
        rows === 'all' ? [] : rows.map(({ leftOperand }) => leftOperand),
      ]),
    ),
    permissions: file.permission.map(({ id, action, target, mask, contact, requires, limit, aggregate }) => ({
      id,
      // Whether a field points or shows, its one clause about reading says.
      actions: action.map((name) => (name === 'point' ? 'read' : name)),
      targets: target,
      mask: mask ?? null,
      contact: contact ?? null,
      requiresCase: requires?.caseReference ?? false,
      limitPerDay: limit?.perDay ?? null,
      statistic: aggregate ?? null,
    })),
    prohibitions: file.prohibition.map(({ id, action, target, invisible }) => ({
      id,
      actions: action,
      targets: target,
      isInvisible: invisible,
    })),
    budget: file.budget === undefined ? null : toBudget(file.budget),
    ceiling: file.ceiling === undefined ? null : toCeiling(file.ceiling),
    file,
  };
}

function toBudget({ rowsPerDay, distinctSubjectsPerDay }: NonNullable<AgreementFile['budget']>): Budget {
  return { rowsPerDay: rowsPerDay ?? null, distinctSubjectsPerDay: distinctSubjectsPerDay ?? null };
}

function toCeiling(written: NonNullable<AgreementFile['ceiling']>): Ceiling {
  const { rows, divisions, days, divisionsPerDay, daysPerDay } = written;
  return {
    rows: rows ?? null,
    divisions: divisions ?? null,
    days: days ?? null,
    divisionsPerDay: divisionsPerDay ?? null,
    daysPerDay: daysPerDay ?? null,
  };
}

function toBreakGlass(written: AgreementFile['breakGlass']): BreakGlass | null {
  if (written === undefined) return null;
  return { reasons: written.reasons, sessionMs: written.sessionMinutes * MINUTE_MS };
}

function toRowScope(rows: AgreementFile['rows'][string]): RowScope {
  const scope = {
    divisions: [''] as readonly string[],
    maxAgeMs: null as number | null,
    withheldUsages: [] as readonly string[],
    ofOwnAgency: false,
    ofStatedCase: false,
  };
  if (rows === 'all') return scope;
  for (const { leftOperand, rightOperand } of rows) {
    if (leftOperand === 'spatial') scope.divisions = rightOperand;
    if (leftOperand === 'age') scope.maxAgeMs = durationMs(rightOperand) ?? 0;
    if (leftOperand === 'usage') scope.withheldUsages = rightOperand;
    if (leftOperand === 'agency') scope.ofOwnAgency = true;
    if (leftOperand === 'case') scope.ofStatedCase = true;
  }
  return scope;
}

function signedTextOf(input: unknown): string {
  const { signatures: _, ...body } = input as Record<string, unknown>;
  return canonicalJson(body);
}
