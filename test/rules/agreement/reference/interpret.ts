import { describeMask } from '../../../../src/masking/index.ts';
import type { AgreementDraft, ClauseDraft, PermissionDraft } from './generate.ts';

/** One question: may this caller, now, do this with this field? */
export interface Question {
  readonly agency: string | null;
  readonly role: string;
  readonly purpose: string | null;
  readonly hasCase: boolean;
  readonly breakGlass?: string | undefined;
  readonly nowMs: number;
  readonly action: string;
  readonly coordinate: string;
}

/** What the agreements say, read clause by clause as docs/agreements.md reads, with no table and no cache. */
export type Verdict = 'deny' | `deny by ${string}` | `allow by ${string}` | `${string} by ${string}`;

/** What is known of a field. */
export interface FieldFacts {
  readonly owner: string;
  /** Its type has no data of its own. */
  readonly isStructure: boolean;
  /** It is a number about rows, and may be told exactly, or of groups only. */
  readonly isStatistic: boolean;
  readonly mayBeExact: boolean;
}

/** Judges one question by reading every file from the top. */
export function interpret(
  files: readonly AgreementDraft[],
  fields: ReadonlyMap<string, FieldFacts>,
  question: Question,
): Verdict {
  const field = fields.get(question.coordinate);
  if (field === undefined) return 'deny';
  if (field.isStructure) return 'allow by structure';
  const bound = files.filter((file) => file.assigner === field.owner && serves(file, question));
  const [file] = bound;
  if (file === undefined || bound.length > 1) return 'deny';

  const ruleOf = ({ id }: ClauseDraft): string => `${file.uid}@${file.version}#${id}`;
  const forbidding = file.prohibition.findLast(
    (clause) =>
      names(clause, question.coordinate) &&
      (clause.action.includes('read') || clause.action.includes(question.action)),
  );
  if (forbidding !== undefined) return `deny by ${ruleOf(forbidding)}`;
  const granting = file.permission.find(
    (clause) => names(clause, question.coordinate) && clause.action.includes(question.action),
  );
  if (granting === undefined) return 'deny';
  const needsCase =
    file.breakGlass !== undefined || file.requires.caseReference || granting.requires?.caseReference === true;
  if (needsCase && !question.hasCase) return `deny by ${ruleOf(granting)}`;
  if (question.action === 'filter' || question.action === 'sort') {
    // To test or order by a value tells it: it must be seen in clear.
    const seen = interpret(files, fields, { ...question, action: 'read' });
    if (seen.startsWith('deny')) return seen;
    if (!seen.startsWith('allow')) return 'deny';
  }
  return `${shown(granting, question.action)} by ${ruleOf(granting)}`;

  function names(clause: ClauseDraft, coordinate: string): boolean {
    const wildcard = `${coordinate.split('.')[0]}.*`;
    return clause.target.includes(coordinate) || clause.target.includes(wildcard);
  }
}

function serves(
  { assignee, appliesTo, valid, breakGlass, suspendedFrom }: AgreementDraft,
  question: Question,
): boolean {
  const assigneeOfCaller = question.agency ?? (question.role === 'public' ? 'AG-PUBLIC' : 'nobody');
  const listOf = (operand: string): readonly string[] | undefined =>
    appliesTo.find(({ leftOperand }) => leftOperand === operand)?.rightOperand;
  const purposes = listOf('purpose');
  return (
    assignee === assigneeOfCaller &&
    // Whoever breaks the glass has the agreements for that, and no others.
    (question.breakGlass === undefined
      ? breakGlass === undefined
      : breakGlass?.reasons.includes(question.breakGlass) === true) &&
    (suspendedFrom === undefined || question.nowMs < Date.parse(suspendedFrom)) &&
    listOf('role')!.includes(question.role) &&
    (purposes === undefined || (question.purpose !== null && purposes.includes(question.purpose))) &&
    Date.parse(valid.from) <= question.nowMs &&
    question.nowMs < Date.parse(valid.until)
  );
}

function shown({ mask }: PermissionDraft, action: string): string {
  return mask === undefined || action !== 'read' ? 'allow' : `mask:${describeMask(mask)}`;
}
