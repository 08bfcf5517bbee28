/** One operation that every peer answers. */
export interface Operation {
  readonly name: string;
  /** Operations that take the slowest peer about a quarter of a second. */
  readonly each: number;
  readonly query: string;
}

export const POINT: Operation = {
  name: 'point look-up',
  each: 1_000,
  query: '{ roadSegment(id: "s007") { id roadName technicalGrade lengthKm aadt } }',
};

/** Three agencies; the analyst sees amountYuan masked. */
export const JOIN: Operation = {
  name: 'join of 20 segments',
  each: 150,
  query:
    '{ roadSegments(first: 20, filter: {divisionCode: "150700"}) { nodes { id roadName technicalGrade aadt ' +
    'checkpoints { id name status } roadAccidentCases(first: 3) { id disputeKind status amountYuan } } } }',
};
