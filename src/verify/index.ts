import { fileURLToPath } from 'node:url';

export { main as runAuditVerify, verifyBundle } from './audit-verify.mjs';

/** The verifier as a file: all that an auditor needs. */
export const VERIFIER_PATH: string = fileURLToPath(new URL('audit-verify.mjs', import.meta.url));
