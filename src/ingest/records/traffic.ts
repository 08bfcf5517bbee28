import {
  detourLegs,
  direction,
  divisionCode,
  eventGeometry,
  geometry,
  latitude,
  longitude,
  plateNo,
  roadCode,
  stakeM,
  vehicleGroup,
} from './codes.ts';
import { decimal, flag, identifier, instant, integer, oneOf, oneOfNumbers, optional, text } from './field.ts';
import { recordType } from './record-type.ts';
import { hasWholePlace, isOrdered } from './rules.ts';

/** An administrative division after GB/T 2260. */
export const adminDivision = recordType('AdminDivision', {
  code: divisionCode,
  name: text(100),
  level: oneOf('PROVINCE', 'PREFECTURE', 'COUNTY'),
  kind: oneOf(
    'PROVINCE',
    'MUNICIPALITY',
    'SPECIAL_REGION',
    'AUTONOMOUS_REGION',
    'CITY',
    'AUTONOMOUS_PREFECTURE',
    'LEAGUE',
    'DISTRICT',
    'COUNTY_CITY',
    'COUNTY',
    'BANNER',
    'AUTONOMOUS_COUNTY',
    'AUTONOMOUS_BANNER',
    'OTHER',
  ),
  parentCode: optional(divisionCode),
});

/** A stretch of road; its road is made from it. */
export const roadSegment = recordType(
  'RoadSegment',
  {
    id: identifier,
    roadCode: optional(roadCode),
    codeSystem: oneOf('GB_T_917', 'OSM_REF', 'TW_FREEWAY'),
    roadRef: text(100),
    roadName: optional(text(200)),
    divisionCode: optional(divisionCode),
    adminClass: optional(oneOf('NATIONAL', 'PROVINCIAL', 'COUNTY', 'TOWNSHIP', 'VILLAGE', 'SPECIAL')),
    technicalGrade: optional(oneOf('EXPRESSWAY', 'CLASS_1', 'CLASS_2', 'CLASS_3', 'CLASS_4', 'SUBSTANDARD')),
    direction,
    startStakeM: optional(stakeM),
    endStakeM: optional(stakeM),
    lengthKm: optional(decimal(0.000_001, 10_000)),
    laneCount: optional(integer(1, 12)),
    pavementWidthM: optional(decimal(0, 200)),
    designSpeedKph: optional(integer(20, 120)),
    surfaceType: optional(text(50)),
    builtYear: optional(integer(1900, 2100)),
    isTolled: optional(flag),
    maintainer: optional(text(200)),
    aadt: optional(integer(0, 1_000_000)),
    lon: optional(longitude),
    lat: optional(latitude),
    geometry: optional(geometry),
  },
  [hasWholePlace],
);

/** Where a place in the police's own road code meets the road register. */
export const roadCrosswalk = recordType('RoadCrosswalk', {
  id: identifier,
  policeRoadCode: text(40),
  policeKm: integer(0, 9_999),
  policeM: integer(0, 999),
  roadCode,
  stakeM,
  segmentId: identifier,
  divisionCode: optional(divisionCode),
  verifiedAt: optional(instant),
});

/** An ETC gantry. Without a division of its own it takes its segment's. */
export const gantry = recordType(
  'Gantry',
  {
    id: identifier,
    gantryHex: optional(text(20, /^[0-9A-Fa-f]+$/)),
    orderNum: optional(integer(0, 999)),
    name: optional(text(200)),
    segmentId: identifier,
    divisionCode: optional(divisionCode),
    direction,
    stakeM: optional(stakeM),
    lon: optional(longitude),
    lat: optional(latitude),
  },
  [hasWholePlace],
);

/**
 * What one station counted of one vehicle class in one period. It names its segment, or a gantry on it; a station
 * made of two gantries names the second one too, which must be known.
 */
export const flowObservation = recordType(
  'FlowObservation',
  {
    stationId: identifier,
    stationType: oneOf('CONTINUOUS', 'INTERMITTENT'),
    segmentId: optional(identifier),
    gantryId: optional(identifier),
    endGantryId: optional(identifier),
    periodStart: instant,
    periodMinutes: oneOfNumbers(5, 15, 60, 1440),
    direction,
    vehicleClass: oneOf(
      'SMALL_TRUCK',
      'MEDIUM_TRUCK',
      'LARGE_TRUCK',
      'EXTRA_LARGE_TRUCK',
      'TRAILER_TRUCK',
      'CONTAINER',
      'SMALL_PASSENGER',
      'LARGE_PASSENGER',
      'MOTORCYCLE',
      'TRACTOR',
      'NON_MOTOR',
    ),
    vehicleCount: optional(integer(0, 1_000_000)),
    averageSpeedKph: optional(decimal(0, 200)),
  },
  [
    {
      code: 'NO_SEGMENT_OR_GANTRY',
      holds: (flow) => (flow.segmentId ?? flow.gantryId ?? null) !== null,
    },
  ],
);

