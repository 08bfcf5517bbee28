import { Command } from 'commander';
import { addCustodyCommands } from './custody-commands.ts';
import { addFoundCommands } from './found-commands.ts';
import { addReleaseCommand } from './release-command.ts';
import { addReportCommands } from './report-commands.ts';

const HELP = `
Events 收、发、传、阅、存、销: receive, issue, transmit, read, store, destroy.
Every command that writes prints the new head, entries and root of the tree over them. Write it into a paper book:
"lukou register verify --head" then proves that nothing was taken away since.

The passphrase is typed at the terminal, or read from a file descriptor; never from the command line or environment.
It runs only while no network interface is up and no default route exists.`;

/** The command line of the register. */
export function buildRegisterProgram(): Command {
  const program = new Command('lukou register')
    .description('涉密载体登记簿: the ledger of classified carriers, for a machine without a network.')
    .showHelpAfterError('(lukou register --help lists the commands)')
    .configureHelp({ sortSubcommands: false })
    .addHelpText('after', HELP);
  addFoundCommands(program);
  addCustodyCommands(program);
  addReportCommands(program);
  addReleaseCommand(program);
  return program;
}
