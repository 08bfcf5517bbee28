export { Proof } from './proof.tsx';
export { verifyHead } from './verify-head.ts';
export { type ProvedRecord, verifyRecord } from './verify-record.ts';