/** One vehicle's passage under a gantry. Vehicle class 8 (military and police) is withheld. */
export const gantryPassage = recordType(
  'GantryPassage',
  {
    id: identifier,
    gantryId: identifier,
    transTime: instant,
    mediaType: optional(oneOf('OBU', 'CPC')),
    vehiclePlate: optional(plateNo),
    plateColor: optional(
      oneOf(
        'BLUE',
        'YELLOW',
        'BLACK',
        'WHITE',
        'GRADIENT_GREEN',
        'YELLOW_GREEN',
        'BLUE_WHITE',
        'TEMPORARY',
        'GREEN',
        'RED',
        'UNKNOWN',
      ),
    ),
    vehicleType: optional(text(2, /^(?:[1-4]|1[1-6]|2[1-6])$/)),
    vehicleClass: optional(text(2, /^\d{1,2}$/)),
    vehicleGroup,
    axleCount: optional(integer(2, 20)),
    totalWeightKg: optional(integer(0, 1_000_000)),
    tradeResult: optional(oneOf('OK', 'FAILED')),
  },
  [{ code: 'VEHICLE_CLASS_WITHHELD', holds: (passage) => Number(passage.vehicleClass ?? 0) !== 8 }],
);

/**
 * A road event: accident, closure, roadworks, weather. One with `detourOf` is the way around that event, and none itself: its
 * `detour` becomes the other's.
 */
export const roadEvent = recordType(
  'RoadEvent',
  {
    id: identifier,
    version: integer(1, 1_000_000),
    eventKind: oneOf(
      'ACCIDENT',
      'ABNORMAL_TRAFFIC',
      'ROADWORKS',
      'CLOSURE',
      'WEATHER_ROAD_CONDITION',
      'OBSTRUCTION',
      'PUBLIC_EVENT',
    ),
    cause: optional(
      oneOf(
        'PLANNED_MAINTENANCE',
        'PLANNED_EVENT',
        'NATURAL_DISASTER',
        'ACCIDENT_DISASTER',
        'PUBLIC_HEALTH',
        'SOCIAL_SECURITY',
      ),
    ),
    status: oneOf(
      'PLANNED',
      'PENDING',
      'ACTIVE',
      'COMPLETED',
      'CANCELLED',
      'REPORTED',
      'VERIFIED',
      'CLEARED',
      'FALSE_ALARM',
    ),
    segmentId: optional(identifier),
    roadCode: optional(roadCode),
    divisionCode: optional(divisionCode),
    startStakeM: optional(stakeM),
    endStakeM: optional(stakeM),
    direction: optional(direction),
    vehicleImpact: optional(
      oneOf('ALL_LANES_CLOSED', 'SOME_LANES_CLOSED', 'ALL_LANES_OPEN', 'ALTERNATING_ONE_WAY', 'UNKNOWN'),
    ),
    severity: optional(oneOf('HIGHEST', 'HIGH', 'MEDIUM', 'LOW', 'LOWEST', 'NONE', 'UNKNOWN')),
    surfaceCondition: optional(
      oneOf(
        'BLACK_ICE',
        'SNOW_DRIFTS',
        'PACKED_SNOW',
        'FRESH_SNOW',
        'WET',
        'DRY',
        'CLOSED_PERMANENTLY_FOR_THE_WINTER',
      ),
    ),
    confidentiality: optional(oneOf('NO_RESTRICTION', 'RESTRICTED_TO_AUTHORITIES', 'INTERNAL_USE')),
    informationStatus: oneOf('REAL', 'TEST', 'TECHNICAL_EXERCISE', 'SECURITY_EXERCISE'),
    placeText: optional(text(1_000)),
    description: optional(text(10_000)),
    validFrom: instant,
    validTo: optional(instant),
    deaths: optional(integer(0, 10_000)),
    injuries: optional(integer(0, 100_000)),
    propertyLossYuan: optional(decimal(0, 1e12)),
    measures: optional(text(10_000)),
    detour: optional(text(2_000)),
    detourLegs: optional(detourLegs),
    detourOf: optional(identifier),
    roadName: optional(text(200)),
    geometry: optional(eventGeometry),
  },
  [{ code: 'VALID_TO_BEFORE_FROM', holds: (event) => isOrdered(event.validFrom, event.validTo) }],
);
