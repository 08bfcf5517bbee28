import { GraphQLScalarType } from 'graphql';
import { refuse } from './refuse.ts';

const STAKE_MARK = /^[A-Z]{0,2}K(\d{1,4})(?:\+(\d{3}(?:\.\d{1,3})?))?$/;
const REMEDY = 'Write kilometre and metre, such as K123+400.';

/** A place along a road by its stake. Outside: K123+400. Inside: metres, 123400. */
export const StakeMark = new GraphQLScalarType<number, string>({
  name: 'StakeMark',
  parseValue: metresAtStake,
  serialize: stakeAtMetres,
});

/** Metres at a stake: K123+400 is 123400. The letters before K name a carriageway and do not count. */
function metresAtStake(value: unknown): number {
  const parts = typeof value === 'string' ? STAKE_MARK.exec(value) : null;
  if (parts === null) throw refuse('StakeMark', REMEDY);
  return Number(parts[1]) * 1000 + Number(parts[2] ?? 0);
}

/** The stake at a number of metres: 123400 is K123+400. */
function stakeAtMetres(value: unknown): string {
  if (typeof value !== 'number' || !(value >= 0 && value < 10_000_000)) throw refuse('StakeMark', REMEDY);
  const millimetres = Math.round(value * 1000);
  const kilometre = Math.trunc(millimetres / 1_000_000);
  const metre = String(Math.trunc(millimetres / 1000) % 1000).padStart(3, '0');
  const rest = millimetres % 1000;
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
  return `K${kilometre}+${metre}${fraction}`;
}
