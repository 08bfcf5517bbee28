import { GraphQLScalarType } from 'graphql';
import { refuse } from './refuse.ts';

// GB/T 917: an expressway is G or S with 1, 2 or 4 digits; every other road is a letter with 3 digits.
const ROAD_CODE = /^(?:[GS](?:[1-9]\d?|\d{3,4})|[XYCZ]\d{3})$/;

/** A route number after GB/T 917. */
export const RoadCode = new GraphQLScalarType<string, string>({
  name: 'RoadCode',
  parseValue: asRoadCode,
  serialize: asRoadCode,
});

function asRoadCode(value: unknown): string {
  if (typeof value === 'string' && ROAD_CODE.test(value)) return value;
  throw refuse('RoadCode', 'Write a route number after GB/T 917, such as G10, S201 or X904.');
}
