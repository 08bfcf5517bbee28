import * as z from 'zod';
import { isOverdue } from '../is-overdue.ts';
import { optionalInstant, optionalReal, optionalText, optionalTexts, text, whole } from '../shapes.ts';

export const mediationCaseRow = z.strictObject({
  id: text,
  caseNo: text,
  committeeId: optionalText,
  roomId: optionalText,
  source: optionalText,
  disputeKind: text,
  difficulty: optionalText,
  forecast: optionalText,
  form: optionalText,
  result: optionalText,
  status: text,
  amountYuan: optionalReal,
  remedies: optionalTexts,
  performance: optionalText,
  facts: optionalText,
  agreementText: optionalText,
  divisionCode: optionalText,
  segmentId: optionalText,
  roadEventId: optionalText,
  acceptedAt: optionalInstant,
  closedAt: optionalInstant,
  stateVersion: whole,
  dueAt: optionalInstant,
});

/** A row of mediation.mediation_case. */
export type MediationCaseRow = z.infer<typeof mediationCaseRow>;

export const mediationCaseColumns = `m.id, m.case_no as "caseNo", m.committee_id as "committeeId", m.room_id as "roomId",
  m.source, m.dispute_kind as "disputeKind", m.difficulty, m.forecast, m.form, m.result, m.status,
  m.amount_yuan as "amountYuan", m.remedies, m.performance, m.facts, m.agreement_text as "agreementText",
  m.division_code as "divisionCode", m.segment_id as "segmentId", m.road_event_id as "roadEventId",
  m.accepted_at as "acceptedAt", m.closed_at as "closedAt",
  m.state_version as "stateVersion", m.due_at as "dueAt"`;

/**
 * Filter of cases after the row scope: $3, $4 first and last division, $5 kinds, $6 states, $7 from, $8 to, $9 whether it is
 * overdue, $10 now. A case that
 * was not accepted yet is in no span of time.
 */
export const mediationCaseFilter = `($3::text is null or m.division_code between $3 and $4::text)
  and ($5::text[] is null or m.dispute_kind = any($5))
  and ($6::text[] is null or m.status = any($6))
  and ($7::timestamptz is null or m.accepted_at >= $7 and m.accepted_at < $8::timestamptz)
  and ${isOverdue('m', 9)}`;
