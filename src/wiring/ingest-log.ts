import { type OperatorAct, operatorEntry, type Receipt } from '../audit/index.ts';
import type { IngestEntry, IngestLog } from '../ingest/index.ts';
import type { OperatorLog } from './open-log.ts';

/** The disclosure log as the ingest flow sees it: one ADMIN record for each run, published or refused. */
export function createIngestLog(audit: OperatorLog): IngestLog {
  return ingestLogOf((act) => audit.record(operatorEntry(act)));
}

/** The same, where somebody else than the operator hands in: `record` knows who. */
export function ingestLogOf(record: (act: OperatorAct) => Promise<Receipt>): IngestLog {
  return {
    async recordIngest(entry) {
      const { index, id } = await record({
        name: nameOf(entry),
        documentSha256: entry.adapterDigest,
        requestId: entry.runId,
        result: {
          rows: entry.rowsWritten,
          sha256: entry.fileDigest ?? '',
          code: entry.code,
        },
      });
      return { index, id };
    },
  };
}

function nameOf({ adapter, releaseId, incident }: IngestEntry): string {
  const release = releaseId === null ? '' : ` release ${releaseId}`;
  return `ingest ${adapter}${release}${incident === null ? '' : ` incident ${incident.id}`}`;
}
