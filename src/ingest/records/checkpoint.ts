import { INCIDENT_KINDS, RELATIONSHIPS } from '../../scoring/index.ts';
import { direction, divisionCode, latitude, longitude, plateNo, stakeM, vehicleGroup } from './codes.ts';
import { decimal, flag, identifier, instant, integer, oneOf, oneOfNumbers, optional, text } from './field.ts';
import { recordType } from './record-type.ts';
import { hasWholePlace } from './rules.ts';

const colour = oneOf(
  'BLACK',
  'WHITE',
  'GREY',
  'RED',
  'BLUE',
  'YELLOW',
  'ORANGE',
  'BROWN',
  'GREEN',
  'PURPLE',
  'CYAN',
  'PINK',
  'TRANSPARENT',
  'OTHER',
);

/** A checkpoint (公安卡口). Its segment and road are found by the crosswalk from the police's own road code. */
export const checkpoint = recordType(
  'Checkpoint',
  {
    id: identifier,
    checkpointId: optional(text(20, /^\d{10}121\d{7}$/)),
    name: optional(text(200)),
    divisionCode: optional(divisionCode),
    orgCode: optional(text(40)),
    status: oneOf('NORMAL', 'DISABLED', 'OTHER'),
    category: oneOf(
      'INTERNATIONAL',
      'INTER_PROVINCE',
      'INTER_CITY',
      'URBAN',
      'INTER_COUNTY',
      'COUNTY',
      'OTHER',
    ),
    usage: oneOf('PUBLIC_SECURITY', 'TRAFFIC', 'OTHER'),
    isEnforcement: flag,
    policeRoadCode: optional(text(40)),
    policeKm: optional(integer(0, 9_999)),
    policeM: optional(integer(0, 999)),
    stakeM: optional(stakeM),
    direction: optional(direction),
    lon: optional(longitude),
    lat: optional(latitude),
  },
  [hasWholePlace],
);

/** A lane that a checkpoint watches. */
export const lane = recordType('Lane', {
  checkpointId: identifier,
  laneNo: integer(0, 99),
  direction: optional(direction),
  maxSpeedKph: optional(integer(0, 300)),
});

/**
 * One vehicle's passage at a checkpoint. Segment, division and usage are the checkpoint's. Plate classes 23, 24
 * (police) and 31, 32 (armed police and army) are withheld.
 */
export const checkpointPassage = recordType(
  'CheckpointPassage',
  {
    id: identifier,
    checkpointId: identifier,
    laneNo: optional(integer(0, 99)),
    passTime: instant,
    plateNo: optional(plateNo),
    plateClass: optional(text(2, /^\d\d$/)),
    plateColor: optional(colour),
    vehicleClass: optional(text(3, /^[KHQZDMNTJGBX]\d{2}$/)),
    vehicleGroup,
    speedKph: optional(integer(0, 300)),
    vehicleColor: optional(colour),
    imageUrl: optional(text(1_000, /^[^\s\p{C}]+$/u)),
  },
  [{ code: 'PLATE_CLASS_WITHHELD', holds: ({ plateClass }) => !isWithheldClass(plateClass) }],
);

function isWithheldClass(plateClass: string | null | undefined): boolean {
  return plateClass === '23' || plateClass === '24' || plateClass === '31' || plateClass === '32';
}

/**
 * An off-site enforcement record (非现场执法). Before the state ENTERED it is no evidence (行政处罚法 art. 41) and
 * not taken in. Its segment is found by the crosswalk, else it is the checkpoint's.
 */
export const violation = recordType(
  'Violation',
  {
    id: identifier,
    deviceId: optional(text(64)),
    checkpointId: optional(identifier),
    sourceKind: optional(
      oneOf('RED_LIGHT', 'CHECKPOINT', 'SPEED', 'CCTV', 'MOBILE', 'HANDHELD', 'SECTION_SPEED', 'OTHER'),
    ),
    violationTime: instant,
    divisionCode: optional(divisionCode),
    policeRoadCode: optional(text(40)),
    policeKm: optional(integer(0, 9_999)),
    policeM: optional(integer(0, 999)),
    direction: optional(
      oneOf(
        'SOUTHBOUND',
        'EASTBOUND',
        'NORTHBOUND',
        'WESTBOUND',
        'SOUTHEASTBOUND',
        'NORTHEASTBOUND',
        'SOUTHWESTBOUND',
        'NORTHWESTBOUND',
        'OTHER',
      ),
    ),
    violationCode: text(5, /^[1-578]\d{3}[0-9A-Z]?$/),
    measured: optional(decimal(0, 1_000_000)),
    standardValue: optional(decimal(0, 1_000_000)),
    plateNo: optional(plateNo),
    points: optional(oneOfNumbers(0, 1, 3, 6, 9, 12)),
    fineYuan: optional(integer(0, 1_000_000)),
    status: oneOf(
      'CAPTURED',
      'REVIEWED',
      'ENTERED',
      'QUERYABLE',
      'NOTIFIED',
      'HANDLED',
      'PENALISED',
      'OBJECTED',
      'CANCELLED',
      'UPHELD',
    ),
  },
  [{ code: 'NOT_YET_ENTERED', holds: ({ status }) => status !== 'CAPTURED' && status !== 'REVIEWED' }],
);

/** A call to the police about a dispute (矛盾纠纷警情). Whom it is about is a keyed hash that the police's own system makes. */
export const disputeIncident = recordType('DisputeIncident', {
  id: identifier,
  occurredAt: instant,
  kind: oneOf(...INCIDENT_KINDS),
  relationship: optional(oneOf(...RELATIONSHIPS)),
  physicalConflict: flag,
  warningLetter: flag,
  subjectRef: text(69, /^SUBJ-[0-9A-F]{8,64}$/),
  station: optional(text(100)),
  divisionCode: optional(divisionCode),
});
