import { Command, Option } from 'commander';
import { type Person, type PersonOptions, readPerson, withPerson } from '../read-person.ts';
import { readInstant } from './read-bound.ts';

/** What one person approves to go from a log: what was written before an instant. */
interface ApprovedRemoval {
  readonly log: string;
  readonly before: Date;
  readonly by: Person;
}

/** How far an approval has come: two people are needed. */
interface Approvals {
  readonly log: string;
  readonly toIndex: number;
  readonly approvals: number;
}

/** What is done about keeping the log; main brings it. */
export interface RetentionActions {
  /** Approves that the records of a log before an instant go. */
  prune(asked: ApprovedRemoval): Promise<Approvals>;
  /** Approves that the detail of these records goes. */
  eraseDetail(asked: ApprovedRemoval): Promise<Approvals>;
  /** Holds a log, or all of them, and gives the hold's id. */
  hold(asked: { readonly log: string | null; readonly reason: string; readonly by: Person }): Promise<string>;
  endHold(asked: { readonly id: string; readonly by: Person }): Promise<void>;
  /** Closes a log for good. */
  closeLog(log: string): Promise<void>;
}

/** `lukou audit prune`, `erase`, `hold` and `close`. */
export function buildRetentionCommands(
  callers: readonly string[],
  actions: RetentionActions,
): readonly Command[] {
  const print = (text: string): void => void process.stdout.write(text);

  const removal = (
    name: string,
    description: string,
    approve: RetentionActions['prune'],
    inProgress: string,
  ): Command => {
    const command = withPerson(new Command(name), callers)
      .description(description)
      .requiredOption(
        '--before <instant>',
        'what was written before, as 2025-01-01T00:00:00+08:00',
        readInstant,
      )
      .requiredOption('--log <name>', 'the log')
      .addHelpText(
        'after',
        `\nExample:\n  lukou audit ${name} --log gateway --before 2023-01-01T00:00:00+08:00 --token-file auditor.token`,
      )
      .action(async (options: PersonOptions & { before: Date; log: string }) => {
        const { before, log } = options;
        const { toIndex, approvals } = await approve({ before, log, by: readPerson(options, command) });
        const next =
          approvals < 2
            ? 'another auditor has to approve it'
            : `the process that writes the log ${inProgress} it`;
        print(`${log}, records before ${toIndex}: ${approvals} of 2 approvals; ${next}\n`);
      });
    return command;
  };
  const prune = removal(
    'prune',
    'approve that the oldest records of a log go; they go once two auditors have',
    (asked) => actions.prune(asked),
    'prunes',
  );
  const erase = removal(
    'erase',
    'approve that the detail of a log’s oldest records goes, and the records stay; it goes once two auditors have',
    (asked) => actions.eraseDetail(asked),
    'erases',
  );

  const hold = withPerson(new Command('hold'), callers)
    .description('keep a log, or all of them, from being pruned; or end such a hold')
    .addOption(new Option('--reason <text>', 'why, in at most 1,000 characters').conflicts('lift'))
    .option('--log <name>', 'the log; all unless given')
    .option('--lift <id>', 'the hold that ends')
    .addHelpText(
      'after',
      '\nExample:\n  lukou audit hold --log gateway --reason "Court order 12" --token-file auditor.token',
    )
    .action(async (options: PersonOptions & { reason?: string; log?: string; lift?: string }) => {
      const { reason, log = null, lift } = options;
      const by = readPerson(options, hold);
      if (lift !== undefined) {
        await actions.endHold({ id: lift, by });
        print(`${lift} has ended\n`);
      } else if (reason === undefined) hold.error('error: write --reason or --lift');
      else print(`${await actions.hold({ log, reason, by })} holds ${log ?? 'all logs'}\n`);
    });

  const close = new Command('close')
    .description('close a log for good, while its gateway is stopped')
    .requiredOption('--log <name>', 'the log')
    .addHelpText('after', '\nExample:\n  lukou audit close --log gateway-4')
    .action(async ({ log }: { log: string }) => {
      await actions.closeLog(log);
      print(`${log} is closed\n`);
    });

  return [prune, erase, hold, close];
}
