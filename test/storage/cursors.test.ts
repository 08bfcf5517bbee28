import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { createCursorSealer, type CursorBinding } from '../../src/storage/index.ts';

const key = Buffer.alloc(32, 7);
const sealer = createCursorSealer(key);
const binding: CursorBinding = {
  list: 'roadSegments',
  order: 'AADT_DESC',
  filter: { divisionCode: '150700', during: { from: 'a', to: 'b' } },
  grantDigest: 'd1',
};
const invalid = expect.objectContaining({ code: 'CURSOR_INVALID' });

const positions = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constant(null),
  ),
  { minLength: 1, maxLength: 3 },
);

test('a cursor opens as the position that was sealed', () => {
  fc.assert(
    fc.property(positions, (position) => {
      const opened = sealer.open(sealer.seal(position, binding), binding);
      expect(JSON.stringify(opened)).toBe(JSON.stringify(position));
    }),
  );
});

test('a position seals to the same cursor every time, and to another one for another position', () => {
  fc.assert(
    fc.property(positions, positions, (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b);
      expect(sealer.seal(a, binding) === sealer.seal(b, binding)).toBe(same);
      expect(sealer.seal(a, binding)).toBe(createCursorSealer(key).seal(a, { ...binding }));
    }),
  );
});

test('a cursor with any character changed, added or taken away is refused', () => {
  const cursor = sealer.seal(['seg-1', 42.5], binding);
  const letters = fc.constantFrom(
    ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \n\u0000'),
  );
  fc.assert(
    fc.property(fc.nat(cursor.length - 1), letters, fc.constantFrom(0, 1), (at, letter, taken) => {
      const changed = cursor.slice(0, at) + letter + cursor.slice(at + taken);
      fc.pre(changed !== cursor);
      expect(() => sealer.open(changed, binding)).toThrow(invalid);
    }),
  );
});

test('a text that was never sealed is refused', () => {
  for (const text of [
    '',
    'x',
    'null',
    '{"id":"1"}',
    randomBytes(28).toString('base64url'),
    'A'.repeat(5000),
  ]) {
    expect(() => sealer.open(text, binding)).toThrow(invalid);
  }
});

test.each<[string, Partial<CursorBinding>]>([
  ['list', { list: 'gantries' }],
  ['order', { order: 'ID_ASC' }],
  ['filter value', { filter: { divisionCode: '150724', during: { from: 'a', to: 'b' } } }],
  ['inner filter value', { filter: { divisionCode: '150700', during: { from: 'a', to: 'c' } } }],
  ['missing filter', { filter: null }],
  ['grant', { grantDigest: 'd2' }],
])('a cursor does not open under another %s', (_name, change) => {
  const cursor = sealer.seal(['seg-1'], binding);
  expect(sealer.open(cursor, binding)).toEqual(['seg-1']);
  expect(() => sealer.open(cursor, { ...binding, ...change })).toThrow(invalid);
});

test('a cursor does not open under another key', () => {
  const cursor = createCursorSealer(Buffer.alloc(32, 8)).seal(['seg-1'], binding);
  expect(() => sealer.open(cursor, binding)).toThrow(invalid);
});

test('the order of filter names and their nulls do not matter', () => {
  const cursor = sealer.seal(['seg-1'], binding);
  const filter = {
    roadCodes: null,
    during: { to: 'b', from: 'a' },
    divisionCode: '150700',
    minAadt: undefined,
  };
  expect(sealer.open(cursor, { ...binding, filter })).toEqual(['seg-1']);
  const unfiltered = sealer.seal(['seg-1'], { ...binding, filter: null });
  expect(sealer.open(unfiltered, { ...binding, filter: { roadCodes: null } })).toEqual(['seg-1']);
});

test('a cursor tells neither the sort key nor its length', () => {
  const short = sealer.seal(['1', 'seg-1'], binding);
  const long = sealer.seal(['1234567', 'segment-12345'], binding);
  expect(short.length).toBe(long.length);
  expect(Buffer.from(long, 'base64url').toString('latin1')).not.toContain('segment');
});
