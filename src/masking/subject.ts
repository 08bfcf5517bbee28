import { keyedName } from '../base/index.ts';

/** Whom a value may tell about, as `@subject(kind:)` in the schema says. */
export const SUBJECT_KINDS = ['PLATE', 'PERSON'] as const;
/** One of {@link SUBJECT_KINDS}. */
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What the keyed hash of a subject looks like. */
export const SUBJECT = /^s1_[A-Za-z0-9_-]{22}$/;

const SEPARATORS = /[\p{Zs}.·•‧・]/gu;
const HAN = /\p{Script=Han}/u;

/**
 * Stands for one person or vehicle where they may not be named: `s1_` and 16 bytes of HMAC-SHA-256 over the kind, a NUL
 * and the value. The same one however it is written: compatibility form, upper case, no separators. Null for no text.
 */
export function hashSubject(key: Uint8Array, kind: SubjectKind, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const plain = value.normalize('NFKC').toUpperCase().replace(SEPARATORS, '');
  // In a Chinese plate a hyphen is a character that was not read.
  const normalised = HAN.test(plain) ? plain : plain.replaceAll('-', '');
  if (normalised === '') return null;
  return keyedName('s1', key, `${kind}\0${normalised}`);
}
