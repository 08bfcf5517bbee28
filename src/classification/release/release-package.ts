import { z } from 'zod';
import { canonicalJson, LukouError, readStrictJson } from '../../base/index.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = (longest: number) => z.string().trim().min(1).max(longest);
const instant = z.iso.datetime({ precision: 3 });
const firstInstantOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** What a package says, as the register writes it and as a gateway reads it. */
export const releaseStatement = z
  .strictObject({
    /** UUID of this package; a gateway takes each in once. */
    id: z.uuid(),
    /** UUID of the register that it comes from. */
    register: z.uuid(),
    madeAt: instant,
    expiresAt: instant,
    /** Who decided that this may be public or shared, when, and under which reference. */
    decision: z.strictObject({
      reference: text(200),
      authority: text(200),
      decidedOn: z.iso.date('write a day of the calendar, like 2026-03-02'),
    }),
    /** The extract, as the file that it becomes. */
    extract: z.strictObject({
      name: z.string().regex(/^[^/\\\p{Cc}]{1,200}$/u),
      bytes: z.number().int().positive(),
      sha256,
    }),
  })
  .refine(({ decision, madeAt }) => firstInstantOf(decision.decidedOn) <= Date.parse(madeAt), {
    path: ['decision', 'decidedOn'],
    error: 'no decision is taken after the package that states it was made',
  })
  .refine(({ madeAt, expiresAt }) => Date.parse(madeAt) < Date.parse(expiresAt), {
    path: ['expiresAt'],
    error: 'a package expires after it was made',
  });

const releasePackage = z.strictObject({
  format: z.literal('lukou-release/1'),
  statement: releaseStatement,
  /** The extract's bytes. */
  content: z.base64(),
  signatures: z.array(z.strictObject({ keyId: text(64), signature: z.base64() })).max(8),
});

/** What the two persons sign. */
export type ReleaseStatement = z.output<typeof releaseStatement>;

/** A package of one declassified extract, the only thing that leaves the offline register. */
export type ReleasePackage = z.output<typeof releasePackage>;

const DEEPEST = 6;

/** The bytes that are signed: they name the format, so that no other signature of these keys fits. */
export function releaseBytes(stated: ReleaseStatement): Buffer {
  return Buffer.from(`lukou-release/1\n${canonicalJson(stated)}`);
}

/**
 * Reads a package without believing it.
 *
 * @throws LukouError RELEASE_INVALID where it has not the form of one.
 */
export function readReleasePackage(bytes: Uint8Array): ReleasePackage {
  try {
    return releasePackage.parse(readStrictJson(bytes, DEEPEST));
  } catch (cause) {
    const first = cause instanceof z.ZodError ? cause.issues[0] : undefined;
    const where = first === undefined ? 'it is not sound JSON' : `${first.path.join('.')}: ${first.message}`;
    throw new LukouError('RELEASE_INVALID', `(${where}) Make it with lukou register release.`, { cause });
  }
}
