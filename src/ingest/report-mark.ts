import { LukouError, uuidV7, type Clock } from '../base/index.ts';
import { MarkFound } from './guard-rows.ts';
import type { BatchOrigin, IngestIncident, IngestLog } from './ports.ts';

/** A source that was refused because it carries a secrecy mark, with what is known of it without its content. */
export class IngestRefusal extends LukouError {
  readonly incident: IngestIncident;

  constructor(incident: IngestIncident, advice: string) {
    const where = incident.line === null ? 'its name or heading' : `line ${incident.line}`;
    super(
      'INGEST_REFUSED',
      `It carries a secrecy mark (${where}, rule ${incident.rule}). Nothing of it was kept. Take it off this machine by your security officer's rules; incident ${incident.id}. ${advice}`.trim(),
    );
    this.incident = incident;
  }
}

/**
 * Turns a mark that was found into the refusal of its source, recorded; passes any other error on as it is.
 */
export async function reportMark(
  error: unknown,
  origin: BatchOrigin,
  ports: { readonly log: IngestLog; readonly clock: Clock },
): Promise<unknown> {
  if (!(error instanceof MarkFound)) return error;
  const incident: IngestIncident = {
    id: uuidV7(ports.clock.nowMs()),
    sourceName: error.isInName ? null : origin.sourceName,
    fileDigest: origin.fileDigest,
    line: error.line,
    rule: error.rule,
  };
  try {
    await ports.log.recordIngest({
      outcome: 'REFUSED',
      runId: origin.id,
      adapter: origin.adapter,
      adapterDigest: origin.adapterDigest,
      fileDigest: origin.fileDigest,
      rowsRead: 0,
      rowsWritten: 0,
      types: {},
      incident,
    });
    return new IngestRefusal(incident, '');
  } catch (cause) {
    // The refusal stands with or without its record: nothing was kept that could leak.
    if (!(cause instanceof LukouError)) throw cause;
    return new IngestRefusal(
      incident,
      'The disclosure log could not take its record: tell the security officer yourself.',
    );
  }
}
