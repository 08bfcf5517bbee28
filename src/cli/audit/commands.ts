import { Command, InvalidArgumentError, Option } from 'commander';
import { collectValues } from '../collect-values.ts';
import { createProgress, type Progress } from '../progress.ts';
import { printTailLine, type TailedRecord } from './print-tail-line.ts';
import { readBound } from './read-bound.ts';
import { buildRetentionCommands, type RetentionActions } from './retention-commands.ts';

/** What an export can be: a bundle that proves itself, or the records in a form that other programs read. */
const EXPORT_FORMATS = ['bundle', 'ocsf', 'jsonl', 'csv'] as const;

/** What is exported, and where to. */
export interface ExportOrder {
  readonly format: (typeof EXPORT_FORMATS)[number];
  readonly out: string;
  /** An index, or an instant. */
  readonly from: number | Date | null;
  readonly to: number | Date | null;
  /** Names of logs; empty for all. */
  readonly logs: readonly string[];
  /** Whether the verifier is put beside a bundle. */
  readonly withVerifier: boolean;
}

/** Where copies of new records go. */
export interface ForwardOrder {
  readonly to: URL;
  /** File that says how far it has come. */
  readonly position: string;
  readonly logs: readonly string[];
}

/** How far a forwarder is behind. */
export interface ForwardLag {
  readonly sent: number;
  readonly waiting: number;
  /** Age of the oldest record that waits; 0 where none does. */
  readonly seconds: number;
  /** Why nothing could be sent; null where it could. */
  readonly trouble: string | null;
}

/** What `lukou audit` does; main brings it. */
export interface AuditActions {
  exportLog(order: ExportOrder, onProgress: Progress['update']): Promise<{ readonly records: number }>;
  /** The auditor's own file, with its arguments; gives the exit status. */
  verify(args: readonly string[]): number;
  /** The last records of each log, then new ones as they come, until the process is interrupted. */
  tail(options: {
    readonly logs: readonly string[];
    readonly lines: number;
    readonly follow: boolean;
  }): AsyncIterable<TailedRecord>;
  forward(order: ForwardOrder, onLag: (lag: ForwardLag) => void): Promise<void>;
  readonly retention: RetentionActions;
}

const LOGS = ['--log <name>', 'a log (repeat for several); all unless given', collectValues, []] as const;

/** `lukou audit ...`: what an operator and an auditor do with the disclosure log. */
export function buildAuditCommand(callers: readonly string[], actions: AuditActions): Command {
  const command = new Command('audit').description(
    'export, verify, follow, forward, prune and close the disclosure log',
  );
  const print = (text: string): void => void process.stdout.write(text);

  command
    .command('export')
    .description('write the log, or a part of it, to a new file')
    .addOption(new Option('--format <format>', 'what to write').choices(EXPORT_FORMATS).default('bundle'))
    .requiredOption('--out <path>', 'the file; it must not be there yet')
    .option('--from <index or instant>', 'the first record: 1000, or 2026-03-01T00:00:00+08:00', readBound)
    .option('--to <index or instant>', 'the record after the last', readBound)
    .option(...LOGS)
    .option('--verifier', 'put audit-verify.mjs beside it, which checks a bundle with Node alone')
    .addHelpText(
      'after',
      '\nExample:\n  lukou audit export --out march.jsonl --from 2026-03-01T00:00:00+08:00',
    )
    .action(async (options: ExportOptions) => {
      const { format, out, from = null, to = null, log: logs, verifier = false } = options;
      const progress = createProgress();
      try {
        const order = { format, out, from, to, logs, withVerifier: verifier };
        const { records } = await actions.exportLog(order, (...step) => progress.update(...step));
        progress.finish();
        print(`${out}: ${records} records\n`);
      } finally {
        progress.finish();
      }
    });

  command
    .command('verify')
    .description('check a bundle; exit status 0 only if it is whole')
    .argument('[args...]', 'as audit-verify.mjs --help says')
    .allowUnknownOption()
    .helpOption(false)
    .action((args: readonly string[]) => {
      process.exitCode = actions.verify(args);
    });

  command
    .command('tail')
    .description('print the last records, and new ones as they come')
    .option('--lines <count>', 'how many of the last records of each log', readCount, 10)
    .option(...LOGS)
    .option('--no-follow', 'end after the last record')
    .addHelpText('after', '\nExample:\n  lukou audit tail --lines 50')
    .action(async (options: { lines: number; log: readonly string[]; follow: boolean }) => {
      const { lines, follow, log: logs } = options;
      const coloured = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
      for await (const record of actions.tail({ logs, lines, follow }))
        print(printTailLine(record, coloured));
    });

  command
    .command('forward')
    .description('send copies of new records to a collector, and show how far behind it is')
    .requiredOption('--to <url>', 'syslog+tcp://host:port, syslog+udp://host:port or https://...', readUrl)
    .requiredOption('--position <file>', 'where it is kept how far it has come')
    .option(...LOGS)
    .addHelpText(
      'after',
      '\nExample:\n  lukou audit forward --to syslog+tcp://siem.example:601 --position siem.position',
    )
    .action(async ({ to, position, log: logs }: { to: URL; position: string; log: readonly string[] }) =>
      actions.forward({ to, position, logs }, (lag) => void process.stderr.write(`${describeLag(lag)}\n`)),
    );

  for (const each of buildRetentionCommands(callers, actions.retention)) command.addCommand(each);
  return command;
}

interface ExportOptions {
  readonly format: ExportOrder['format'];
  readonly out: string;
  readonly from?: number | Date;
  readonly to?: number | Date;
  readonly log: readonly string[];
  readonly verifier?: boolean;
}

function describeLag({ sent, waiting, seconds, trouble }: ForwardLag): string {
  const behind = waiting === 0 ? 'up to date' : `${waiting} waiting, the oldest for ${Math.round(seconds)} s`;
  return `${sent} sent, ${behind}${trouble === null ? '' : `: ${trouble}`}`;
}

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 0 || count > 100_000)
    throw new InvalidArgumentError('Write a whole number, 0 to 100000.');
  return count;
}

const FORWARD_PROTOCOLS = new Set(['syslog+tcp:', 'syslog+udp:', 'https:', 'http:']);

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !FORWARD_PROTOCOLS.has(url.protocol) || url.hostname === '')
    throw new InvalidArgumentError(
      'Write syslog+tcp://host:port, syslog+udp://host:port or https://host/path.',
    );
  return url;
}
