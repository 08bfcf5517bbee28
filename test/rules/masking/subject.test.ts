import { createHmac } from 'node:crypto';
import { hashSubject, SUBJECT } from '../../../src/masking/index.ts';

const KEY = Buffer.alloc(32, 3);
const plate = (value: unknown): string | null => hashSubject(KEY, 'PLATE', value);

it('A subject is the first 16 bytes of an HMAC over its kind, a NUL and its value', () => {
  const mac = createHmac('sha256', KEY).update('PLATE\0蒙E12345').digest();
  expect(plate('蒙E12345')).toBe(`s1_${mac.subarray(0, 16).toString('base64url')}`);
  expect(plate('蒙E12345')).toMatch(SUBJECT);
});

it.each(['蒙e12345', '蒙E·12345', ' 蒙E 123 45 ', '蒙Ｅ１２３４５'])('%j is the same vehicle', (written) => {
  expect(plate(written)).toBe(plate('蒙E12345'));
});

it('A hyphen of a Chinese plate is a character that was not read; any other is a separator', () => {
  expect(plate('蒙E-2345')).not.toBe(plate('蒙E2345'));
  expect(plate('AB-123')).toBe(plate('ab123'));
});

it('Another kind, another value and another key are somebody else', () => {
  const others = [
    hashSubject(KEY, 'PERSON', '蒙E12345'),
    plate('蒙E12346'),
    hashSubject(Buffer.alloc(32, 4), 'PLATE', '蒙E12345'),
    plate('蒙E12345'),
  ];
  expect(new Set(others).size).toBe(4);
});

it.each([null, undefined, 7, '', ' · ', {}])('%j is nobody', (value) => {
  expect(plate(value)).toBeNull();
});
