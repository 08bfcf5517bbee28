import { Command } from 'commander';
import { type Person, type PersonOptions, readPerson, withPerson } from './read-person.ts';

/** A hold, as it is written at a terminal. */
export interface AskedHold {
  readonly caseReference: string;
  /** The agency whose case it is. */
  readonly agency: string;
  readonly untilMs: number;
  readonly by: Person;
}

/** Sets a hold, and returns the index of its record. */
export type HoldCase = (asked: AskedHold) => Promise<number>;

interface Options extends PersonOptions {
  readonly agency: string;
  readonly until: string;
  readonly json?: true;
}

// A time without an offset would be the terminal's own.
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/;

/** `lukou hold`: keeps an investigation from whom it is about. */
export function buildHoldCommand(callers: readonly string[], hold: HoldCase): Command {
  return withPerson(new Command('hold'), callers)
    .description('leave the records for a case out of what people are told who looked at them, for a while')
    .argument('<case>', 'number of the case')
    .requiredOption('--agency <code>', 'the agency whose case it is')
    .requiredOption('--until <instant>', 'when the hold ends, within 180 days: 2026-06-01T00:00:00+08:00')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExample:\n  lukou hold A-2026-0107 --agency AG-TRAFFIC-POLICE --until 2026-06-01T00:00:00+08:00 --as steward',
    )
    .action(async (caseReference: string, options: Options, command: Command) => {
      const { agency, until, json } = options;
      const by = readPerson(options, command);
      const untilMs = INSTANT.test(until) ? Date.parse(until) : NaN;
      if (Number.isNaN(untilMs))
        command.error('error: write --until with its offset: 2026-06-01T00:00:00+08:00');
      const index = await hold({ caseReference, agency, untilMs, by });
      process.stdout.write(
        json === true
          ? `${JSON.stringify({ case: caseReference, agency, until, index })}\n`
          : `${caseReference} is held until ${until}, record ${index}\n`,
      );
    });
}
