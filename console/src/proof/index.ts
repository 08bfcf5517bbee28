export { ProofList, ProofVerdict } from './proof-list.tsx';
export { verifyHead } from './verify-head.ts';
export { type ProvedRecord, type Step, verifyRecord } from './verify-record.ts';
export { useSteps } from './use-steps.ts';
