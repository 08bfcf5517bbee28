import { describeMask, describeStatistic } from '../../../../src/masking/index.ts';
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
export type Verdict = 'deny' | 'deny:INVISIBLE' | `${string} by ${string}`;

/** What is known of a field. */
export interface FieldFacts {
  readonly owner: string;
  /** Its type has no data of its own. */
  readonly isStructure: boolean;
  /** Whoever is not granted it is not to know of it. */
  readonly isHidden: boolean;
  /** It is a number about rows, and may be told exactly, or of groups only. */
  readonly isStatistic: boolean;
  /** Asking for it changes something: the question is whether it may be done. */
  readonly isAct: boolean;
  readonly comesWithItsType: boolean;
}

/** Judges one question by reading every file from the top, and says what the caller is to know of it. */
export function interpret(
  files: readonly AgreementDraft[],
  fields: ReadonlyMap<string, FieldFacts>,
  question: Question,
): Verdict {
  const verdict = judge(files, fields, question);
  const auditsAll = question.role === 'auditor' && question.agency === 'AG-OVERSIGHT';
  // Who audits all must know what there is.
  if (auditsAll) return verdict.replace('deny:INVISIBLE', 'deny:PROHIBITED') as Verdict;
  if (!verdict.startsWith('deny') || fields.get(question.coordinate)?.isHidden !== true) return verdict;
  return verdict.replace(/^deny(?::[A-Z_]+)?/, 'deny:INVISIBLE') as Verdict;
}

function judge(
  files: readonly AgreementDraft[],
  fields: ReadonlyMap<string, FieldFacts>,
  question: Question,
): Verdict {
  const { action, coordinate } = question;
  const field = fields.get(coordinate);
  if (field === undefined) return 'deny';
  if (field.isStructure) return 'allow by structure';
  const bound = files.filter((file) => file.assigner === field.owner && serves(file, question));
  const [file] = bound;
  if (file === undefined || bound.length > 1) return 'deny';

  const ruleOf = ({ id }: ClauseDraft): string => `${file.uid}@${file.version}#${id}`;
  // A number about rows is shown by reading it exactly, or by summing it up.
  const showing =
    action === 'read' ? ['read', 'point', ...(field.isStatistic ? ['aggregate'] : [])] : [action];
  const granting = file.permission.find(
    (clause) =>
      grants(clause, coordinate, field) && clause.action.some((granted) => showing.includes(granted)),
  );
  const isNumberOfGroups = action === 'read' && granting?.action.includes('aggregate') === true;
  const naming = file.prohibition.filter((clause) => names(clause, coordinate));
  const forbidding =
    naming.findLast((clause) => clause.action.includes('read') || clause.action.includes(action)) ??
    (isNumberOfGroups ? naming.find((clause) => clause.action.includes('aggregate')) : undefined);
  if (forbidding !== undefined) {
    const isInvisible = file.prohibition.find(({ id }) => id === forbidding.id)!.invisible;
    return `deny:${isInvisible ? 'INVISIBLE' : 'PROHIBITED'} by ${ruleOf(forbidding)}`;
  }
  if (granting === undefined) return 'deny';
  const needsCase =
    file.breakGlass !== undefined || file.requires.caseReference || granting.requires?.caseReference === true;
  if (needsCase && !question.hasCase) return `deny:CASE_REQUIRED by ${ruleOf(granting)}`;
  if (['filter', 'sort', 'group'].includes(action)) {
    // To test, order or group by a value tells it: it must be seen in clear.
    const seen = judge(files, fields, { ...question, action: 'read' });
    // Groups may also be of what is shown nowhere, and agreed to be summed up.
    const isSummedOnly =
      action === 'group' &&
      seen === 'deny' &&
      !judge(files, fields, { ...question, action: 'aggregate' }).startsWith('deny');
    if (!isSummedOnly && seen.startsWith('deny')) return seen;
    if (!isSummedOnly && !seen.startsWith('allow')) return 'deny';
  }
  return `${shown(granting, action, isNumberOfGroups)} by ${ruleOf(granting)}`;
}

function names({ target }: ClauseDraft, coordinate: string): boolean {
  return target.includes(coordinate) || target.includes(`${coordinate.split('.')[0]}.*`);
}

/** Of a whole type, what is told of groups only and what looks for somebody is not granted: it is named. */
function grants(clause: PermissionDraft, coordinate: string, { comesWithItsType }: FieldFacts): boolean {
  return clause.target.includes(coordinate) || (comesWithItsType && names(clause, coordinate));
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

function shown({ mask, contact, aggregate }: PermissionDraft, action: string, isNumber: boolean): string {
  if (aggregate !== undefined && (action === 'aggregate' || isNumber)) return describeStatistic(aggregate);
  if (action !== 'read') return 'allow';
  if (contact !== undefined) return 'pointer';
  return mask === undefined ? 'allow' : `mask:${describeMask(mask)}`;
}
