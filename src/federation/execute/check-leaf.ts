import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  type GraphQLLeafType,
} from 'graphql';
import { isUnsafeName } from '../document/unsafe-names.ts';

/** Returns the leaf as it may leave, or undefined where it is not of its type. Never called with null. */
export type LeafCheck = (value: unknown) => unknown;

const MAX_NESTING = 64;

const CHECKS: ReadonlyMap<string, LeafCheck> = new Map<string, LeafCheck>([
  [GraphQLString.name, (value) => (typeof value === 'string' ? value : undefined)],
  [GraphQLBoolean.name, (value) => (typeof value === 'boolean' ? value : undefined)],
  [GraphQLFloat.name, (value) => (Number.isFinite(value) ? value : undefined)],
  [GraphQLInt.name, (value) => (isInt32(value) ? value : undefined)],
  [
    GraphQLID.name,
    (value) => (typeof value === 'string' ? value : Number.isInteger(value) ? String(value) : undefined),
  ],
]);

/** The check for one leaf type. Enum values that the public schema does not have are not of its type. */
export function leafCheckFor(type: GraphQLLeafType): LeafCheck {
  if (isEnumType(type)) {
    const values = new Set(type.getValues().map(({ name }) => name));
    return (value) => (typeof value === 'string' && values.has(value) ? value : undefined);
  }
  return CHECKS.get(type.name) ?? checkCustomScalar;
}

function isInt32(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) === ((value as number) | 0);
}

/** A custom scalar may be any JSON, but for names that reach a prototype and for nesting without end. */
function checkCustomScalar(value: unknown): unknown {
  return typeof value !== 'object' || isHarmless(value, 0) ? value : undefined;
}

function isHarmless(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (depth > MAX_NESTING) return false;
  if (Array.isArray(value)) return value.every((item) => isHarmless(item, depth + 1));
  return Object.entries(value).every(([name, inner]) => !isUnsafeName(name) && isHarmless(inner, depth + 1));
}
