import { Command, Option } from 'commander';
import { INCIDENT_MOVES, type IncidentState } from '../../classification/index.ts';

/** What a person says of an incident, as it is written at a terminal. */
export interface AskedStep {
  readonly id: string;
  readonly state: IncidentState;
  readonly note: string;
  /** A sample caller of the development issuer, or the file that holds the person's token. */
  readonly by: { readonly caller: string } | { readonly tokenFile: string };
}

/** Takes the step; returns the state that the incident is in now, and the index of the record. */
export type JudgeIncident = (
  asked: AskedStep,
) => Promise<{ readonly state: IncidentState; readonly index: number }>;

interface Options {
  readonly as?: string;
  readonly tokenFile?: string;
  readonly note: string;
  readonly json?: true;
}

const STATES = [...new Set(INCIDENT_MOVES.filter(({ by }) => by === 'person').map(({ to }) => to))];

/** `lukou guard incident`: says what became of an incident, step by step. */
export function buildIncidentCommand(callers: readonly string[], judge: JudgeIncident): Command {
  return new Command('incident')
    .description('take an incident of the guard one step further, for an agency whose data it is')
    .argument('<id>', 'id of the incident (Query.guardIncidents)')
    .addOption(new Option('--to <state>', 'what it is now').choices(STATES).makeOptionMandatory())
    .addOption(
      new Option('--as <caller>', 'a sample caller, of the development issuer')
        .choices(callers)
        .conflicts('tokenFile'),
    )
    .option('--token-file <file>', 'the file that holds your token')
    .requiredOption('--note <text>', 'why, in at most 1,000 characters')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nFALSE_POSITIVE counts once two different persons have said so.\n' +
        '\nExample:\n  lukou guard incident 019c... --as auditor --to REPORTED --note "Told the secrecy office, no. 12."',
    )
    .action(async (id: string, options: Options & { to: IncidentState }, command: Command) => {
      const { as: caller, tokenFile, to: state, note, json } = options;
      if (caller === undefined && tokenFile === undefined)
        command.error('error: write who you are: --as or --token-file');
      const by = caller === undefined ? { tokenFile: tokenFile ?? '' } : { caller };
      const judged = await judge({ id, state, note, by });
      const pending = judged.state === state ? '' : ` (${state} waits for a second person)`;
      process.stdout.write(
        json === true
          ? `${JSON.stringify({ id, said: state, ...judged })}\n`
          : `${id}: ${judged.state}${pending}, record ${judged.index}\n`,
      );
    });
}
