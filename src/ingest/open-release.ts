import { readFile, stat } from 'node:fs/promises';
import { type Clock, sha256Hex } from '../base/index.ts';
import { readReleasePackage, type ReleaseSigner, verifyRelease } from '../classification/index.ts';
import { guardName, type MarkJudge } from './guard-rows.ts';
import type { ReleaseOrigin } from './ports.ts';
import { codeOf, refuseSource } from './source/refuse-source.ts';

/** A verified package: what the books keep of it, and the extract as a source. */
export interface OpenedRelease {
  readonly origin: ReleaseOrigin;
  readonly name: string;
  readonly content: Buffer;
  /** SHA-256 of the content, hexadecimal, as it was signed. */
  readonly digest: string;
}

/**
 * Opens a release package of an offline register. Its signatures say who vouches for it, and no more: the extract then
 * goes through every stage like any other file.
 *
 * @throws LukouError RELEASE_INVALID, RELEASE_FORGED, RELEASE_UNSIGNED or RELEASE_EXPIRED; SourceStopped where its own
 *   words carry a mark.
 */
export function openRelease(
  bytes: Buffer,
  signers: readonly ReleaseSigner[],
  clock: Clock,
  judge: MarkJudge,
): OpenedRelease {
  const { statement, content, keyIds } = verifyRelease(readReleasePackage(bytes), signers, clock.nowMs());
  const { id, register, decision, extract } = statement;
  guardName(extract.name, judge);
  guardName(`${decision.reference}\n${decision.authority}`, judge);
  return {
    origin: { id, register, packageDigest: sha256Hex(bytes), decision, keyIds },
    name: extract.name,
    content,
    digest: extract.sha256,
  };
}

/** More than the largest extract that a register releases takes in a package. */
const LARGEST_BYTES = 100 << 20;

/** The bytes of a package. */
export async function readPackage(path: string): Promise<Buffer> {
  try {
    if ((await stat(path)).size <= LARGEST_BYTES) return await readFile(path);
  } catch (error) {
    throw refuseSource(`The package cannot be opened (${codeOf(error) ?? 'unreadable'}); check the path.`);
  }
  throw refuseSource(`The package is larger than ${LARGEST_BYTES} bytes; ask for several small ones.`);
}
