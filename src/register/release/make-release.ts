import { type KeyObject, sign } from 'node:crypto';
import { type Clock, LukouError, sha256Hex, uuidV7 } from '../../base/index.ts';
import {
  releaseBytes,
  type ReleasePackage,
  type ReleaseStatement,
  scanText,
} from '../../classification/index.ts';
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
  /** RFC 3339. */
  readonly expiresAt: string;
}

const LARGEST_BYTES = 64 << 20;

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
  requireUnmarked('its name', name);
  requireUnmarked('the extract', decodeText(content));
  for (const words of Object.values(decision)) requireUnmarked('the decision', words);
  const nowMs = clock.nowMs();
  if (!(Date.parse(expiresAt) > nowMs))
    throw refuse('The package expires before it is made. Name a later instant.');
  const statement: ReleaseStatement = {
    id: uuidV7(nowMs),
    register,
    madeAt: new Date(nowMs).toISOString(),
    expiresAt: new Date(expiresAt).toISOString(),
    decision,
    extract: { name, bytes: content.length, sha256: sha256Hex(content) },
  };
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

function requireUnmarked(what: string, text: string): void {
  const { verdict, rule, position } = scanText(text);
  if (verdict === 'block')
    throw refuse(`A secrecy mark stands in ${what} (rule ${rule}, at ${position}); it is not declassified.`);
}
