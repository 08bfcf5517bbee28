export { readAdapter, type Adapter } from './adapter/read-adapter.ts';
export {
  ingestFile,
  ingestRecords,
  type FileOrder,
  type IngestPorts,
  type IngestProgress,
  type RecordsOrder,
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
