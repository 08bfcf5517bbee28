import type { AuditLog } from '../audit/index.ts';
import type { IngestLog } from '../ingest/index.ts';
import { operatorEntry } from './operator-entry.ts';

/** The disclosure log as the ingest flow sees it: one ADMIN record for each run, published or refused. */
export function createIngestLog(audit: AuditLog): IngestLog {
  return {
    async recordIngest(entry) {
      const { index, id } = await audit.record(
        operatorEntry({
          name: `ingest ${entry.adapter}`,
          documentSha256: entry.adapterDigest,
          requestId: entry.runId,
          result: {
            rows: entry.rowsWritten,
            sha256: entry.fileDigest ?? '',
            code: entry.outcome === 'PUBLISHED' ? 'OK' : 'INGEST_REFUSED',
          },
        }),
      );
      return { index, id };
    },
  };
}
