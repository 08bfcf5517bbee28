import { z } from 'zod';
import { isCovered } from '../identity/index.ts';
import { ED25519_COSIGNATURE, type NoteKey, readNoteKey } from '../merkle/index.ts';

const witnessKey = z.string().transform((text, context): NoteKey => {
  try {
    const key = readNoteKey(text);
    if (key.type === ED25519_COSIGNATURE) return key;
    context.addIssue('this is the key of a log; lukou witness key prints a witness’s');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.addIssue(error.message);
  }
  return z.NEVER;
});

// Whoever can answer in a witness's place can say that it has seen another history, and stop the gateway.
const submissionUrl = z
  .url({ protocol: /^https?$/ })
  .refine(isCovered, 'a witness on another machine is reached by https')
  .transform((text) => new URL(text.endsWith('/') ? text : `${text}/`));

const keyOf = ({ key }: { readonly key: NoteKey }): string => key.publicKey.toString('hex');

/** The file that LUKOU_WITNESSES names (docs/disclosure-log.md). */
export const witnessPolicySchema = z
  .strictObject({
    /** How many must have cosigned. */
    quorum: z.int().min(1),
    /** How old a record may become before enough witnesses have seen it; then nothing is answered. */
    unwitnessedHours: z
      .number()
      .positive('0 would be never: write the hours after which answers stop')
      .max(168)
      .default(4),
    everySeconds: z.number().min(1).max(3_600).default(60),
    witnesses: z
      .array(
        z.strictObject({
          key: witnessKey,
          /** Where it takes heads (its submission prefix); left out where files are exchanged. */
          url: submissionUrl.optional(),
        }),
      )
      .min(1),
  })
  // By the key alone: under two names it would be one witness that is counted twice.
  .refine(({ witnesses }) => new Set(witnesses.map(keyOf)).size === witnesses.length, {
    message: 'a witness stands twice in it',
    path: ['witnesses'],
  })
  .refine(({ quorum, witnesses }) => quorum <= new Set(witnesses.map(keyOf)).size, {
    message: 'there are fewer witnesses than that',
    path: ['quorum'],
  });

/** Who must have seen the log, and how soon. */
export type WitnessPolicy = z.output<typeof witnessPolicySchema>;
