import * as z from 'zod';
import { instant, optionalReal, optionalText, optionalWhole, text } from '../shapes.ts';

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
});

/** A row of checkpoint.violation. */
export type ViolationRow = z.infer<typeof violationRow>;

export const violationColumns = `v.id, v.device_id as "deviceId", v.checkpoint_id as "checkpointId",
  v.source_kind as "sourceKind", v.violation_time as "violationTime",
  v.division_code as "divisionCode", v.segment_id as "segmentId", v.violation_code as "violationCode", v.measured,
  v.standard_value as "standardValue", v.plate_no as "plateNo", v.points, v.fine_yuan as "fineYuan", v.status`;

/** Unreviewed records are not evidence (行政处罚法, article 41): they are shown from ENTERED on. */
export const SHOWN = `v.status in
    ('ENTERED', 'QUERYABLE', 'NOTIFIED', 'HANDLED', 'PENALISED', 'OBJECTED', 'CANCELLED', 'UPHELD')`;
