import { IngestRefusal, ingestFile, readAdapter } from '../../ingest/index.ts';
import type { DrilledGate } from '../../audit/index.ts';
import { LukouError } from '../../base/index.ts';
import { createIngestStore } from '../../storage/index.ts';
import { createIngestLog } from '../ingest-log.ts';
import { type Brought, DRILL_CLOCK, type DrillWorld, gateOf } from './drill-world.ts';

const ADAPTER = readAdapter(
  `adapter: drill
version: 1
description: Roads of a drill.
format: csv
outputs:
  - type: AdminDivision
    label: PUBLIC
    columns: { code: code, name: name, level: { constant: COUNTY }, kind: { constant: DISTRICT } }
`,
  'drill.yaml',
);

/** Hands in files that hold a text. */
export async function drillIngest({ text }: Brought, world: DrillWorld): Promise<DrilledGate[]> {
  const encoded = Buffer.from(text).toString('base64');
  const sources = [
    ['CELL', 'drill.csv', `code,name\n150702,${text}\n`],
    ['CELL_IN_BASE64', 'drill.csv', `code,name\n150703,${encoded}\n`],
    ['FILE_NAME', `${text}.csv`, 'code,name\n150704,Hailar\n'],
  ] as const;
  const ports = {
    store: createIngestStore(world.database.ingest),
    log: createIngestLog(world.audit),
    incidents: gateOf('INGEST', world),
    clock: DRILL_CLOCK,
  };
  const drilled: DrilledGate[] = [];
  for (const [way, name, rows] of sources) {
    const by = await ingestFile({ adapter: ADAPTER, name, stream: once(rows) }, ports).then(
      () => 'it was taken in',
      (error: unknown) => {
        world.onSaid(String(error));
        return nameStop(error);
      },
    );
    drilled.push({ gate: 'INGEST', way, isStopped: by === 'INGEST gate', by });
  }
  return drilled;
}

function nameStop(error: unknown): string {
  if (error instanceof IngestRefusal) return `${error.incident.gate} gate`;
  return error instanceof LukouError ? error.code : 'a fault';
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
