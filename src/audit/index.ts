export { openAuditLog, type AuditLimits, type AuditLog, type Receipt } from './audit-log.ts';
export {
  deriveBehind,
  type DerivedLog,
  type FollowerParts,
  type LogDeriver,
  type LogFollower,
} from './derive-behind.ts';
export { describeDecision } from './describe-decision.ts';
export { describeTrouble } from './describe-trouble.ts';
export { readExportedRecord, type ExportedRecord } from './export/exported-record.ts';
export { findRange, type Bound } from './export/find-range.ts';
export { findTime } from './export/find-time.ts';
export { writeBundle, type BundlePart } from './export/write-bundle.ts';
export { writeRecords, type RecordFormat, type RecordRange } from './export/write-records.ts';
export { forwardLog, type ForwardPosition } from './forward/forward-log.ts';
export { createHttpsSender } from './forward/send-https.ts';
export { createTcpSender, createUdpSender } from './forward/send-syslog.ts';
export {
  DRILL_WAYS,
  passedDrill,
  type DrillControl,
  type Drilled,
  type DrilledGate,
  type DrillWay,
  type KeptDrill,
} from './guard-drill.ts';
export type { IncidentDesk, IncidentNotice, MarkReport, OpenedIncident } from './guard-incident.ts';
export { judgeImpact, type Impact, type ImpactReport } from './judge-impact.ts';
export {
  readDecisions,
  replayRecord,
  type RecordedDecisions,
  type Replay,
  type ReplayedDecision,
} from './replay-record.ts';
export { eraseApprovedDetail } from './retention/erase-approved-detail.ts';
export type { Erasure, ErasureDesk } from './retention/erasure.ts';
export { pruneApproved } from './retention/prune-approved.ts';
export type { Person, PruneRange, Retention, RetentionDesk } from './retention/retention.ts';
export { isLogName } from './log-name.ts';
export { createLogPages, proveRecord, type FindCosigned, type LogPages } from './log-pages.ts';
export type { LogEntry, LogInfo, LogKey, LogReader, StoredHead } from './log-reader.ts';
export type { Batch, LogBirth, LogStore, StoredRecord } from './log-store.ts';
export { printOneLine } from './one-line-json.ts';
export { operatorEntry, type OperatorAct } from './operator-entry.ts';
export type { LogParts } from './recover-log.ts';
export type { DetailReader } from './record-detail.ts';
export { openFileSigner, prepareKeyRotation, type SignerPlace } from './signer/file-signer.ts';
export {
  findDisagreement,
  listKeptLogs,
  logIsGone,
  readKeptHead,
  type KeptHead,
} from './signer/compare-kept.ts';
export { findSignedHead } from './signer/read-head.ts';
export { createPrivateFile, findPrivateFile, writePrivateFile } from './signer/private-file.ts';
export type { Signer } from './signer/signer.ts';
export { createEpochFile, destroyEpochKey, readEpochFiles } from './subjects/epoch-file.ts';
export {
  openSubjectKeys,
  type EpochKeys,
  type SubjectEpoch,
  type SubjectKeys,
} from './subjects/subject-keys.ts';
export {
  MAX_RECORD_BYTES,
  encodeRecord,
  type DisclosureEntry,
  type FieldDecision,
  type Stage,
} from './record.ts';
