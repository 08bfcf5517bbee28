import * as z from 'zod';
import { defineColumns } from '../../row-columns.ts';
import { LOOP_FIELDS } from '../loop-step.ts';
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

export const violationColumns = defineColumns<ViolationRow>({
  type: 'Violation',
  sql: {
    id: 'v.id',
    deviceId: 'v.device_id',
    checkpointId: 'v.checkpoint_id',
    sourceKind: 'v.source_kind',
    violationTime: 'v.violation_time',
    divisionCode: 'v.division_code',
    segmentId: 'v.segment_id',
    violationCode: 'v.violation_code',
    measured: 'v.measured',
    standardValue: 'v.standard_value',
    plateNo: 'v.plate_no',
    points: 'v.points',
    fineYuan: 'v.fine_yuan',
    status: 'v.status',
    stateVersion: 'v.state_version',
    dueAt: 'v.due_at',
  },
  madeFrom: {
    segment: ['segmentId'],
    checkpoint: ['checkpointId'],
    ...LOOP_FIELDS,
  },
});

/** Unreviewed records are not evidence (行政处罚法, article 41): they are shown from ENTERED on. */
export const shownAs = (alias: string): string => `${alias}.status in
    ('ENTERED', 'QUERYABLE', 'NOTIFIED', 'HANDLED', 'PENALISED', 'OBJECTED', 'CANCELLED', 'UPHELD')`;
export const SHOWN = shownAs('v');
