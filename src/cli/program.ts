import { Command, Option } from 'commander';
import type { Replay } from '../audit/index.ts';
import type { IngestReceipt } from '../ingest/index.ts';
import { type Explain, buildExplainCommand } from './explain-command.ts';
import { buildReplayCommand } from './replay-command.ts';
import { type AgreementActions, buildAgreementCommand } from './agreement/commands.ts';
import type { ComposeActions } from './compose/actions.ts';
import { buildComposeCommand } from './compose/command.ts';
import { buildDocumentsCommand, type DocumentActions } from './documents-commands.ts';
import { createProgress } from './progress.ts';
import { describeReceipt } from './describe-receipt.ts';
import { buildSubgraphCommands, type SubgraphActions } from './subgraph-commands.ts';

/** What the commands do; main brings it. */
export interface Actions {
  /** Names of the sample callers that the development issuer knows. */
  readonly callers: readonly string[];
  readonly agreement: AgreementActions;
  readonly explain: Explain;
  /** Makes the decisions of one record again. */
  replay(index: number): Promise<Replay>;
  readonly compose: ComposeActions;
  readonly subgraph: SubgraphActions;
  readonly documents: DocumentActions;
  /** `supergraphPath` stands in for the setting LUKOU_SUPERGRAPH. */
  start(supergraphPath: string | undefined): Promise<void>;
  /** A token of the development issuer. */
  makeToken(caller: string): Promise<string>;
  ingest(
    adapter: string,
    path: string,
    onProgress: (label: string, done: number, total: number) => void,
  ): Promise<IngestReceipt>;
}

/** The command line. Results go to standard output, progress and messages to standard error. */
export function buildProgram(actions: Actions, version: string): Command {
  const program = new Command('lukou')
    .description(
      'Lukou (路口): a federated GraphQL gateway for data shared under agreements, field by field.',
    )
    .version(version)
    .showHelpAfterError('(lukou --help lists the commands)')
    .configureHelp({ sortSubcommands: false });

  program
    .command('start')
    .description('start the gateway, with the embedded database unless DATABASE_URL is set')
    .option('--supergraph <file>', 'the list of subgraphs, here and elsewhere (docs/federation.md)')
    .addHelpText('after', '\nExample:\n  PORT=4100 lukou start\n\nSettings: docs/configuration.md')
    .action(({ supergraph }: { supergraph?: string }) => actions.start(supergraph));

  program
    .command('token')
    .description('print a token of the development issuer for a sample caller')
    .addOption(new Option('--as <caller>', 'the caller').choices(actions.callers).makeOptionMandatory())
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  curl -H "authorization: Bearer $(lukou token --as analyst)" ...')
    .action(async ({ as: caller, json }: { as: string; json?: boolean }) => {
      const token = await actions.makeToken(caller);
      process.stdout.write(json === true ? `${JSON.stringify({ caller, token })}\n` : `${token}\n`);
    });

  program
    .command('ingest')
    .description('take in a file of an agency through an adapter')
    .requiredOption('--adapter <name>', 'name of a shipped adapter, or path of an adapter file')
    .option('--json', 'print the receipt as one JSON document')
    .argument('<path>', 'the file')
    .addHelpText('after', '\nExample:\n  lukou ingest --adapter tw-gantries gantries.csv')
    .action(async (path: string, { adapter, json }: { adapter: string; json?: boolean }) => {
      const progress = createProgress();
      try {
        const receipt = await actions.ingest(adapter, path, (...step) => progress.update(...step));
        progress.finish();
        process.stdout.write(json === true ? `${JSON.stringify(receipt)}\n` : describeReceipt(receipt));
      } finally {
        progress.finish();
      }
    });

  program.addCommand(buildDocumentsCommand(actions.documents));
  program.addCommand(buildAgreementCommand(actions.agreement));
  program.addCommand(buildExplainCommand(actions.explain));
  program.addCommand(buildReplayCommand(actions.replay));
  program.addCommand(buildComposeCommand(actions.compose));
  for (const command of buildSubgraphCommands(actions.subgraph)) program.addCommand(command);
  return program;
}
