import { GraphQLError } from 'graphql';

/** The error of a scalar that refuses a value. It never repeats the value, which may be one that a mask must hide. */
export function refuse(scalar: string, remedy: string): GraphQLError {
  return new GraphQLError(`${scalar} cannot stand for this value. ${remedy}`);
}
