import { type Command, InvalidArgumentError } from 'commander';
import { systemClock } from '../../base/index.ts';
import { addEntry, type LedgerHead, type NewEntry, openRegister } from '../file/register-file.ts';
import type { ReadLedger } from '../file/read-ledger.ts';
import { openPersonKey } from '../key/person-key.ts';
import { readSecret } from '../key/read-secret.ts';
import type { Ledger } from '../model/ledger.ts';
import type { ReleaseHand } from '../release/make-release.ts';

/** Which file, and where its passphrase comes from. */
export interface FileOptions {
  readonly file: string;
  readonly passphraseFd?: number;
}

/** Who writes. */
export interface WriterOptions extends FileOptions {
  readonly by: string;
}

/** The two persons of an act that one alone may not do. */
export interface TwoPersonOptions extends WriterOptions {
  readonly with: string;
  readonly secretFd?: number;
  readonly secondSecretFd?: number;
}

/** A file descriptor, for commander. */
export function readDescriptorNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError('Write the number of a file descriptor.');
  return value;
}

/** Adds the options that every command has. */
export function withFile(command: Command): Command {
  return command
    .option('-f, --file <path>', 'the register file 登记簿文件', 'register.lukou')
    .option(
      '--passphrase-fd <number>',
      'read its passphrase from this file descriptor',
      readDescriptorNumber,
    );
}

/** Adds the options of a command that writes. */
export function withWriter(command: Command): Command {
  return withFile(command).requiredOption('--by <person>', 'who writes this 经办人');
}

/** Adds the options of an act of two persons. */
export function withTwoPersons(command: Command): Command {
  return withWriter(command)
    .requiredOption('--with <person>', 'the second person 第二人')
    .option('--secret-fd <number>', 'read the first person’s passphrase from here', readDescriptorNumber)
    .option(
      '--second-secret-fd <number>',
      'read the second person’s passphrase from here',
      readDescriptorNumber,
    );
}

/** The passphrase of the file. */
export const askPassphrase = (options: FileOptions, isNew = false): Promise<string> =>
  readSecret({ descriptor: options.passphraseFd, prompt: 'Passphrase of the register 登记簿口令', isNew });

/** The passphrase of a person. */
export const askPersonSecret = (
  person: string,
  descriptor: number | undefined,
  isNew = false,
): Promise<string> => readSecret({ descriptor, prompt: `Passphrase of ${person} 个人口令`, isNew });

/** Opens the register for reading, and says where its end is torn. */
export async function readRegister(options: FileOptions): Promise<ReadLedger> {
  const read = openRegister(options.file, await askPassphrase(options));
  if (read.tornBytes > 0)
    process.stderr.write(
      `lukou: a write was cut off: ${read.tornBytes} bytes at the end are no entry, and were never confirmed. ` +
        'Set them aside: lukou register verify --cut-torn-tail\n',
    );
  return read;
}

/** Adds an entry, and prints the new head. */
export async function writeEntry(options: FileOptions, entry: NewEntry): Promise<void> {
  printHead(addEntry(options.file, await askPassphrase(options), systemClock, entry));
}

/** Opens the keys of both persons. */
export async function openHands(
  ledger: Ledger,
  options: TwoPersonOptions,
): Promise<readonly [ReleaseHand, ReleaseHand]> {
  const open = async (name: string, descriptor: number | undefined): Promise<ReleaseHand> => {
    const person = ledger.requirePerson(name);
    const key = openPersonKey(person, await askPersonSecret(name, descriptor));
    return { person: name, keyId: person.keyId, key };
  };
  return [await open(options.by, options.secretFd), await open(options.with, options.secondSecretFd)];
}

/** Prints what proves the file later. */
export function printHead({ size, root }: LedgerHead): void {
  process.stdout.write(`${size}:${root}\n`);
}
