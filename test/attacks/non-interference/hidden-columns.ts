/** A column, and how its values can be changed behind what a caller sees of them. */
export interface HiddenColumn {
  readonly table: string;
  readonly column: string;
  /** The field that shows it; none where no field does. */
  readonly field: string | null;
  /** Fields that are computed from it, find rows by it, or come in its order: a change would show in them. */
  readonly basisOf?: readonly string[];
  /** Fields that look for rows by its exact value: who may read one finds other rows after a change. */
  readonly soughtBy?: readonly string[];
  /** Another value for every row, as SQL. */
  readonly other: string;
  /** Another value that the mask shows alike, by mask. */
  readonly alike?: Readonly<Record<string, string>>;
}

const REVERSED = "translate(%, '0123456789', '9876543210')";
const of = (template: string, column: string): string => template.replaceAll('%', column);

/** Turns the order within each bucket of time round. */
function turnedRound(column: string, bucket: string): string {
  const start = `date_bin('${bucket}', ${column}, '2000-01-01 00:00:00+08')`;
  return `${start} + (interval '${bucket}' - interval '1 millisecond' - (${column} - ${start}))`;
}

const plate = (column: string) => ({
  other: `'京' || ${of(REVERSED, `substr(${column}, 2)`)}`,
  // One vehicle stays one vehicle: how many there are is told to some who see none.
  alike: { 'plate.region': `substr(${column}, 1, 2) || ${of(REVERSED, `substr(${column}, 3)`)}` },
});
const instant = (column: string) => ({
  other: `${column} + interval '25 hours'`,
  alike: {
    'time.bucket(PT1H)': turnedRound(column, '1 hour'),
    'time.bucket(P1D)': turnedRound(column, '1 day'),
  },
});
const text = { other: "'secret'", alike: { redact: "'secret'", 'text.redact': "'secret'" } };
const flipped = (column: string) => ({ other: `not coalesce(${column}, false)` });

const CASES_FOUND = [
  'RoadSegment.roadAccidentCases',
  'RoadEvent.roadAccidentCases',
  'AdminDivision.mediationCount',
  'Query.mediationCases',
  'Query.mediationStatistics',
  'Query.caseMeasures',
] as const;
const PASSAGES_COUNTED = [
  'Checkpoint.lastPassageAt',
  'Checkpoint.passageCount',
  'RoadSegment.passageCount',
  'RoadSegment.violationRates',
] as const;
const NEAREST = ['Gantry.checkpoint', 'Gantry.checkpointsNearby', 'RoadSegment.nearestCheckpoint'] as const;

const column = (
  table: string,
  name: string,
  field: string | null,
  change: Pick<HiddenColumn, 'other' | 'alike'>,
  basisOf: readonly string[] = [],
): HiddenColumn => ({ table, column: name, field, basisOf, ...change });

