import { roundCount, type StatisticRule } from './statistics/statistic-rule.ts';
import { compileMask } from './masks.ts';
import type { MaskName, MaskSpec } from './mask-spec.ts';

/** Invented, for masks that take one kind of text alone. */
const BY_MASK: Partial<Readonly<Record<MaskName, unknown>>> = {
  'idno.region-decade': '150724198001010000',
  'phone.3': '13900000000',
  'name.surname': '张某某',
};

const BY_SCALAR: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['AdminDivisionCode', '150724'],
  ['Boolean', true],
  ['DateTime', '2026-01-31T22:15:40+08:00'],
  ['Float', 1234.5],
  ['GeoJSON', { type: 'Point', coordinates: [119.761234, 49.212345] }],
  ['ID', 'EXAMPLE-0001'],
  ['Int', 1234],
  ['PlateNo', '蒙E00000'],
  ['RoadCode', 'G10'],
  ['StakeMark', 'K123+400'],
  ['String', '示例'],
]);

/**
 * An invented value of a GraphQL scalar; null where there is none for it.
 *
 * @param masks - what the value is to be shown under: a text that is masked as a name is a name.
 */
export function exampleValue(scalarName: string, masks: readonly MaskSpec[]): unknown {
  const special = masks.find(({ fn }) => BY_MASK[fn] !== undefined);
  return special === undefined ? (BY_SCALAR.get(scalarName) ?? null) : BY_MASK[special.fn];
}

/** What an invented value is under a mask. Tokens are of a key that nothing else is hashed with. */
export function maskExample(value: unknown, spec: MaskSpec): unknown {
  return compileMask(spec, { tokenKey: () => NO_KEY })(value);
}

/** What an invented count is told as. */
export function roundExample(value: unknown, rule: StatisticRule): unknown {
  return typeof value === 'number' ? roundCount(value, rule) : null;
}

const NO_KEY = Buffer.alloc(32);
