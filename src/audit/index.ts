export { openAuditLog, type AuditLimits, type AuditLog, type Receipt } from './audit-log.ts';
export type { LogStore, StoredRecord } from './log-store.ts';
export {
  MAX_RECORD_BYTES,
  encodeRecord,
  type DisclosureEntry,
  type FieldDecision,
  type Stage,
} from './record.ts';
