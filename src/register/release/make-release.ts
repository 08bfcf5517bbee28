import { type KeyObject, sign } from 'node:crypto';
import { z } from 'zod';
import { type Clock, LukouError, sha256Hex, uuidV7 } from '../../base/index.ts';
import {
  findControlCharacter,
  releaseBytes,
  type ReleasePackage,
  type ReleaseStatement,
  releaseStatement,
  scanText,
} from '../../classification/index.ts';
import type { ReleaseEvent } from '../model/entry.ts';
import { refuse } from '../model/refuse.ts';

/** A person who signs a release, with the key opened. */
export interface ReleaseHand {
  readonly person: string;
  readonly keyId: string;
  readonly key: KeyObject;
}

/** What is to be released, and on whose word. */
export interface ReleaseOrder {
  readonly register: string;
  readonly extract: { readonly name: string; readonly content: Buffer };
  readonly decision: ReleaseStatement['decision'];
  /** RFC 3339, with its offset. */
  readonly expiresAt: string;
}

const LARGEST_BYTES = 64 << 20;
const instant = z.iso.datetime({ offset: true });

/**
 * Makes a package of one extract, signed by two persons. The guard looks at it here as it will again at the gateway: what
 * carries a mark is not declassified.
 *
 * @throws LukouError REGISTER_REFUSED
 */
export function makeRelease(
  { register, extract, decision, expiresAt }: ReleaseOrder,
  hands: readonly [ReleaseHand, ReleaseHand],
  clock: Clock,
): ReleasePackage {
  const { name, content } = extract;
  if (hands[0].keyId === hands[1].keyId) throw refuse('Two different persons sign a release.');
  if (content.length === 0 || content.length > LARGEST_BYTES)
    throw refuse(`An extract has 1 to ${LARGEST_BYTES} bytes; cut it in several.`);
  requireOpenText('its name', name);
  requireOpenText('the extract', decodeText(content));
  for (const words of Object.values(decision)) requireOpenText('the decision', words);
  const nowMs = clock.nowMs();
  const statement = requireStatement({
    id: uuidV7(nowMs),
    register,
    madeAt: new Date(nowMs).toISOString(),
    expiresAt: readInstant(expiresAt),
    decision,
    extract: { name, bytes: content.length, sha256: sha256Hex(content) },
  });
  const bytes = releaseBytes(statement);
  return {
    format: 'lukou-release/1',
    statement,
    content: content.toString('base64'),
    signatures: hands.map(({ keyId, key }) => ({
      keyId,
      signature: sign(null, bytes, key).toString('base64'),
    })),
  };
}

/**
 * What the ledger keeps of a package: all that was signed, and the signatures, so that it proves by itself who released
 * what on whose word. The extract itself it does not keep.
 */
export function toReleaseEvent(
  carrier: string,
  { statement, signatures }: ReleasePackage,
  hands: readonly [ReleaseHand, ReleaseHand],
  packageSha256: string,
): ReleaseEvent {
  const signatureOf = ({ person }: ReleaseHand, at: 0 | 1) => ({
    person,
    signature: signatures[at]!.signature,
  });
  return {
    kind: 'release',
    carrier,
    statement,
    packageSha256,
    signatures: [signatureOf(hands[0], 0), signatureOf(hands[1], 1)],
  };
}

/** The statement as it will be read: a gateway reads no other. */
function requireStatement(stated: ReleaseStatement): ReleaseStatement {
  const parsed = releaseStatement.safeParse(stated);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw refuse(`${first?.path.join('.')}: ${first?.message}.`);
}

/** Without its offset, an instant would be another one on every machine. */
function readInstant(text: string): string {
  const parsed = instant.safeParse(text);
  if (parsed.success) return new Date(parsed.data).toISOString();
  throw refuse('expiresAt: write an instant with its offset, like 2026-04-01T00:00:00+08:00.');
}

function decodeText(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch (cause) {
    throw new LukouError(
      'REGISTER_REFUSED',
      'An extract is text in UTF-8; nothing else can be checked for marks.',
      { cause },
    );
  }
}

function requireOpenText(what: string, text: string): void {
  const { verdict, rule, position } = scanText(text);
  if (verdict === 'block')
    throw refuse(`A secrecy mark stands in ${what} (rule ${rule}, at ${position}); it is not declassified.`);
  const controlAt = findControlCharacter(text);
  if (controlAt >= 0)
    throw refuse(
      `A control character stands in ${what} (at ${controlAt}), as in no text; every gateway refuses it. Take it out.`,
    );
}
