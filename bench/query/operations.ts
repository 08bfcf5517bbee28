/** One operation that both servers answer. */
export interface Operation {
  readonly name: string;
  readonly query: string;
}

/** The point look-up, and the join of 20 segments over three agencies. */
export const OPERATIONS: readonly Operation[] = [
  {
    name: 'point look-up',
    query: '{ roadSegment(id: "G10-001") { id roadName technicalGrade lengthKm aadt } }',
  },
  {
    name: 'three-agency join of 20 segments',
    query:
      '{ roadSegments(first: 20, filter: {divisionCode: "150700"}) { nodes { id roadName technicalGrade aadt ' +
      'checkpoints { id name status } roadAccidentCases(first: 3) { id disputeKind status } } } }',
  },
];
