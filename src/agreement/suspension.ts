import { z } from 'zod';
import { LukouError } from '../base/index.ts';
import { agreementFileSchema } from './agreement-file.ts';
import { describeIssue } from './describe-issue.ts';

const REASON = 'say why, in at most 500 characters';
const { uid, version, assigner: agency, valid } = agreementFileSchema.shape;

const suspensionListSchema = z.strictObject({
  suspensions: z.array(
    z.strictObject({
      uid,
      version,
      from: valid.shape.from,
      by: agency,
      reason: z.string().trim().min(1, REASON).max(500, REASON),
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

/**
 * Reads a list of suspensions, already parsed from YAML. Whether it speaks of agreements that are there is for
 * `compilePolicy` to say.
 *
 * @throws LukouError AGREEMENT_INVALID naming every wrong place.
 */
export function readSuspensions(input: unknown, source: string): readonly Suspension[] {
  const parsed = suspensionListSchema.safeParse(input);
  if (!parsed.success)
    throw new LukouError(
      'AGREEMENT_INVALID',
      parsed.error.issues.map((issue) => `\n  ${source}: ${describeIssue(issue)}`).join(''),
    );
  return parsed.data.suspensions.map(({ from, ...rest }) => ({ ...rest, fromMs: Date.parse(from) }));
}
