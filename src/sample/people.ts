import { DAY_MS, formatInstant } from './period.ts';
import { mixBits, substream } from './random.ts';

/** An invented person. */
export interface Person {
  readonly name: string;
  readonly surname: string;
  readonly idNo: string;
  readonly phone: string;
  readonly address: string;
}

const SURNAMES = Array.from('刘孟王李张赵孙周吴郑陈杨郭敖鄂杜何包白韩金于');
const GIVEN = [
  '甲一',
  '乙二',
  '丙辰',
  '丁卯',
  '戊午',
  '己未',
  '庚申',
  '辛酉',
  '示例',
  '样本',
  '虚构',
  '演示',
] as const;

/** First six digits of the invented identity numbers: no division has this code, so no person can have the number. */
const UNASSIGNED_DIVISION = '150799';

/** Everybody was born in the 50 years from here on. */
const FIRST_BIRTHDAY_MS = Date.parse('1955-01-01T00:00:00+08:00');
const BIRTHDAYS = 18_250;
const SERIALS = 999;

/** First seven digits of the invented telephone numbers: 154 is not given to any operator. */
const UNASSIGNED_PHONES = '1540000';

/**
 * Person number `index`: an invented name (with a given surname, where a story has one), numbers that nobody can have,
 * and an address that does not exist.
 */
export function inventPerson(seed: number, index: number, countyName: string, givenSurname?: string): Person {
  const random = substream(seed, 'person', index);
  const drawn = random.pick(SURNAMES);
  const surname = givenSurname ?? drawn;
  // No two people share a number: their numbers are a permutation of birthdays and serials.
  const number = (index * 7_654_321) % (BIRTHDAYS * SERIALS);
  const birth = formatInstant(FIRST_BIRTHDAY_MS + Math.floor(number / SERIALS) * DAY_MS).slice(0, 10);
  const body = `${UNASSIGNED_DIVISION}${birth.replaceAll('-', '')}${String((number % SERIALS) + 1).padStart(3, '0')}`;
  return {
    surname,
    name: surname + random.pick(GIVEN),
    idNo: body + checkDigit(body),
    phone: UNASSIGNED_PHONES + String((mixBits(index) >>> 0) % 10_000).padStart(4, '0'),
    address: `${countyName}虚构路${random.whole(1, 199)}号`,
  };
}

/** The 18th character of an identity number, from its first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
function checkDigit(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, at) => all + weight * Number(first17[at]), 0);
  return '10X98765432'[sum % 11]!;
}
