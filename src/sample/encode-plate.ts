const { floor } = Math;

/** Letters of a number plate: no I and no O, which look like digits. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LETTERS_AND_DIGITS = `0123456789${LETTERS}`;

/** First letter of a new-energy serial: D and F came first, the others followed. */
const NEW_ENERGY_LETTERS = 'ABCDEFGHJK';

const ONLY_DIGITS = 100_000;
const ONE_LETTER = 5 * LETTERS.length * 10_000;
const LETTER_PAIRS: readonly (readonly [number, number])[] = [0, 1, 2, 3].flatMap((first) =>
  [1, 2, 3, 4].filter((second) => second > first).map((second) => [first, second] as const),
);
const TWO_LETTERS = LETTER_PAIRS.length * LETTERS.length * LETTERS.length * 1000;

/** How many ordinary plates one prefix has: five characters, at most two of them letters. */
export const ORDINARY_PLATES = ONLY_DIGITS + ONE_LETTER + TWO_LETTERS;

/** How many plates for small new-energy vehicles one prefix has. */
export const SMALL_NEW_ENERGY_PLATES = NEW_ENERGY_LETTERS.length * LETTERS_AND_DIGITS.length * 10_000;

/** How many plates for large new-energy vehicles one prefix has. */
export const LARGE_NEW_ENERGY_PLATES = 100_000 * NEW_ENERGY_LETTERS.length;

/** The ordinary plate with number `index`, 0 to {@link ORDINARY_PLATES} - 1: 蒙E12345, 蒙E1A345, 蒙EA1B45. */
export function ordinaryPlate(prefix: string, index: number): string {
  if (index < ONLY_DIGITS) return prefix + digits(index, 100_000);
  const afterDigits = index - ONLY_DIGITS;
  if (afterDigits < ONE_LETTER) {
    const serial = digits(afterDigits % 10_000, 10_000);
    const rest = floor(afterDigits / 10_000);
    const place = rest % 5;
    return prefix + serial.slice(0, place) + LETTERS[floor(rest / 5)]! + serial.slice(place);
  }
  const afterOne = afterDigits - ONE_LETTER;
  const serial = digits(afterOne % 1000, 1000);
  let rest = floor(afterOne / 1000);
  const second = LETTERS[rest % LETTERS.length]!;
  rest = floor(rest / LETTERS.length);
  const first = LETTERS[rest % LETTERS.length]!;
  const [firstAt, secondAt] = LETTER_PAIRS[floor(rest / LETTERS.length)]!;
  return (
    prefix +
    serial.slice(0, firstAt) +
    first +
    serial.slice(firstAt, secondAt - 1) +
    second +
    serial.slice(secondAt - 1)
  );
}

/** The small new-energy plate with number `index`: 蒙ED12345, 蒙EAB1234. */
export function smallNewEnergyPlate(prefix: string, index: number): string {
  const rest = floor(index / 10_000);
  const second = LETTERS_AND_DIGITS[rest % LETTERS_AND_DIGITS.length]!;
  const first = NEW_ENERGY_LETTERS[floor(rest / LETTERS_AND_DIGITS.length)]!;
  return prefix + first + second + digits(index % 10_000, 10_000);
}

/** The large new-energy plate with number `index`: 蒙E12345D. */
export function largeNewEnergyPlate(prefix: string, index: number): string {
  return prefix + digits(index % 100_000, 100_000) + NEW_ENERGY_LETTERS[floor(index / 100_000)]!;
}

/** A value below `bound`, a power of ten, with its leading zeros. */
function digits(value: number, bound: number): string {
  return String(bound + value).slice(1);
}
