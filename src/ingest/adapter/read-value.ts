import type { ColumnType } from '../records/field.ts';
import { CONVERSIONS, type RuleForm } from './adapter-form.ts';
import { compileInstantFormat } from './instant-format.ts';

/** A value that is there but cannot be read: no field accepts it, so its row is quarantined. */
export const NOT_READ: unique symbol = Symbol('not read');

/** Turns what a source wrote into a value of the field's kind, or {@link NOT_READ}. */
export type ReadValue = (written: unknown) => unknown;

const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;
const STAKE = /^[A-Z]{0,2}K(\d{1,4})(?:\+(\d{3})(?:\.\d{1,3})?)?$/;
const SPEED = /^(\d+(?:\.\d+)?)( ?mph| ?km\/h)?$/;
const YES_OR_NO: Readonly<Record<string, boolean>> = {
  true: true,
  false: false,
  yes: true,
  no: false,
  1: true,
  0: false,
};

/** Compiles how a field of `columnType` is read under `rule`. */
export function compileReadValue(
  columnType: ColumnType,
  rule: RuleForm,
  timezone: string | undefined,
): ReadValue {
  if (rule.read === 'stake') return (written) => readStake(String(written));
  if (rule.read === 'speed') return (written) => readSpeed(String(written));
  if (rule.read === 'positions') return (written) => readPositions(String(written));
  switch (columnType) {
    case 'text':
      return (written) => (typeof written === 'object' ? NOT_READ : String(written));
    case 'integer':
    case 'double precision':
      return compileReadNumber(columnType === 'integer', rule.convert);
    case 'timestamptz': {
      const readInstant = compileInstantFormat(rule.format, timezone);
      return (written) => (typeof written === 'string' ? (readInstant(written) ?? NOT_READ) : NOT_READ);
    }
    case 'boolean':
      return (written) =>
        typeof written === 'boolean' ? written : (YES_OR_NO[String(written).toLowerCase()] ?? NOT_READ);
    case 'text[]':
    case 'jsonb':
      return readStructure;
  }
}

function compileReadNumber(isWhole: boolean, convert: RuleForm['convert']): ReadValue {
  const read = (written: unknown): number | typeof NOT_READ => {
    if (typeof written === 'number') return written;
    return typeof written === 'string' && NUMBER.test(written) ? Number(written) : NOT_READ;
  };
  if (convert === undefined) return read;
  const factor = CONVERSIONS[convert];
  return (written) => {
    const value = read(written);
    if (value === NOT_READ) return NOT_READ;
    // 218.3 m is 0.2183 km, not 0.21830000000000002.
    const converted = Number((value * factor).toPrecision(12));
    return isWhole ? Math.round(converted) : converted;
  };
}

// K12+345 is 12,345 m along the road; the letters before K name a branch.
function readStake(written: string): unknown {
  const found = STAKE.exec(written);
  return found === null ? NOT_READ : Number(found[1]) * 1000 + Number(found[2] ?? 0);
}

// OpenStreetMap writes km/h as a bare number and miles per hour with their unit.
function readSpeed(written: string): unknown {
  const found = SPEED.exec(written);
  if (found === null) return NOT_READ;
  return Math.round(Number(found[1]) * (found[2]?.trim() === 'mph' ? CONVERSIONS['mph to km/h'] : 1));
}

// As GML lists positions in WGS 84: latitude first, and nothing but spaces between.
function readPositions(written: string): unknown {
  const numbers = written.split(/\s+/).map((text) => (NUMBER.test(text) ? Number(text) : Number.NaN));
  if (numbers.length < 4 || numbers.length % 2 === 1 || numbers.includes(Number.NaN)) return NOT_READ;
  const places = Array.from({ length: numbers.length / 2 }, (_, at) => [
    numbers[2 * at + 1],
    numbers[2 * at],
  ]);
  return { type: 'LineString', coordinates: places };
}

function readStructure(written: unknown): unknown {
  if (typeof written !== 'string') return written;
  try {
    return JSON.parse(written) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return NOT_READ;
    throw error;
  }
}
