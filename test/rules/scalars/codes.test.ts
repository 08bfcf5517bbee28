import { scalars } from '../../../resolvers/scalars.ts';

const { AdminDivisionCode, PlateNo, RoadCode } = scalars;

describe('RoadCode', () => {
  test.each(['G1', 'G10', 'G1013', 'G111', 'S15', 'S201', 'X904', 'Y001', 'C123', 'Z456'])(
    'takes %s both ways',
    (code) => {
      expect(RoadCode.parseValue(code)).toBe(code);
      expect(RoadCode.serialize(code)).toBe(code);
    },
  );

  test.each(['', 'G', 'G0', 'G01', 'g10', 'X90', 'X9041', 'A4', 'G10123', ' G10', 'G10\n', 10, null])(
    'refuses %p both ways',
    (code) => {
      expect(() => RoadCode.parseValue(code)).toThrow(/GB\/T 917/);
      expect(() => RoadCode.serialize(code)).toThrow(/GB\/T 917/);
    },
  );
});

describe('AdminDivisionCode', () => {
  test.each(['150000', '150700', '150724'])('takes %s both ways', (code) => {
    expect(AdminDivisionCode.parseValue(code)).toBe(code);
    expect(AdminDivisionCode.serialize(code)).toBe(code);
  });

  test.each(['15', '1507'])('answers %s, which a mask has cut, but does not take it', (code) => {
    expect(AdminDivisionCode.serialize(code)).toBe(code);
    expect(() => AdminDivisionCode.parseValue(code)).toThrow(/GB\/T 2260/);
  });

  test.each(['', '050724', '15072', '1507244', '15072a', '150724 ', 150724, null])(
    'refuses %p both ways',
    (code) => {
      expect(() => AdminDivisionCode.parseValue(code)).toThrow(/GB\/T 2260/);
      expect(() => AdminDivisionCode.serialize(code)).toThrow(/GB\/T 2260/);
    },
  );
});

describe('PlateNo', () => {
  test.each([
    ['蒙E12345', '蒙E12345'],
    ['蒙e12345', '蒙E12345'],
    ['蒙E·12345', '蒙E12345'],
    [' 蒙E 12 345 ', '蒙E12345'],
    ['蒙Ｅ１２３４５', '蒙E12345'],
    ['蒙E\u300012345', '蒙E12345'],
    ['ab-1234', 'AB1234'],
    ['AB12 CDE', 'AB12CDE'],
    ['蒙E1-345', '蒙E1-345'],
    ['无车牌', '无车牌'],
  ])('reads %p as %s', (written, plate) => {
    expect(PlateNo.parseValue(written)).toBe(plate);
  });

  test.each([
    '',
    '   ',
    '蒙E123\u000045',
    '蒙E12345\n',
    '蒙E\u202E12345',
    '蒙E\u200B12345',
    '蒙E*****',
    "蒙E'; --",
    '12345678901234567',
    '1'.repeat(1000),
    12345,
    null,
  ])('refuses %p', (written) => {
    expect(() => PlateNo.parseValue(written)).toThrow(/at most 16/);
  });

  test.each(['蒙E12345', '蒙E*****', '蒙E***45', 't1_3q2-7w', '无车牌'])(
    'answers %s as it stands',
    (plate) => {
      expect(PlateNo.serialize(plate)).toBe(plate);
    },
  );
});
