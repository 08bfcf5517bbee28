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
 * Filter of cases after the row scope: $4, $5 first and last division, $6 kinds, $7 states, $8 from, $9 to, $10 whether it is
 * overdue, $11 now. A case that
 * was not accepted yet is in no span of time.
 */
export const mediationCaseFilter = `($4::text is null or m.division_code between $4 and $5::text)
  and ($6::text[] is null or m.dispute_kind = any($6))
  and ($7::text[] is null or m.status = any($7))
  and ($8::timestamptz is null or m.accepted_at >= $8 and m.accepted_at < $9::timestamptz)
  and ${isOverdue('m', 10)}`;
