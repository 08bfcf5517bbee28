import { writeFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { LukouError, dayOf, systemClock } from '../../base/index.ts';
import { addEntry, cutTornTail, openRegister } from '../file/register-file.ts';
import type { ReadLedger } from '../file/read-ledger.ts';
import type { Carrier } from '../model/carrier.ts';
import { findOverdue, findViolations, type Violation } from '../model/find-findings.ts';
import { LEVELS } from '../model/levels.ts';
import { CARRIER_STATES } from '../model/transitions.ts';
import { layOutLedger } from '../print/ledger-sheet.ts';
import { printHtml } from '../print/print-html.ts';
import { printText } from '../print/print-text.ts';
import { STATE_WORDS } from '../print/words.ts';
import {
  askPassphrase,
  type FileOptions,
  printHead,
  readRegister,
  withFile,
  withWriter,
  type WriterOptions,
} from './session.ts';

type Json = { readonly json?: boolean };
const JSON_OPTION = ['--json', 'print one JSON document'] as const;

/** What is read from the register, and inspections, whose report is read from it. */
export function addReportCommands(program: Command): void {
  withWriter(program.command('inspect'))
    .description('take down where a medium was seen in use, and report violations 检查介质')
    .argument('<number>', 'ledger number 编号')
    .addOption(
      new Option('--side <side>', 'on which side 涉密侧/非密侧')
        .choices(['classified', 'open'])
        .makeOptionMandatory(),
    )
    .requiredOption('--machine <text>', 'on which machine 设备')
    .option('--note <text>', 'what else is to be known 备注')
    .addHelpText('after', '\nExit status 1 where the medium was seen on an open machine, now or before.')
    .action(inspect);

  withFile(program.command('list'))
    .description('print the carriers 台账')
    .addOption(new Option('--state <state>', 'only those in this state').choices(CARRIER_STATES.slice(1)))
    .option(...JSON_OPTION)
    .action(async (options: FileOptions & Json & { state?: string }) => {
      const { ledger } = await readRegister(options);
      const carriers = [...ledger.carriers.values()];
      printCarriers(
        carriers.filter(({ state }) => options.state === undefined || state === options.state),
        options,
      );
    });

  withFile(program.command('overdue'))
    .description('print what should be back by now; exit status 1 where there is any 逾期未还')
    .option(...JSON_OPTION)
    .action(async (options: FileOptions & Json) => {
      const { ledger } = await readRegister(options);
      const overdue = findOverdue(ledger, dayOf(systemClock.nowMs()));
      printCarriers(overdue, options);
      if (overdue.length > 0) process.exitCode = 1;
    });

  withFile(program.command('verify'))
    .description('check every entry, its place and its signatures, and print the head 核验')
    .option(
      '--head <size:root>',
      'a head that was written down before: the register must still hold it',
      readHead,
    )
    .option('--cut-torn-tail', 'set aside what a write that was cut off left behind')
    .option('--by <person>', 'who sets it aside')
    .action(verify);

  withFile(program.command('print'))
    .description('print the ledger, Chinese first 打印登记簿')
    .addOption(
      new Option('--format <format>', 'plain text, or a page to print')
        .choices(['text', 'html'])
        .default('text'),
    )
    .option('--out <path>', 'write to a new file instead of the terminal')
    .action(async (options: FileOptions & { format: 'text' | 'html'; out?: string }) => {
      const read = await readRegister(options);
      const sheet = layOutLedger(read.ledger, headOf(read), new Date(systemClock.nowMs()).toISOString());
      const text = options.format === 'html' ? printHtml(sheet) : printText(sheet);
      if (options.out === undefined) process.stdout.write(text);
      else writeFileSync(options.out, text, { flag: 'wx', mode: 0o600 });
    });
}

type InspectOptions = WriterOptions & { side: 'classified' | 'open'; machine: string; note?: string };

async function inspect(carrier: string, options: InspectOptions): Promise<void> {
  const { side, machine, note, by } = options;
  const noted = note === undefined ? {} : { note };
  const seen = side === 'open' ? 'OPEN' : 'CLASSIFIED';
  const event = { kind: 'inspect', carrier, ...noted, side: seen, machine } as const;
  const passphrase = await askPassphrase(options);
  printHead(addEntry(options.file, passphrase, systemClock, { by, event }));
  const { ledger } = openRegister(options.file, passphrase);
  const violations = findViolations(ledger).filter(({ carrier: { no } }) => no === carrier);
  violations.forEach(printViolation);
  if (violations.length > 0) process.exitCode = 1;
}

function printViolation({ carrier: { no, title, serial }, sightings }: Violation): void {
  process.stdout.write(`违规 VIOLATION  ${no}  ${title}  ${serial ?? ''}\n`);
  for (const { side, machine, at, by } of sightings)
    process.stdout.write(
      `  ${at}  ${side === 'OPEN' ? '非密侧 open' : '涉密侧 classified'}  ${machine}  ${by}\n`,
    );
}

function printCarriers(carriers: readonly Carrier[], { json }: Json): void {
  if (json === true) process.stdout.write(`${JSON.stringify(carriers.map(withoutHistory))}\n`);
  else
    for (const { no, level, title, state, holder, dueOn } of carriers) {
      const words = [no, LEVELS[level], title, STATE_WORDS[state], holder ?? '', dueOn ?? ''];
      process.stdout.write(`${words.filter((word) => word !== '').join('  ')}\n`);
    }
}

const withoutHistory = ({ history: _history, ...carrier }: Carrier): object => carrier;

const headOf = ({ roots }: ReadLedger) => ({ size: roots.length, root: roots.at(-1)! });

interface KnownHead {
  readonly size: number;
  readonly root: string;
}

type VerifyOptions = FileOptions & { head?: KnownHead; cutTornTail?: boolean; by?: string };

async function verify(options: VerifyOptions): Promise<void> {
  if (options.cutTornTail === true) return cutTail(options);
  const read = await readRegister(options);
  const { head } = options;
  if (head !== undefined && read.roots[head.size - 1] !== head.root)
    throw new LukouError(
      'REGISTER_DAMAGED',
      `It does not hold the ${head.size} entries of that head: some were taken away, or others put in their place.`,
    );
  printHead(headOf(read));
  const violations = findViolations(read.ledger);
  violations.forEach(printViolation);
  if (read.tornBytes > 0) process.exitCode = 1;
}

async function cutTail(options: VerifyOptions): Promise<void> {
  if (options.by === undefined) throw new LukouError('REGISTER_REFUSED', 'Name who sets it aside: --by.');
  const aside = cutTornTail(options.file, await askPassphrase(options), options.by, systemClock);
  process.stdout.write(aside === null ? 'nothing is torn\n' : `set aside in ${aside}\n`);
}

function readHead(text: string): KnownHead {
  const [, size, root] = /^([1-9]\d{0,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (size === undefined || root === undefined)
    throw new InvalidArgumentError('Write a head as verify prints it: 12:3f…');
  return { size: Number(size), root };
}
