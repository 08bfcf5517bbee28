/** One operation that all servers answer. */
export interface Operation {
  readonly name: string;
  readonly query: string;
  /** The same in the names that PostGraphile gives to tables and columns. */
  readonly postgraphile: string;
}

export const POINT: Operation = {
  name: 'point look-up',
  query: '{ roadSegment(id: "G10-001") { id roadName technicalGrade lengthKm aadt } }',
  postgraphile:
    '{ roadSegment: roadSegmentByRowId(rowId: "G10-001") { id: rowId roadName technicalGrade lengthKm aadt } }',
};

/** Over three agencies. */
export const JOIN: Operation = {
  name: 'join of 20 segments',
  query:
    '{ roadSegments(first: 20, filter: {divisionCode: "150700"}) { nodes { id roadName technicalGrade aadt ' +
    'checkpoints { id name status } roadAccidentCases(first: 3) { id disputeKind status } } } }',
  postgraphile:
    '{ roadSegments: allRoadSegments(first: 20, orderBy: [PRIMARY_KEY_ASC]) { nodes { id: rowId roadName ' +
    'technicalGrade aadt ' +
    'checkpoints: checkpointCheckpointsBySegmentId(orderBy: [PRIMARY_KEY_ASC]) { nodes { id: rowId name status } } ' +
    'roadAccidentCases: mediationMediationCasesBySegmentId(first: 3, condition: {disputeKind: "ROAD_ACCIDENT"}, ' +
    'orderBy: [ACCEPTED_AT_DESC, ROW_ID_ASC]) { nodes { id: rowId disputeKind status } } } } }',
};

export const OPERATIONS: readonly Operation[] = [POINT, JOIN];
