import { GraphQLScalarType } from 'graphql';
import { refuse } from './refuse.ts';

const LONGEST = 16;
const LONGEST_WRITTEN = 64;
const SEPARATORS = /[\p{Zs}.·•‧・]/gu;
const PLATE = new RegExp(`^[\\p{L}\\p{N}-]{1,${LONGEST}}$`, 'u');
const REMEDY = `Write the plate's letters and digits, at most ${LONGEST}, such as 蒙E12345.`;

/**
 * A number plate. In: normalised to what GA/T 1400 stores. Out: as it stands, for a masked plate is one too.
 */
export const PlateNo = new GraphQLScalarType<string, string>({
  name: 'PlateNo',
  parseValue: normalisePlate,
  serialize(value) {
    if (typeof value === 'string') return value;
    throw refuse('PlateNo', REMEDY);
  },
});

/** A plate in full: NFKC, upper case, no separators. A hyphen stays in a Chinese plate: a character that was not read. */
function normalisePlate(value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST_WRITTEN) throw refuse('PlateNo', REMEDY);
  const plain = value.normalize('NFKC').toUpperCase().replace(SEPARATORS, '');
  const plate = /\p{Script=Han}/u.test(plain) ? plain : plain.replaceAll('-', '');
  if (!PLATE.test(plate)) throw refuse('PlateNo', REMEDY);
  return plate;
}
