export { openDatabase, type Database, type DatabaseOptions } from './database.ts';
export { createScopeSigner, type SessionScope } from './scope-signer.ts';
export { openSession, type Session, type SessionOptions } from './session.ts';
export { scopedTimeOf } from './statements/row-scope.ts';
export { defineStatement, type Statement } from './statement.ts';
export { prepareDataFolder } from './embedded/prepare-data-folder.ts';
export { startEmbedded, type EmbeddedServer } from './embedded/start-embedded.ts';
export { migrateDatabase, readMigrations, type Migration } from './migrate.ts';
export { asOwner, closePools, embeddedLogins, openPools } from './pools.ts';
export { restrictDatabase } from './restrict-database.ts';
export { createCursorSealer, type CursorBinding } from './cursors.ts';
export type { Page, PageRequest } from './pages.ts';
export type { StatisticGrants, TimeBucket } from './readers/ground.ts';
export { openReader, type Readers } from './readers/open-reader.ts';
export type { CheckpointContext } from './readers/checkpoint.ts';
export type { MediationContext } from './readers/mediation.ts';
export type { OversightContext } from './readers/oversight.ts';
export type { TrafficContext } from './readers/traffic.ts';
export type * from './rows.ts';
export { checkServer } from './check-server.ts';
export { createAlarmDesk } from './alarm-desk.ts';
export { createBreakGlassDesk } from './break-glass-desk.ts';
export { createHoldDesk } from './hold-desk.ts';
export { createReviewDesk } from './review-desk.ts';
export { createIncidentJudge } from './incident-desk.ts';
export { createIncidentStore, type IncidentStore } from './guard-incidents.ts';
export { findTablesHolding, plantMark, type PlantedMark } from './plant-mark.ts';
export { createBudgetMeter } from './budget-meter.ts';
export { createCaseRegister } from './case-register.ts';
export { archiveAgreements } from './archive-agreements.ts';
export { findPolicyVersion, type ArchivedPolicy } from './find-policy-version.ts';
export { readDisclosuresSince } from './read-disclosures.ts';
export { findColumns } from './find-columns.ts';
export { findDisclosureLeaf } from './find-disclosure-leaf.ts';
export { deriveKey } from './derive-key.ts';
export { createDisclosureLogStore } from './disclosure-log.ts';
export { createLogDeriver, deriveCommitted } from './derive-log.ts';
export { createLogReader } from './log-reader.ts';
export { createRetentionDesk } from './retention-desk.ts';
export { holdLog } from './hold-log.ts';
export { loadSecret } from './load-secret.ts';
export { listAgreementFiles, SUSPENSIONS_FILE, type AgreementFilePlace } from './agreement-folder.ts';
export { parseAgreementFile } from './parse-agreement-file.ts';
export { readSealedLines, writeSealedLines } from './sealed-lines.ts';
export { readDocumentFiles, type DocumentFile } from './read-document-files.ts';
export { readSchemaFile, readSchemaFolder } from './schema-folder.ts';
export { createIngestStore } from './ingest/create-ingest-store.ts';
export { listPublishedSources } from './ingest/list-published.ts';
export {
  createDocumentFinder,
  listDocuments,
  publishDocument,
  type PublishedDocument,
} from './trusted-documents.ts';
