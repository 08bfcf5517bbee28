import * as fc from 'fast-check';
import { scalars } from '../../../resolvers/scalars.ts';

const { DateTime } = scalars;

describe('DateTime', () => {
  test.each([
    ['2026-01-31T22:15:00+08:00', '2026-01-31T22:15:00+08:00'],
    ['2026-01-31T14:15:00Z', '2026-01-31T22:15:00+08:00'],
    ['2026-01-31t14:15:00z', '2026-01-31T22:15:00+08:00'],
    ['2026-01-31T20:00:00Z', '2026-02-01T04:00:00+08:00'],
    ['2026-01-31T09:15:00-05:00', '2026-01-31T22:15:00+08:00'],
    ['2026-01-31T19:45:00+05:30', '2026-01-31T22:15:00+08:00'],
    ['2024-02-29T00:00:00+08:00', '2024-02-29T00:00:00+08:00'],
    ['2026-01-31T22:15:00.500+08:00', '2026-01-31T22:15:00.5+08:00'],
    ['2026-01-31T22:15:00.000000+08:00', '2026-01-31T22:15:00+08:00'],
    ['2026-01-31T22:15:00.123456789+08:00', '2026-01-31T22:15:00.123456+08:00'],
  ])('reads %s as %s', (written, instant) => {
    expect(DateTime.parseValue(written)).toBe(instant);
    expect(DateTime.serialize(written)).toBe(instant);
  });

  test.each([
    '2026-01-31T22:15:00',
    '2026-01-31 22:15:00+08:00',
    '2026-01-31T22:15+08:00',
    '2026-01-31',
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-01-31T24:00:00Z',
    '2026-01-31T22:60:00Z',
    '2026-01-31T22:15:60Z',
    '2026-01-31T22:15:00+24:00',
    '2026-01-31T22:15:00+0800',
    '2026-01-31T22:15:00.Z',
    '0999-01-31T22:15:00Z',
    '9999-12-31T23:59:59Z',
    '20260131221500',
    ' 2026-01-31T22:15:00Z',
    '２０２６-01-31T22:15:00Z',
    '',
    1769868900,
    null,
    true,
    {},
  ])('refuses %p and says what to write', (written) => {
    expect(() => DateTime.parseValue(written)).toThrow(/RFC 3339/);
    expect(() => DateTime.serialize(written)).toThrow(/RFC 3339/);
  });

  test('never repeats a refused value', () => {
    expect(() => DateTime.serialize('蒙E12345')).toThrow(/^(?!.*蒙E)/);
  });

  test('answers a date object', () => {
    expect(DateTime.serialize(new Date('2026-01-31T14:15:00Z'))).toBe('2026-01-31T22:15:00+08:00');
  });

  test('keeps every instant, and reads its own writing as it stands', () => {
    const instants = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2199-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const written = DateTime.parseValue(instant.toISOString());
        expect(Date.parse(written)).toBe(instant.getTime());
        expect(DateTime.parseValue(written)).toBe(written);
      }),
    );
  });
});