/** Every column whose values can be told from each other by no more than the fields named here. */
export const HIDDEN_COLUMNS: readonly HiddenColumn[] = [
  column('checkpoint.checkpoint', 'checkpoint_id', 'Checkpoint.checkpointId', {
    other: "'15072400001210000001'",
  }),
  column('checkpoint.checkpoint', 'name', 'Checkpoint.name', text),
  column('checkpoint.checkpoint', 'org_code', 'Checkpoint.orgCode', text),
  column('checkpoint.checkpoint', 'status', 'Checkpoint.status', { other: "'DISABLED'" }, [
    'Query.checkpoints',
  ]),
  column('checkpoint.checkpoint', 'category', 'Checkpoint.category', { other: "'URBAN'" }),
  column('checkpoint.checkpoint', 'is_enforcement', 'Checkpoint.isEnforcement', flipped('is_enforcement')),
  column('checkpoint.checkpoint', 'police_road_code', 'Checkpoint.policeRoadCode', text),
  column('checkpoint.checkpoint', 'police_km', 'Checkpoint.policeKm', { other: '77' }),
  column('checkpoint.checkpoint', 'police_m', 'Checkpoint.policeM', { other: '777' }),
  column('checkpoint.checkpoint', 'stake_m', null, { other: '7777' }),
  column('checkpoint.checkpoint', 'direction', 'Checkpoint.direction', { other: "'DOWN'" }),
  column('checkpoint.checkpoint', 'lon', 'Checkpoint.location', { other: 'lon + 0.01' }, NEAREST),
  column('checkpoint.checkpoint', 'lat', 'Checkpoint.location', { other: 'lat + 0.01' }, NEAREST),
  column('checkpoint.checkpoint', 'along_road_m', null, { other: 'along_road_m + 10' }, NEAREST),
  column('checkpoint.lane', 'direction', 'Lane.direction', { other: "'BOTH'" }),
  column('checkpoint.lane', 'max_speed_kph', 'Lane.maxSpeedKph', { other: '33' }),
  column('checkpoint.passage', 'lane_no', 'CheckpointPassage.laneNo', { other: '9' }),
  {
    ...column('checkpoint.passage', 'plate_no', 'CheckpointPassage.plateNo', plate('plate_no')),
    soughtBy: ['Query.caseVehicle'],
  },
  column('checkpoint.passage', 'plate_class', 'CheckpointPassage.plateClass', { other: "'99'" }),
  column('checkpoint.passage', 'plate_color', 'CheckpointPassage.plateColor', text),
  column('checkpoint.passage', 'vehicle_class', 'CheckpointPassage.vehicleClass', { other: "'H11'" }),
  column('checkpoint.passage', 'vehicle_color', 'CheckpointPassage.vehicleColor', text),
  column('checkpoint.passage', 'image_url', 'CheckpointPassage.imageUrl', text),
  column('checkpoint.passage', 'speed_kph', 'CheckpointPassage.speedKph', { other: '222' }, [
    'Query.passageStatistics',
  ]),
  column(
    'checkpoint.passage',
    'pass_time',
    'CheckpointPassage.passTime',
    instant('pass_time'),
    PASSAGES_COUNTED,
  ),
  column('checkpoint.violation', 'device_id', 'Violation.deviceId', text),
  column('checkpoint.violation', 'source_kind', 'Violation.sourceKind', { other: "'CCTV'" }),
  column('checkpoint.violation', 'measured', 'Violation.measured', { other: '99' }),
  column('checkpoint.violation', 'standard_value', 'Violation.standardValue', { other: '66' }),
  column('checkpoint.violation', 'points', 'Violation.points', { other: '12' }),
  column('checkpoint.violation', 'fine_yuan', 'Violation.fineYuan', { other: '2000' }),
  column('checkpoint.violation', 'police_road_code', null, text),
  column('checkpoint.violation', 'police_km', null, { other: '77' }),
  column('checkpoint.violation', 'police_m', null, { other: '777' }),
  column('checkpoint.violation', 'direction', null, { other: "'DOWN'" }),
  column('checkpoint.violation', 'plate_no', 'Violation.plateNo', plate('plate_no')),
  column('checkpoint.violation', 'violation_time', 'Violation.violationTime', instant('violation_time'), [
    'RoadSegment.violationRates',
  ]),
  column('traffic.gantry', 'gantry_hex', 'Gantry.gantryHex', text),
  column('traffic.gantry', 'name', 'Gantry.name', text),
  column('traffic.gantry', 'order_num', 'Gantry.orderNum', { other: '299' }),
  column('traffic.gantry', 'stake_m', 'Gantry.stakeM', { other: '7777' }),
  column('traffic.gantry_passage', 'media_type', 'GantryPassage.mediaType', { other: "'CPC'" }),
  {
    ...column(
      'traffic.gantry_passage',
      'vehicle_plate',
      'GantryPassage.vehiclePlate',
      plate('vehicle_plate'),
    ),
    soughtBy: ['Query.gantryTrajectory'],
  },
  column('traffic.gantry_passage', 'trans_time', 'GantryPassage.transTime', instant('trans_time'), [
    'Gantry.axleLoads',
    'RoadSegment.gantryCount',
    'Query.gantryStatistics',
  ]),
  column('traffic.gantry_passage', 'plate_color', null, text),
  column('traffic.gantry_passage', 'vehicle_class', null, text),
  column('traffic.gantry_passage', 'trade_result', null, text),
  column('traffic.gantry_passage', 'vehicle_type', 'GantryPassage.vehicleType', { other: "'16'" }),
  column('traffic.gantry_passage', 'total_weight_kg', 'GantryPassage.totalWeightKg', { other: '99999' }, [
    'Gantry.axleLoads',
  ]),
  column('traffic.road_segment', 'maintainer', 'RoadSegment.maintainer', text),
  column('traffic.road_event', 'deaths', 'RoadEvent.deaths', { other: '7' }),
  column('traffic.road_event', 'injuries', 'RoadEvent.injuries', { other: '7' }),
  column('traffic.road_event', 'property_loss_yuan', 'RoadEvent.propertyLossYuan', { other: '7000' }),
  column('traffic.road_event', 'measures', 'RoadEvent.measures', text),
  column('traffic.road_event', 'road_name', 'RoadEvent.roadName', text),
  column('traffic.road_event', 'geometry', 'RoadEvent.geometry', {
    other: `'{"type": "Point", "coordinates": [1, 2]}'`,
  }),
  column('traffic.road_event', 'detour', 'RoadEvent.detour', text),
  column('traffic.road_event', 'detour_legs', 'RoadEvent.detour', { other: "'[]'" }),
  column('traffic.road_event', 'place_text', 'RoadEvent.placeText', text),
  column('traffic.road_event', 'description', 'RoadEvent.description', text),
  column('traffic.road_event', 'severity', null, text),
  column('traffic.road_event', 'information_status', 'RoadEvent.informationStatus', { other: "'TEST'" }, [
    'AdminDivision.accidentCount',
    'Query.closureSummary',
    'Query.roadMeasures',
    'RoadEvent.detour',
  ]),
  column('traffic.road_event', 'vehicle_impact', 'RoadEvent.vehicleImpact', { other: "'UNKNOWN'" }, [
    'RoadEvent.detour',
  ]),
  column('traffic.road_crosswalk', 'police_road_code', 'RoadCrosswalk.policeRoadCode', text),
  column('traffic.road_crosswalk', 'police_km', 'RoadCrosswalk.policeKm', { other: '77' }),
  column('traffic.road_crosswalk', 'police_m', 'RoadCrosswalk.policeM', { other: '777' }),
  column('checkpoint.dispute_incident', 'occurred_at', 'DisputeIncident.occurredAt', instant('occurred_at'), [
    'Query.disputeIncidents',
  ]),
  column('checkpoint.dispute_incident', 'kind', 'DisputeIncident.kind', { other: "'DEBT'" }),
  column('checkpoint.dispute_incident', 'relationship', 'DisputeIncident.relationship', { other: "'OTHER'" }),
  column(
    'checkpoint.dispute_incident',
    'physical_conflict',
    'DisputeIncident.physicalConflict',
    flipped('physical_conflict'),
  ),
  column(
    'checkpoint.dispute_incident',
    'warning_letter',
    'DisputeIncident.warningLetter',
    flipped('warning_letter'),
  ),
  column('checkpoint.dispute_incident', 'subject_ref', 'DisputeIncident.subjectRef', {
    other: "'SUBJ-FFFFFFFF'",
  }),
  column('checkpoint.dispute_incident', 'station', 'DisputeIncident.station', text),
  column('mediation.mediation_case', 'case_no', 'MediationCase.caseNo', { other: "'secret-' || id" }),
  column('mediation.mediation_case', 'committee_id', 'MediationCase.committeeId', text),
  column('mediation.mediation_case', 'room_id', 'MediationCase.roomId', text),
  column('mediation.mediation_case', 'source', 'MediationCase.source', { other: "'COURT'" }),
  column(
    'mediation.mediation_case',
    'dispute_kind',
    'MediationCase.disputeKind',
    { other: "'TOURISM'" },
    CASES_FOUND,
  ),
  column('mediation.mediation_case', 'difficulty', 'MediationCase.difficulty', { other: "'MAJOR'" }),
  column('mediation.mediation_case', 'forecast', 'MediationCase.forecast', { other: "'GROUP_FIGHT'" }),
  column('mediation.mediation_case', 'form', 'MediationCase.form', { other: "'ORAL'" }),
  column('mediation.mediation_case', 'result', 'MediationCase.result', { other: "'FAILURE'" }, CASES_FOUND),
  column('mediation.mediation_case', 'amount_yuan', 'MediationCase.amountYuan', {
    other: '123456',
    alike: {
      'number.bucket(1000,100000)':
        'floor(amount_yuan / 1000) * 1000 + 1000 - 1 - mod(amount_yuan::int, 1000)',
      'number.bucket(10000,200000)':
        'floor(amount_yuan / 10000) * 10000 + 10000 - 1 - mod(amount_yuan::int, 10000)',
    },
  }),
  column('mediation.mediation_case', 'remedies', 'MediationCase.remedies', { other: "'{APOLOGISE}'" }),
  column('mediation.mediation_case', 'performance', 'MediationCase.performance', { other: "'OTHER'" }),
  column('mediation.mediation_case', 'facts', 'MediationCase.facts', text),
  column('mediation.mediation_case', 'agreement_text', 'MediationCase.agreementText', text),
  column('mediation.mediation_case', 'segment_id', 'MediationCase.segment', { other: "'s2'" }, CASES_FOUND),
  column(
    'mediation.mediation_case',
    'accepted_at',
    'MediationCase.acceptedAt',
    instant('accepted_at'),
    CASES_FOUND,
  ),
  column('mediation.mediation_case', 'closed_at', 'MediationCase.closedAt', instant('closed_at')),
  column('mediation.mediation_party', 'name', 'MediationParty.name', {
    other: "'secret'",
    alike: { 'name.surname': "substr(name, 1, 1) || '某某'" },
  }),
  column('mediation.mediation_party', 'id_no', 'MediationParty.idNo', {
    other: "'110101199003070011'",
    alike: {
      'idno.region-decade':
        "substr(id_no, 1, 4) || '99' || substr(id_no, 7, 3) || '9' || '0101' || '999' || 'X'",
    },
  }),
  column('mediation.mediation_party', 'phone', 'MediationParty.phone', {
    other: "'13900000000'",
    alike: { 'phone.3': "substr(phone, 1, 3) || '00000000'" },
  }),
  column('mediation.mediation_party', 'address', 'MediationParty.address', text),
  column('mediation.mediation_party', 'role', 'MediationParty.role', { other: "'OTHER'" }, CASES_FOUND),
  column('mediation.follow_up', 'followed_up_at', 'FollowUp.followedUpAt', instant('followed_up_at')),
  column('mediation.follow_up', 'method', 'FollowUp.method', { other: "'PHONE'" }),
  column('mediation.follow_up', 'performed', 'FollowUp.performed', flipped('performed')),
  column('mediation.follow_up', 'satisfied', 'FollowUp.satisfied', flipped('satisfied')),
  column('mediation.detention_mediation', 'facility_id', 'DetentionMediation.facilityId', text),
  column('mediation.detention_mediation', 'status', 'DetentionMediation.status', { other: "'FAILED'" }, [
    'Query.detentionMediations',
  ]),
  column(
    'mediation.detention_mediation',
    'screened_at',
    'DetentionMediation.screenedAt',
    instant('intake_at'),
  ),
  column(
    'mediation.detention_mediation',
    'followed_up_at',
    'DetentionMediation.followedUpAt',
    instant('intake_at'),
  ),
  column('mediation.dispute_warning', 'model_id', 'DisputeWarning.modelId', text),
  column('mediation.dispute_warning', 'model_version', 'DisputeWarning.modelVersion', text),
  column('mediation.dispute_warning', 'score', 'DisputeWarning.score', { other: '99' }),
  column(
    'mediation.dispute_warning',
    'factors',
    'DisputeWarning.factors',
    {
      other: `'[{"code":"SECRET","weight":9,"count":9}]'`,
    },
    ['JointWarning.factors'],
  ),
  column('mediation.dispute_warning', 'level', 'DisputeWarning.level', { other: "'ORANGE'" }, [
    'JointWarning.level',
  ]),
  column('mediation.dispute_warning', 'status', 'DisputeWarning.status', { other: "'CLOSED'" }, [
    'Query.disputeWarnings',
    'Query.jointWarnings',
    'Query.warningMeasures',
  ]),
  column('mediation.dispute_warning', 'subject_ref', 'DisputeWarning.subjectRef', text),
  column('mediation.dispute_warning', 'scored_at', 'DisputeWarning.scoredAt', instant('pushed_at')),
  column('mediation.dispute_warning', 'score_sha256', 'DisputeWarning.scoreSha256', {
    other: "repeat('f', 64)",
  }),
  column('mediation.warning_subject', 'name', 'WarningSubject.name', text),
  column('mediation.warning_subject', 'phone', 'WarningSubject.phone', text),
  column('mediation.warning_subject', 'address', 'WarningSubject.address', text),
  column('mediation.dispute_warning', 'handling_unit', 'DisputeWarning.handlingUnit', text, [
    'JointWarning.handlingUnit',
  ]),
  column(
    'mediation.dispute_warning',
    'joint_units',
    'DisputeWarning.jointUnits',
    {
      other: "'{WOMENS_FEDERATION}'",
    },
    ['Query.jointWarnings'],
  ),
  column('mediation.dispute_warning', 'pushed_at', 'DisputeWarning.pushedAt', instant('pushed_at'), [
    'Query.disputeWarnings',
    'Query.jointWarnings',
    'Query.warningMeasures',
  ]),
];
