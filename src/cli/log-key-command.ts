import { Command } from 'commander';

/** `lukou log-key`: the key that signs this gateway's disclosure log. */
export function buildLogKeyCommand(rotate: () => Promise<{ readonly origin: string }>): Command {
  const command = new Command('log-key').description('the key that signs this gateway’s disclosure log');
  command
    .command('rotate')
    .description(
      'make a new key, which takes over at the next start with a record and a head that both keys sign',
    )
    .addHelpText('after', '\nExample:\n  lukou log-key rotate')
    .action(async () => {
      const { origin } = await rotate();
      process.stdout.write(`A new key of ${origin} takes over when the gateway starts next.\n`);
    });
  return command;
}
