/**
 * Stands where an agency was asked about an entity that it does not know: null to the client, but unknown to the other
 * agencies. A key that is absent names nothing, so nobody is asked by it.
 */
export const ABSENT = Symbol('absent');
