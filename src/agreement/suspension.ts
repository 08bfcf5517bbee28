import { z } from 'zod';
import { LukouError } from '../base/index.ts';
import { agreementFileSchema } from './agreement-file.ts';
import { describeIssue } from './describe-issue.ts';

const REASON = 'say why, in at most 500 characters';
const { uid, version, assigner: agency, valid } = agreementFileSchema.shape;

const stewardSignature = {
  keyId: z.string().min(1, 'write the id of the key that signed'),
  signature: z.base64().length(88, 'write the 64 bytes of an Ed25519 signature in base64'),
};

const suspensionListSchema = z.strictObject({
  suspensions: z.array(
    z.strictObject({
      uid,
      version,
      from: valid.shape.from,
      by: agency,
      reason: z.string().trim().min(1, REASON).max(500, REASON),
      signature: z.strictObject(stewardSignature).optional(),
      lift: z
        .strictObject({ reason: z.string().trim().min(1, REASON).max(500, REASON), ...stewardSignature })
        .optional(),
    }),
  ),
});

/** One version of an agreement that does not count from an instant on, until the suspension is lifted. */
export interface Suspension {
  readonly uid: string;
  readonly version: number;
  readonly fromMs: number;
  /** The party that suspends it. */
  readonly by: string;
  readonly reason: string;
}

/** A steward's signature on a suspension, or on its lift. */
export interface StewardSignature {
  readonly keyId: string;
  /** Ed25519, base64. */
  readonly signature: string;
}

/** A suspension as it stands on the list. */
export interface ListedSuspension extends Suspension {
  /** By a steward of the party that suspends; null where nobody signed. */
  readonly signature: StewardSignature | null;
  /** That it is over, signed by the same party; null while it holds. */
  readonly lift: (StewardSignature & { readonly reason: string }) | null;
}

/**
 * Reads a list of suspensions, already parsed from YAML. Whether it speaks of agreements that are there is for
 * `compilePolicy` to say.
 *
 * @throws LukouError AGREEMENT_INVALID naming every wrong place.
 */
export function readSuspensions(input: unknown, source: string): readonly ListedSuspension[] {
  const parsed = suspensionListSchema.safeParse(input);
  if (!parsed.success)
    throw new LukouError(
      'AGREEMENT_INVALID',
      parsed.error.issues.map((issue) => `\n  ${source}: ${describeIssue(issue)}`).join(''),
    );
  return parsed.data.suspensions.map(({ from, signature = null, lift = null, ...rest }) => ({
    ...rest,
    fromMs: Date.parse(from),
    signature,
    lift,
  }));
}
