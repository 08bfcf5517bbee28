import { type Command, Option } from 'commander';
import { signDestruction } from '../key/person-key.ts';
import type { CarrierDetails, RegisterEvent } from '../model/entry.ts';
import { LEVELS, readLevel } from '../model/levels.ts';
import { refuse } from '../model/refuse.ts';
import {
  askPassphrase,
  openHands,
  printHead,
  type TwoPersonOptions,
  withTwoPersons,
  withWriter,
  writeEntry,
  type WriterOptions,
} from './session.ts';
import { addEntry, openRegister } from '../file/register-file.ts';
import { systemClock } from '../../base/index.ts';

type Noted = WriterOptions & { readonly note?: string };

interface ReceiveOptions extends Noted {
  readonly backFrom?: string;
  readonly type: 'document' | 'medium';
  readonly title?: string;
  readonly level?: string;
  readonly origin?: string;
  readonly custodian?: string;
  readonly term?: string;
  readonly copy?: string;
  readonly serial?: string;
  readonly cabinet?: string;
  readonly scope?: string;
}

/** 收、发、传、阅、存、销: the six events of custody. */
export function addCustodyCommands(program: Command): void {
  const custody = (name: string, description: string): Command =>
    withWriter(program.command(name))
      .description(description)
      .argument('<number>', 'ledger number 编号')
      .option('--note <text>', 'what else is to be known 备注');

  custody('receive', 'take in a new carrier, or one that comes back 收')
    .option('--back-from <holder>', 'it comes back from here; then nothing else is stated 收回')
    .addOption(
      new Option('--type <type>', 'what it is 类型').choices(['document', 'medium']).default('document'),
    )
    .option('--title <text>', 'title 名称')
    .option('--level <level>', `${Object.values(LEVELS).join(', ')}, or in English 密级`)
    .option('--origin <unit>', 'the unit that it came from 来文单位')
    .option('--custodian <person>', 'who keeps it 保管人')
    .option('--term <text>', 'how long it is secret 保密期限')
    .option('--copy <text>', 'number of the copy 份号')
    .option('--serial <text>', 'serial number of a medium 序列号')
    .option('--cabinet <text>', 'where it will be kept 柜号')
    .option('--scope <persons>', 'who may know of it, persons and units, with commas between 知悉范围')
    .addHelpText(
      'after',
      '\nExamples:\n  lukou register receive 2026-017 --title 值班表 --level 秘密 --term 1年 --origin 市局 --custodian 王敏 --by 王敏' +
        '\n  lukou register receive 2026-017 --back-from 李强 --by 王敏',
    )
    .action((no: string, options: ReceiveOptions) => writeEvent(options, receive(no, options)));

  custody('issue', 'hand it out to a person, until a day 发')
    .requiredOption('--to <person>', 'who gets it 领用人')
    .requiredOption('--due <day>', 'by when it is back, like 2026-03-31 应还日期')
    .action((carrier: string, options: Noted & { to: string; due: string }) =>
      writeEvent(options, { kind: 'issue', carrier, ...noted(options), to: options.to, dueOn: options.due }),
    );

  custody('transmit', 'send it to another unit 传')
    .requiredOption('--to <unit>', 'where it goes 送往单位')
    .requiredOption('--courier <person>', 'who carries it 递送人')
    .option('--due <day>', 'by when it is back, where it comes back 应还日期')
    .action((carrier: string, options: Noted & { to: string; courier: string; due?: string }) => {
      const { to, courier, due } = options;
      const back = due === undefined ? {} : { dueOn: due };
      return writeEvent(options, { kind: 'transmit', carrier, ...noted(options), to, courier, ...back });
    });

  custody('read', 'take down that a person read it 阅')
    .requiredOption('--reader <person>', 'who read it 阅者')
    .action((carrier: string, options: Noted & { reader: string }) =>
      writeEvent(options, { kind: 'read', carrier, ...noted(options), reader: options.reader }),
    );

  custody('store', 'put it into its cabinet 存')
    .requiredOption('--cabinet <text>', 'which one 柜号')
    .option('--custodian <person>', 'who keeps it from now on 保管人')
    .action((carrier: string, options: Noted & { cabinet: string; custodian?: string }) => {
      const { cabinet, custodian } = options;
      const keeper = custodian === undefined ? {} : { custodian };
      return writeEvent(options, { kind: 'store', carrier, ...noted(options), cabinet, ...keeper });
    });

  withTwoPersons(program.command('destroy'))
    .description('destroy it; both persons type their own passphrase 销（两人监销）')
    .argument('<number>', 'ledger number 编号')
    .requiredOption('--method <text>', 'how 销毁方式')
    .requiredOption('--place <text>', 'where 销毁地点')
    .option('--note <text>', 'what else is to be known 备注')
    .action(destroy);
}

const writeEvent = (options: WriterOptions, event: RegisterEvent): Promise<void> =>
  writeEntry(options, { by: options.by, event });

const noted = ({ note }: Noted): { note?: string } => (note === undefined ? {} : { note });

function receive(carrier: string, options: ReceiveOptions): RegisterEvent {
  const { backFrom } = options;
  if (backFrom !== undefined) return { kind: 'return', carrier, ...noted(options), from: backFrom };
  return { kind: 'receive', carrier, ...noted(options), details: readDetails(options) };
}

function readDetails(options: ReceiveOptions): CarrierDetails {
  const { title, origin, custodian, scope } = options;
  const level = readLevel(options.level ?? '');
  if (title === undefined || origin === undefined || custodian === undefined || level === null)
    throw refuse(
      `State --title, --origin, --custodian and --level (${Object.values(LEVELS).join(', ')}); or --back-from for one that comes back.`,
    );
  const stated = {
    term: options.term,
    copyNo: options.copy,
    serial: options.serial,
    cabinet: options.cabinet,
  };
  return {
    type: options.type === 'medium' ? 'MEDIUM' : 'DOCUMENT',
    title,
    level,
    origin,
    custodian,
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    ...(scope === undefined ? {} : { scope: scope.split(/[,，、]/).map((name) => name.trim()) }),
  };
}

type DestroyOptions = TwoPersonOptions & Noted & { readonly method: string; readonly place: string };

async function destroy(carrier: string, options: DestroyOptions): Promise<void> {
  const passphrase = await askPassphrase(options);
  const { ledger } = openRegister(options.file, passphrase);
  ledger.requireCarrier(carrier);
  const [first, second] = await openHands(ledger, options);
  const { method, place } = options;
  const plain = { kind: 'destroy', carrier, ...noted(options), method, place } as const;
  const persons = [first.person, second.person] as const;
  const signatures = [first, second].map(({ person, key }) => ({
    person,
    signature: signDestruction(ledger.register ?? '', plain, persons, key),
  }));
  const event = { ...plain, signatures: [signatures[0]!, signatures[1]!] as [never, never] };
  printHead(addEntry(options.file, passphrase, systemClock, { by: options.by, event }));
}
