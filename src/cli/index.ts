export { buildProgram, type Actions } from './program.ts';
export { buildAuditCommand, type AuditActions, type ExportOrder } from './audit/commands.ts';
export type { RetentionActions } from './audit/retention-commands.ts';
export { printTailLine, type TailedRecord } from './audit/print-tail-line.ts';
export type { WitnessActions, WitnessOptions } from './witness/commands.ts';
export type { DocumentActions } from './documents-commands.ts';
export type { Person } from './read-person.ts';
export { createProgress, type Progress } from './progress.ts';
export { requestExamples } from './request-examples.ts';
export {
  buildAgreementCommand,
  type AgreementActions,
  type Lifting,
  type Suspending,
} from './agreement/commands.ts';
export { buildComposeCommand } from './compose/command.ts';
export type { ComposeActions, Composed, ComposeProblem } from './compose/actions.ts';
export type { SubjectKeyActions } from './subject-key-command.ts';
export type { SubgraphActions } from './subgraph-commands.ts';
export type { AskedStep, JudgeIncident } from './guard/incident-command.ts';
export type { OpenDrill } from './guard/drill-command.ts';
export type { HoldCase } from './hold-command.ts';
export type { Review } from './review-command.ts';
export { buildIngestCommand, type Ingest } from './ingest-command.ts';
export type { FollowStream } from './stream-command.ts';
export { buildWarnCommand, type Raise } from './warn-command.ts';
