import type { TestAgency } from '../flows/federation/federate.ts';

/**
 * Two agencies that join, and an operation of theirs that is valid and ends the planner's process: it fetches what
 * `@requires` names for an entity with two keys.
 */
export const CRASHING_AGENCIES: Readonly<Record<'roads' | 'tolls', TestAgency>> = {
  roads: {
    sdl: `
      type Query { road: Road name: String }
      type Road @key(fields: "id") { id: ID! lengthKm: Int next: Road }
    `,
    resolvers: { Query: { road: () => ({ id: '1', lengthKm: 7 }), name: () => 'roads' } },
  },
  tolls: {
    sdl: `
      type Road @key(fields: "id") @key(fields: "code") {
        id: ID! code: ID! lengthKm: Int @external toll: Int @requires(fields: "lengthKm") lanes: Int
      }
    `,
    resolvers: { Road: { lanes: () => 2 } },
  },
};

export const CRASHING_OPERATION = '{road{toll}}';

/** Fragments that double at every level: the planner writes them out for hours. */
export const ENDLESS_OPERATION = `{road{...F0}} ${Array.from(
  { length: 28 },
  (_, level) => `fragment F${level} on Road{a:next{...F${level + 1}} b:next{...F${level + 1}}}`,
).join(' ')} fragment F28 on Road{id}`;
