import { type Command, Option } from 'commander';

/** Who sits at a terminal: a sample caller of the development issuer, or the file that holds their token. */
export type Person = { readonly caller: string } | { readonly tokenFile: string };

/** What the options of {@link withPerson} give. */
export interface PersonOptions {
  readonly as?: string;
  readonly tokenFile?: string;
}

/** Adds the options by which a person says who they are. */
export function withPerson(command: Command, callers: readonly string[]): Command {
  return command
    .addOption(
      new Option('--as <caller>', 'a sample caller, of the development issuer')
        .choices(callers)
        .conflicts('tokenFile'),
    )
    .option('--token-file <file>', 'the file that holds your token');
}

/** Who it is; ends the command where nobody is named. */
export function readPerson(options: PersonOptions, command: Command): Person {
  return findPerson(options) ?? command.error('error: write who you are: --as or --token-file');
}

/** Who it is; null where nobody is named. */
export function findPerson({ as: caller, tokenFile }: PersonOptions): Person | null {
  if (caller !== undefined) return { caller };
  return tokenFile === undefined ? null : { tokenFile };
}
