import { Command, Option } from 'commander';
import { type Person, type PersonOptions, readPerson, withPerson } from './read-person.ts';

/** A review, as it is written at a terminal. */
export interface AskedReview {
  readonly id: string;
  readonly verdict: 'JUSTIFIED' | 'UNJUSTIFIED';
  readonly note: string;
  readonly by: Person;
}

/** Makes a review, and returns the index of its record. */
export type Review = (asked: AskedReview) => Promise<number>;

interface Options extends PersonOptions {
  readonly justified?: true;
  readonly unjustified?: true;
  readonly note: string;
}

/** `lukou review`: says whether it was right to break the glass. */
export function buildReviewCommand(callers: readonly string[], review: Review): Command {
  return withPerson(new Command('review'), callers)
    .description('say whether a use of a broken glass was justified, for the agency whose data it opened')
    .argument('<id>', 'id of the use (Query.breakGlassUses)')
    .addOption(new Option('--justified', 'it was right').conflicts('unjustified'))
    .option('--unjustified', 'it was not')
    .requiredOption('--note <text>', 'why, in at most 1,000 characters')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  lukou review 019c... --as justice-steward --justified --note "The caller was found alive."',
    )
    .action(async (id: string, options: Options & { json?: true }, command: Command) => {
      const { justified, unjustified, note, json } = options;
      if (justified === undefined && unjustified === undefined)
        command.error('error: write --justified or --unjustified');
      const by = readPerson(options, command);
      const verdict = justified === true ? 'JUSTIFIED' : 'UNJUSTIFIED';
      const index = await review({ id, verdict, note, by });
      process.stdout.write(
        json === true
          ? `${JSON.stringify({ id, verdict, index })}\n`
          : `${id}: ${verdict}, record ${index}\n`,
      );
    });
}
