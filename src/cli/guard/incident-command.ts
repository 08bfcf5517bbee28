import { Command, Option } from 'commander';
import { INCIDENT_MOVES, type IncidentState } from '../../classification/index.ts';
import { type Person, type PersonOptions, readPerson, withPerson } from '../read-person.ts';

/** What a person says of an incident, as it is written at a terminal. */
export interface AskedStep {
  readonly id: string;
  readonly state: IncidentState;
  readonly note: string;
  readonly by: Person;
}

/** Takes the step; returns the state that the incident is in now, and the index of the record. */
export type JudgeIncident = (
  asked: AskedStep,
) => Promise<{ readonly state: IncidentState; readonly index: number }>;

interface Options extends PersonOptions {
  readonly note: string;
  readonly json?: true;
}

const STATES = [...new Set(INCIDENT_MOVES.filter(({ by }) => by === 'person').map(({ to }) => to))];

/** `lukou guard incident`: says what became of an incident, step by step. */
export function buildIncidentCommand(callers: readonly string[], judge: JudgeIncident): Command {
  return withPerson(new Command('incident'), callers)
    .description('take an incident of the guard one step further, for an agency whose data it is')
    .argument('<id>', 'id of the incident (Query.guardIncidents)')
    .addOption(new Option('--to <state>', 'what it is now').choices(STATES).makeOptionMandatory())
    .requiredOption('--note <text>', 'why, in at most 1,000 characters')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nFALSE_POSITIVE counts once two different persons have said so.\n' +
        '\nExample:\n  lukou guard incident 019c... --as auditor --to REPORTED --note "Told the secrecy office, no. 12."',
    )
    .action(async (id: string, options: Options & { to: IncidentState }, command: Command) => {
      const { to: state, note, json } = options;
      const by = readPerson(options, command);
      const judged = await judge({ id, state, note, by });
      const pending = judged.state === state ? '' : ` (${state} waits for a second person)`;
      process.stdout.write(
        json === true
          ? `${JSON.stringify({ id, said: state, ...judged })}\n`
          : `${id}: ${judged.state}${pending}, record ${judged.index}\n`,
      );
    });
}
