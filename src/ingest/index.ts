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
export type { IngestReceipt } from './receipt.ts';
export {
  ONLINE_LABELS,
  RECORD_TYPES,
  type CanonicalRecord,
  type OnlineLabel,
  type RecordTypeName,
} from './record-types.ts';
export type { RecordColumn } from './records/record-type.ts';
export { IngestRefusal } from './report-mark.ts';
export type { Withheld } from './stages.ts';
