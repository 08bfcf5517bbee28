import { Command } from 'commander';

/** Prepares a new key of a log; of the gateway's own where none is named. */
export type RotateLogKey = (log: string | undefined) => Promise<{ readonly origin: string }>;

/** `lukou log-key`: the keys that sign this gateway's disclosure logs. */
export function buildLogKeyCommand(rotate: RotateLogKey): Command {
  const command = new Command('log-key').description('the keys that sign this gateway’s disclosure logs');
  command
    .command('rotate')
    .description(
      'make a new key, which takes over at the next start with a record and a head that both keys sign',
    )
    .option('--log <name>', 'another log of the data folder, such as gateway-operator')
    .addHelpText('after', '\nExample:\n  lukou log-key rotate')
    .action(async ({ log }: { log?: string }) => {
      const { origin } = await rotate(log);
      const when = log === undefined ? 'the gateway starts next' : 'that log is opened next';
      process.stdout.write(`A new key of ${origin} takes over when ${when}.\n`);
    });
  return command;
}
