import { Command, Option } from 'commander';

/** A review, as it is written at a terminal. */
export interface AskedReview {
  readonly id: string;
  readonly verdict: 'JUSTIFIED' | 'UNJUSTIFIED';
  readonly note: string;
  /** A sample caller of the development issuer, or the file that holds the reviewer's token. */
  readonly by: { readonly caller: string } | { readonly tokenFile: string };
}

/** Makes a review, and returns the index of its record. */
export type Review = (asked: AskedReview) => Promise<number>;

interface Options {
  readonly as?: string;
  readonly tokenFile?: string;
  readonly justified?: true;
  readonly unjustified?: true;
  readonly note: string;
}

/** `lukou review`: says whether it was right to break the glass. */
export function buildReviewCommand(callers: readonly string[], review: Review): Command {
  return new Command('review')
    .description('say whether a use of a broken glass was justified, for the agency whose data it opened')
    .argument('<id>', 'id of the use (Query.breakGlassUses)')
    .addOption(
      new Option('--as <caller>', 'a sample caller, of the development issuer')
        .choices(callers)
        .conflicts('tokenFile'),
    )
    .option('--token-file <file>', 'the file that holds your token')
    .addOption(new Option('--justified', 'it was right').conflicts('unjustified'))
    .option('--unjustified', 'it was not')
    .requiredOption('--note <text>', 'why, in at most 1,000 characters')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  lukou review 019c... --as justice-steward --justified --note "The caller was found alive."',
    )
    .action(async (id: string, options: Options & { json?: true }, command: Command) => {
      const { as: caller, tokenFile, justified, unjustified, note, json } = options;
      if (justified === undefined && unjustified === undefined)
        command.error('error: write --justified or --unjustified');
      if (caller === undefined && tokenFile === undefined)
        command.error('error: write who you are: --as or --token-file');
      const verdict = justified === true ? 'JUSTIFIED' : 'UNJUSTIFIED';
      const by = caller === undefined ? { tokenFile: tokenFile ?? '' } : { caller };
      const index = await review({ id, verdict, note, by });
      process.stdout.write(
        json === true
          ? `${JSON.stringify({ id, verdict, index })}\n`
          : `${id}: ${verdict}, record ${index}\n`,
      );
    });
}
