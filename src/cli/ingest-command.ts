import { Command } from 'commander';
import type { IngestReceipt } from '../ingest/index.ts';
import { describeReceipt } from './describe-receipt.ts';
import { createProgress } from './progress.ts';

/** What is to be taken in. */
export interface IngestOrder {
  readonly adapter: string;
  /** The file, or the release package. */
  readonly path: string;
  /** Null for an ordinary file; `signersPath` stands in for the setting LUKOU_RELEASE_SIGNERS. */
  readonly release: { readonly signersPath: string | undefined } | null;
}

/** Takes in a file; main brings it. */
export type Ingest = (
  order: IngestOrder,
  onProgress: (label: string, done: number, total: number) => void,
) => Promise<IngestReceipt>;

interface Options {
  readonly adapter: string;
  readonly release?: string;
  readonly signers?: string;
  readonly json?: boolean;
}

/** `lukou ingest`: takes in a file of an agency, or a release package of an offline register. */
export function buildIngestCommand(ingest: Ingest): Command {
  return new Command('ingest')
    .description('take in a file of an agency through an adapter')
    .requiredOption('--adapter <name>', 'name of a shipped adapter, or path of an adapter file')
    .option('--release <package>', 'take in the extract of a release package instead of a file')
    .option('--signers <file>', 'with --release: whose signatures count, instead of LUKOU_RELEASE_SIGNERS')
    .option('--json', 'print the receipt as one JSON document')
    .argument('[path]', 'the file')
    .addHelpText(
      'after',
      '\nExample:\n  lukou ingest --adapter tw-gantries gantries.csv' +
        '\n  lukou ingest --adapter cn-divisions --release divisions.release.json --signers signers.json',
    )
    .action(
      async (path: string | undefined, { adapter, release, signers, json }: Options, command: Command) => {
        const source = release ?? path;
        if (source === undefined || (release !== undefined && path !== undefined))
          command.error('error: name one file, or one package with --release');
        const order = {
          adapter,
          path: source,
          release: release === undefined ? null : { signersPath: signers },
        };
        const progress = createProgress();
        try {
          const receipt = await ingest(order, (...step) => progress.update(...step));
          progress.finish();
          process.stdout.write(json === true ? `${JSON.stringify(receipt)}\n` : describeReceipt(receipt));
        } finally {
          progress.finish();
        }
      },
    );
}
