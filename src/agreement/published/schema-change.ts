/** What a change of the schema means to those who use it. */
export type Weight = 'breaking' | 'dangerous' | 'safe';

/** One change between two schemas, as partners feel it. */
export interface SchemaChange {
  readonly weight: Weight;
  /** `Type`, `Type.field`, `Type.field(argument:)`, `Input.field` or `Enum.VALUE`. */
  readonly coordinate: string;
  /** What kind of change it is, in capitals: graphql-js's own names where it has one. */
  readonly kind: string;
  /** A sentence that begins with the coordinate. */
  readonly message: string;
}
