import { Command, InvalidArgumentError, Option } from 'commander';
import type { Replay } from '../audit/index.ts';
import { type Explain, buildExplainCommand } from './explain-command.ts';
import { buildLogKeyCommand, type RotateLogKey } from './log-key-command.ts';
import { buildReplayCommand } from './replay-command.ts';
import { type AuditActions, buildAuditCommand } from './audit/commands.ts';
import { type AgreementActions, buildAgreementCommand } from './agreement/commands.ts';
import type { ComposeActions } from './compose/actions.ts';
import { buildComposeCommand } from './compose/command.ts';
import { buildDocumentsCommand, type DocumentActions } from './documents-commands.ts';
import { buildGuardCommand } from './guard/command.ts';
import { buildDrillCommand, type OpenDrill } from './guard/drill-command.ts';
import { buildIncidentCommand, type JudgeIncident } from './guard/incident-command.ts';
import { buildHoldCommand, type HoldCase } from './hold-command.ts';
import { buildReviewCommand, type Review } from './review-command.ts';
import { buildIngestCommand, type Ingest } from './ingest-command.ts';
import { buildStreamCommand, type FollowStream } from './stream-command.ts';
import { buildWarnCommand, type Raise } from './warn-command.ts';
import { buildWitnessCommand, type WitnessActions } from './witness/commands.ts';
import { buildSubjectKeyCommand, type SubjectKeyActions } from './subject-key-command.ts';
import { buildSubgraphCommands, type SubgraphActions } from './subgraph-commands.ts';

/** What the commands do; main brings it. */
export interface Actions {
  /** Names of the sample callers that the development issuer knows. */
  readonly callers: readonly string[];
  /** Names of its systems that hand data in. */
  readonly feeders: readonly string[];
  readonly agreement: AgreementActions;
  readonly audit: AuditActions;
  readonly explain: Explain;
  /** Makes the decisions of one record again. */
  replay(index: number, log: string | undefined): Promise<Replay>;
  readonly review: Review;
  readonly hold: HoldCase;
  readonly guard: { readonly judgeIncident: JudgeIncident; readonly drill: OpenDrill };
  readonly compose: ComposeActions;
  readonly subgraph: SubgraphActions;
  readonly documents: DocumentActions;
  readonly witness: WitnessActions;
  /** Prepares a new key for this gateway's log. */
  readonly rotateLogKey: RotateLogKey;
  readonly subjectKeys: SubjectKeyActions;
  /** `supergraphPath` stands in for the setting LUKOU_SUPERGRAPH; without `workers` this process answers by itself. */
  start(asked: {
    readonly supergraphPath: string | undefined;
    readonly workers: number | undefined;
  }): Promise<void>;
  /** A token of the development issuer. */
  makeToken(caller: string): Promise<string>;
  readonly ingest: Ingest;
  readonly stream: FollowStream;
  readonly raise: Raise;
}

/** The command line. Results go to standard output, progress and messages to standard error. */
export function buildProgram(actions: Actions, version: string): Command {
  const program = new Command('lukou')
    .description(
      'Lukou (路口): a federated GraphQL gateway for data shared under agreements, field by field.',
    )
    .version(version)
    .showHelpAfterError('(lukou --help lists the commands)')
    .configureHelp({ sortSubcommands: false })
    .addHelpText(
      'after',
      '\nlukou register (涉密载体登记簿) is a program of its own, for a machine without a network: docs/register.md',
    );

  program
    .command('start')
    .description('start the gateway, with the embedded database unless DATABASE_URL is set')
    .option('--supergraph <file>', 'the list of subgraphs, here and elsewhere (docs/federation.md)')
    .option('--workers <count>', 'answer with so many processes, 1 to 8, each with its own log', readWorkers)
    .addHelpText('after', '\nExample:\n  PORT=4100 lukou start\n\nSettings: docs/configuration.md')
    .action(({ supergraph, workers }: { supergraph?: string; workers?: number }) =>
      actions.start({ supergraphPath: supergraph, workers }),
    );

  program
    .command('token')
    .description(
      'print a token of the development issuer for a sample caller, or for a system that hands data in',
    )
    .addOption(
      new Option('--as <caller>', 'who')
        .choices([...actions.callers, ...actions.feeders])
        .makeOptionMandatory(),
    )
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  curl -H "authorization: Bearer $(lukou token --as analyst)" ...')
    .action(async ({ as: caller, json }: { as: string; json?: boolean }) => {
      const token = await actions.makeToken(caller);
      process.stdout.write(json === true ? `${JSON.stringify({ caller, token })}\n` : `${token}\n`);
    });

  program.addCommand(buildIngestCommand(actions.ingest));
  program.addCommand(buildStreamCommand(actions.stream));
  program.addCommand(buildWarnCommand(actions.raise));
  program.addCommand(buildDocumentsCommand(actions.documents));
  program.addCommand(buildAgreementCommand(actions.agreement));
  program.addCommand(buildAuditCommand(actions.callers, actions.audit));
  program.addCommand(buildWitnessCommand(actions.witness));
  program.addCommand(buildExplainCommand(actions.explain));
  program.addCommand(buildLogKeyCommand(actions.rotateLogKey));
  program.addCommand(buildSubjectKeyCommand(actions.callers, actions.subjectKeys));
  program.addCommand(buildReplayCommand(actions.replay));
  program.addCommand(buildReviewCommand(actions.callers, actions.review));
  program.addCommand(buildHoldCommand(actions.callers, actions.hold));
  program.addCommand(buildComposeCommand(actions.compose));
  program.addCommand(
    buildGuardCommand()
      .addCommand(buildIncidentCommand(actions.callers, actions.guard.judgeIncident))
      .addCommand(buildDrillCommand(actions.callers, actions.guard.drill)),
  );
  for (const command of buildSubgraphCommands(actions.subgraph)) program.addCommand(command);
  return program;
}

function readWorkers(text: string): number {
  if (!/^[1-8]$/.test(text)) throw new InvalidArgumentError('Write a whole number, 1 to 8.');
  return Number(text);
}
