import { Command } from 'commander';
import type { IngestReceipt, StreamCounts } from '../ingest/index.ts';
import { createProgress } from './progress.ts';

/** Which stream is to be taken in, and until when. */
export interface StreamOrder {
  /** Address of the stream, with its options. */
  readonly from: string;
  readonly adapter: string;
  readonly signal: AbortSignal;
}

/** Takes in a stream until its signal ends; main brings it. Told of every publication. */
export type FollowStream = (
  order: StreamOrder,
  report: (receipt: IngestReceipt, counts: StreamCounts, waiting: number) => void,
) => Promise<StreamCounts>;

interface Options {
  readonly from: string;
  readonly adapter: string;
  readonly json?: boolean;
}

/** `lukou stream`: takes in the messages of a broker, as deliveries of the agency whose records they are. */
export function buildStreamCommand(follow: FollowStream): Command {
  return new Command('stream')
    .description('take in a stream of messages through an adapter, until it is ended')
    .requiredOption('--from <address>', 'tls://host:port/<stream>, or nats:// on loopback')
    .requiredOption('--adapter <name>', 'name of a shipped adapter, or path of an adapter file')
    .option('--json', 'print every receipt as a line of JSON')
    .addHelpText(
      'after',
      '\nOptions of the address, behind a question mark:\n' +
        '  consumer  its name at the broker, which remembers what was taken in (default: lukou-<adapter>)\n' +
        '  subject   take in this subject of the stream alone\n' +
        '  batch     messages that are published together at most (default: 500)\n' +
        '\nLUKOU_NATS_CREDENTIALS names a file with the login. SIGTERM ends it when what is under way is in.\n' +
        "\nExample:\n  lukou stream --from 'nats://127.0.0.1:4222/PASSAGES?batch=1000' --adapter gat1400-passages",
    )
    .action(async ({ from, adapter, json }: Options) => {
      const ending = new AbortController();
      const end = (): void => ending.abort();
      process.on('SIGTERM', end).on('SIGINT', end);
      const progress = createProgress();
      try {
        const counts = await follow({ from, adapter, signal: ending.signal }, (receipt, so, waiting) => {
          if (json === true) process.stdout.write(`${JSON.stringify(receipt)}\n`);
          progress.update(`${describeCounts(so)}; ${waiting} waiting`, so.messages, so.messages + waiting);
        });
        progress.finish();
        process.stderr.write(`ended: ${describeCounts(counts)}\n`);
      } finally {
        progress.finish();
        process.off('SIGTERM', end).off('SIGINT', end);
      }
    });
}

function describeCounts({
  messages,
  refused,
  rowsWritten,
  rowsDuplicate,
  quarantined,
}: StreamCounts): string {
  const leftOut = Object.values(quarantined).reduce((sum, rows) => sum + rows, 0);
  return (
    `${messages} messages, ${refused} of them refused; ` +
    `${rowsWritten} rows written, ${rowsDuplicate} already there, ${leftOut} quarantined`
  );
}
