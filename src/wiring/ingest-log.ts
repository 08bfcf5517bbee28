import type { AuditLog } from '../audit/index.ts';
import type { IngestLog } from '../ingest/index.ts';

/** The disclosure log as the ingest flow sees it: one ADMIN record for each run, published or refused. */
export function createIngestLog(audit: AuditLog): IngestLog {
  return {
    async recordIngest(entry) {
      const { index, id } = await audit.record({
        stage: 'ADMIN',
        actor: { pseudonym: 'operator', agency: null, role: 'operator', auth: 'local' },
        source: { ip: 'local' },
        purpose: { code: null, caseReference: null },
        agreements: [],
        policyDigest: null,
        grantDigest: null,
        operation: { name: `ingest ${entry.adapter}`, documentSha256: entry.adapterDigest },
        fields: [],
        result: {
          rows: entry.rowsWritten,
          bytes: 0,
          sha256: entry.fileDigest ?? '',
          status: 0,
          code: entry.outcome === 'PUBLISHED' ? 'OK' : 'INGEST_REFUSED',
        },
        requestId: entry.runId,
      });
      return { index, id };
    },
  };
}
