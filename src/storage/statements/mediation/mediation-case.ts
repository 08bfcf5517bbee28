import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
import { isOverdue } from '../is-overdue.ts';
import { LOOP_FIELDS } from '../loop-step.ts';
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

export const mediationCaseColumns = defineColumns<MediationCaseRow>({
  type: 'MediationCase',
  sql: {
    id: 'm.id',
    caseNo: 'm.case_no',
    committeeId: 'm.committee_id',
    roomId: 'm.room_id',
    source: 'm.source',
    disputeKind: 'm.dispute_kind',
    difficulty: 'm.difficulty',
    forecast: 'm.forecast',
    form: 'm.form',
    result: 'm.result',
    status: 'm.status',
    amountYuan: 'm.amount_yuan',
    remedies: 'm.remedies',
    performance: 'm.performance',
    facts: 'm.facts',
    agreementText: 'm.agreement_text',
    divisionCode: 'm.division_code',
    segmentId: 'm.segment_id',
    roadEventId: 'm.road_event_id',
    acceptedAt: 'm.accepted_at',
    closedAt: 'm.closed_at',
    stateVersion: 'm.state_version',
    dueAt: 'm.due_at',
  },
  madeFrom: {
    segment: ['segmentId'],
    roadEvent: ['roadEventId'],
    parties: ['id'],
    followUps: ['id'],
    ...LOOP_FIELDS,
  },
});

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
