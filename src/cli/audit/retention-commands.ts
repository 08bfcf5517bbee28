import { Command, Option } from 'commander';
import { type Person, type PersonOptions, readPerson, withPerson } from '../read-person.ts';
import { readInstant } from './read-bound.ts';

/** What is done about keeping the log; main brings it. */
export interface RetentionActions {
  /** Approves that the records of a log before an instant go. */
  prune(asked: { readonly log: string; readonly before: Date; readonly by: Person }): Promise<{
    readonly log: string;
    readonly toIndex: number;
    readonly approvals: number;
  }>;
  /** Holds a log, or all of them, and gives the hold's id. */
  hold(asked: { readonly log: string | null; readonly reason: string; readonly by: Person }): Promise<string>;
  endHold(asked: { readonly id: string; readonly by: Person }): Promise<void>;
  /** Closes a log for good. */
  closeLog(log: string): Promise<void>;
}

/** `lukou audit prune`, `hold` and `close`. */
export function buildRetentionCommands(
  callers: readonly string[],
  actions: RetentionActions,
): readonly Command[] {
  const print = (text: string): void => void process.stdout.write(text);

  const prune = withPerson(new Command('prune'), callers)
    .description('approve that the oldest records of a log go; they go once two auditors have')
    .requiredOption(
      '--before <instant>',
      'what was written before, as 2025-01-01T00:00:00+08:00',
      readInstant,
    )
    .requiredOption('--log <name>', 'the log')
    .addHelpText(
      'after',
      '\nExample:\n  lukou audit prune --log gateway --before 2023-01-01T00:00:00+08:00 --token-file auditor.token',
    )
    .action(async (options: PersonOptions & { before: Date; log: string }) => {
      const { before, log } = options;
      const { toIndex, approvals } = await actions.prune({ before, log, by: readPerson(options, prune) });
      const next =
        approvals < 2 ? 'another auditor has to approve it' : 'the process that writes the log prunes it';
      print(`${log}, records before ${toIndex}: ${approvals} of 2 approvals; ${next}\n`);
    });

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

  return [prune, hold, close];
}
