import * as z from 'zod';
import {
  instant,
  optionalInstant,
  optionalReal,
  optionalText,
  optionalWhole,
  text,
  whole,
} from '../shapes.ts';

export const violationRow = z.strictObject({
  id: text,
  deviceId: optionalText,
  checkpointId: optionalText,
  sourceKind: optionalText,
  violationTime: instant,
  divisionCode: optionalText,
  segmentId: optionalText,
  violationCode: text,
  measured: optionalReal,
  standardValue: optionalReal,
  plateNo: optionalText,
  points: optionalWhole,
  fineYuan: optionalWhole,
  status: text,
  stateVersion: whole,
  dueAt: optionalInstant,
});

/** A row of checkpoint.violation. */
export type ViolationRow = z.infer<typeof violationRow>;

export const violationColumns = `v.id, v.device_id as "deviceId", v.checkpoint_id as "checkpointId",
  v.source_kind as "sourceKind", v.violation_time as "violationTime",
  v.division_code as "divisionCode", v.segment_id as "segmentId", v.violation_code as "violationCode", v.measured,
  v.standard_value as "standardValue", v.plate_no as "plateNo", v.points, v.fine_yuan as "fineYuan", v.status,
  v.state_version as "stateVersion", v.due_at as "dueAt"`;

/** Unreviewed records are not evidence (行政处罚法, article 41): they are shown from ENTERED on. */
export const shownAs = (alias: string): string => `${alias}.status in
    ('ENTERED', 'QUERYABLE', 'NOTIFIED', 'HANDLED', 'PENALISED', 'OBJECTED', 'CANCELLED', 'UPHELD')`;
export const SHOWN = shownAs('v');
