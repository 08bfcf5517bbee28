export { readsNoPlace } from './adapter/names.ts';
export { readAdapter, type Adapter } from './adapter/read-adapter.ts';
export {
  ingestFile,
  ingestRecords,
  ingestRelease,
  type FileOrder,
  type IngestPorts,
  type IngestProgress,
  type RecordsOrder,
  type ReleaseOrder,
} from './flow.ts';
export { ownersOf } from './owner-of.ts';
export type {
  BatchCounts,
  BatchOrigin,
  IngestBatch,
  IngestEntry,
  IngestIncident,
  IngestLog,
  IngestStore,
  LoadRow,
  ReleaseOrigin,
  TypeCounts,
} from './ports.ts';
export {
  raiseWarnings,
  type Raised,
  type RaisedWarning,
  type RaiseOrder,
  type WarningDesk,
} from './raise-warnings.ts';
export type { IngestReceipt } from './receipt.ts';
export {
  ONLINE_LABELS,
  RECORD_TYPES,
  type CanonicalRecord,
  type OnlineLabel,
  type RecordTypeName,
} from './record-types.ts';
export type { RecordColumn } from './records/record-type.ts';
export { IngestRefusal } from './report-stop.ts';
export type { Withheld } from './stages.ts';
export { followStream, type FollowOrder, type StreamCounts } from './stream/follow-stream.ts';
export type { MessageStream, StreamMessage } from './stream/ports.ts';
