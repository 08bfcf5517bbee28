export { buildProgram, type Actions } from './program.ts';
export { createProgress, type Progress } from './progress.ts';
export { requestExamples } from './request-examples.ts';
