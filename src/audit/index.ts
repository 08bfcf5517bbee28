export { openAuditLog, type AuditLimits, type AuditLog, type Receipt } from './audit-log.ts';
export { describeDecision } from './describe-decision.ts';
export { judgeImpact, type Impact, type ImpactReport } from './judge-impact.ts';
export {
  readDecisions,
  replayRecord,
  type RecordedDecisions,
  type Replay,
  type ReplayedDecision,
} from './replay-record.ts';
export type { LogStore, StoredRecord } from './log-store.ts';
export {
  MAX_RECORD_BYTES,
  encodeRecord,
  type DisclosureEntry,
  type FieldDecision,
  type Stage,
} from './record.ts';
