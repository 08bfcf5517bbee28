import { Command, InvalidArgumentError } from 'commander';
import { readInstant } from './audit/read-bound.ts';
import { type Person, type PersonOptions, readPerson, withPerson } from './read-person.ts';

/** An epoch of subjects, as it is listed. */
export interface ListedEpoch {
  readonly epoch: number;
  /** Null: from the beginning. */
  readonly from: Date | null;
  /** Null: until there is another. */
  readonly to: Date | null;
  readonly state: 'of the secret' | 'kept' | 'destroyed';
}

/** What is done about the keys that stand for persons and vehicles; main brings it. */
export interface SubjectKeyActions {
  list(): readonly ListedEpoch[];
  /** Makes the key of a new epoch; null lets it begin as soon as may be. */
  rotate(from: Date | null): Promise<{ readonly epoch: number; readonly from: Date }>;
  /** Approves that the key of an epoch is destroyed, which is done with the second approval. */
  destroy(asked: { readonly epoch: number; readonly by: Person }): Promise<{ readonly approvals: number }>;
}

/** `lukou subject-key`: the keys by which records name persons and vehicles. */
export function buildSubjectKeyCommand(callers: readonly string[], actions: SubjectKeyActions): Command {
  const command = new Command('subject-key').description(
    'the keys by which records of the log name persons and vehicles, one an epoch',
  );
  const print = (text: string): void => void process.stdout.write(text);

  command
    .command('list')
    .description('list the epochs')
    .action(() => {
      for (const { epoch, from, to, state } of actions.list())
        print(
          `${epoch}  ${from?.toISOString() ?? 'the beginning'} to ${to?.toISOString() ?? 'the next'}  ${state}\n`,
        );
    });

  command
    .command('rotate')
    .description('begin a new epoch with a key of its own; older keys stay for searches')
    .option('--from <instant>', 'when it begins; in two minutes unless given', readInstant)
    .addHelpText('after', '\nExample:\n  lukou subject-key rotate --from 2027-01-01T00:00:00+08:00')
    .action(async ({ from = null }: { from?: Date | null }) => {
      const made = await actions.rotate(from);
      print(`Epoch ${made.epoch} begins at ${made.from.toISOString()}. Back up its key.\n`);
    });

  const destroy = withPerson(new Command('destroy'), callers)
    .description('approve that the key of a past epoch is destroyed; it is once two auditors have')
    .requiredOption('--epoch <number>', 'the epoch, as lukou subject-key list says', readEpoch)
    .addHelpText('after', '\nExample:\n  lukou subject-key destroy --epoch 2 --token-file auditor.token')
    .action(async (options: PersonOptions & { epoch: number }) => {
      const { epoch } = options;
      const { approvals } = await actions.destroy({ epoch, by: readPerson(options, destroy) });
      const next =
        approvals < 2
          ? 'another auditor has to approve it'
          : 'its key is destroyed: destroy the copies in backups and other data folders too';
      print(`epoch ${epoch}: ${approvals} of 2 approvals; ${next}\n`);
    });
  return command.addCommand(destroy);
}

function readEpoch(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 on.');
  return Number(text);
}
