import { z } from 'zod';
import { canonicalJson, LukouError, readStrictJson } from '../../base/index.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = (longest: number) => z.string().trim().min(1).max(longest);
const instant = z.iso.datetime({ precision: 3 });

const statement = z.strictObject({
  /** UUID of this package; a gateway takes each in once. */
  id: z.uuid(),
  /** UUID of the register that it comes from. */
  register: z.uuid(),
  madeAt: instant,
  expiresAt: instant,
  /** Who decided that this may be public or shared, when, and under which reference. */
  decision: z.strictObject({ reference: text(200), authority: text(200), decidedOn: z.iso.date() }),
  /** The extract, as the file that it becomes. */
  extract: z.strictObject({
    name: z.string().regex(/^[^/\\\p{Cc}]{1,200}$/u),
    bytes: z.number().int().positive(),
    sha256,
  }),
});

const releasePackage = z.strictObject({
  format: z.literal('lukou-release/1'),
  statement,
  /** The extract's bytes. */
  content: z.base64(),
  signatures: z.array(z.strictObject({ keyId: text(64), signature: z.base64() })).max(8),
});

/** What the two persons sign. */
export type ReleaseStatement = z.output<typeof statement>;

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
