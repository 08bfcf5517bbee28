import type { Command } from 'commander';
import { systemClock } from '../../base/index.ts';
import { addEntry, foundRegister } from '../file/register-file.ts';
import { makePersonKey } from '../key/person-key.ts';
import type { RegisterEvent } from '../model/entry.ts';
import {
  askPassphrase,
  askPersonSecret,
  type FileOptions,
  printHead,
  readDescriptorNumber,
  readRegister,
  withFile,
  withWriter,
  type WriterOptions,
} from './session.ts';

interface SecretOptions extends WriterOptions {
  readonly secretFd?: number;
}

/** `init`, `enrol` and `persons`: the register and who may write in it. */
export function addFoundCommands(program: Command): void {
  withWriter(program.command('init'))
    .description('make a new register, and enrol its first person 建账')
    .requiredOption('--unit <name>', 'whose register it is 单位')
    .option('--secret-fd <number>', 'read the person’s passphrase from here', readDescriptorNumber)
    .addHelpText('after', '\nExample:\n  lukou register init --unit 森林公安分局 --by 王敏')
    .action(async (options: SecretOptions & { readonly unit: string }) => {
      const { file, by, unit } = options;
      const passphrase = await askPassphrase(options, true);
      const secret = await askPersonSecret(by, options.secretFd, true);
      foundRegister(file, passphrase, { by, unit }, systemClock);
      printHead(addEntry(file, passphrase, systemClock, { by, event: enrol(by, secret) }));
    });

  withWriter(program.command('enrol'))
    .description('enrol a person, with a passphrase of their own 登记人员')
    .argument('<person>', 'name 姓名')
    .option('--secret-fd <number>', 'read the person’s passphrase from here', readDescriptorNumber)
    .action(async (person: string, options: SecretOptions) => {
      const passphrase = await askPassphrase(options);
      const secret = await askPersonSecret(person, options.secretFd, true);
      const entry = { by: options.by, event: enrol(person, secret) };
      printHead(addEntry(options.file, passphrase, systemClock, entry));
    });

  withFile(program.command('persons'))
    .description('print the persons’ public keys, as a gateway lists its signers 人员公钥')
    .action(async (options: FileOptions) => {
      const { ledger } = await readRegister(options);
      const signers = [...ledger.persons.values()].map(({ name, keyId, publicKey }) => ({
        person: name,
        keyId,
        publicKey,
      }));
      process.stdout.write(`${JSON.stringify({ signers }, null, 2)}\n`);
    });
}

function enrol(person: string, secret: string): RegisterEvent {
  return { kind: 'enrol', person, ...makePersonKey(secret) };
}
