import * as z from 'zod';
import { instant, optionalInstant, optionalText, text, whole } from './shapes.ts';

export const loopStepRow = z.strictObject({
  itemId: text,
  ordinal: whole,
  fromState: text,
  toState: text,
  takenAt: instant,
  dueAt: optionalInstant,
  policyVersion: optionalText,
  actor: text,
  agency: text,
  note: text,
  requestId: text,
});

/** A row of an agency's loop_step. */
export type LoopStepRow = z.infer<typeof loopStepRow>;

export const loopStepColumns = `s.item_id as "itemId", s.ordinal, s.from_state as "fromState", s.to_state as "toState",
  s.taken_at as "takenAt", s.due_at as "dueAt", s.policy_version as "policyVersion", s.actor, s.agency, s.note,
  s.request_id as "requestId"`;

/** What the fields that every item of a loop has are made from. */
export const LOOP_FIELDS = { overdue: ['dueAt'], escalatedTo: ['dueAt'], steps: ['id'] } as const;
