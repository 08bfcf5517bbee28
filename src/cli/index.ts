export { buildProgram, type Actions } from './program.ts';
export type { DocumentActions } from './documents-commands.ts';
export { createProgress, type Progress } from './progress.ts';
export { requestExamples } from './request-examples.ts';
export type { AgreementActions } from './agreement/commands.ts';
export { buildComposeCommand } from './compose/command.ts';
export type { ComposeActions, Composed, ComposeProblem } from './compose/actions.ts';
export type { SubgraphActions } from './subgraph-commands.ts';
