import type { IncidentDesk } from '../audit/index.ts';
import { type Clock, LukouError, sha256Hex } from '../base/index.ts';
import type { Config } from '../config.ts';
import type { DeliveryDoor, Inlet } from '../http/index.ts';
import { type Adapter, ingestFile, ownersOf } from '../ingest/index.ts';
import { createOperationCounter } from '../request/index.ts';
import { createIngestStore, type Database } from '../storage/index.ts';
import { findAdapter } from './find-adapter.ts';
import { ingestLogOf } from './ingest-log.ts';

/** Of one agency. Each holds its bytes in memory and a connection to the database while it is taken in. */
const UNDER_WAY = 2;

/** What taking in deliveries is made of. */
interface DeliveryParts {
  readonly database: Pick<Database, 'ingest'>;
  readonly incidents: IncidentDesk;
  readonly clock: Clock;
}

/**
 * The adapters that LUKOU_DELIVERIES names.
 *
 * @throws LukouError SETTING_INVALID for one whose records are of several agencies, or that is named twice;
 *   ADAPTER_INVALID.
 */
export async function readDeliveryAdapters({ LUKOU_DELIVERIES }: Config): Promise<readonly Adapter[]> {
  const adapters = new Map<string, Adapter>();
  for (const named of LUKOU_DELIVERIES) {
    const adapter = await findAdapter(named);
    if (adapters.has(adapter.name))
      throw new LukouError('SETTING_INVALID', `LUKOU_DELIVERIES names ${adapter.name} twice.`);
    if (ownersOf(adapter).size !== 1)
      throw new LukouError(
        'SETTING_INVALID',
        `LUKOU_DELIVERIES: the records of ${adapter.name} belong to several agencies, so no system of one may hand ` +
          'them in. Write an adapter for each agency.',
      );
    adapters.set(adapter.name, adapter);
  }
  return [...adapters.values()];
}

/** The door of the systems that hand data in; undefined where no adapter is open to them. */
export function openDeliveries(
  adapters: readonly Adapter[],
  maxBytes: number,
  parts: DeliveryParts,
): DeliveryDoor | undefined {
  if (adapters.length === 0) return undefined;
  const inlets = new Map(adapters.map((adapter) => [adapter.name, openInlet(adapter, parts)]));
  return { inlets, maxBytes, deliveries: createOperationCounter(UNDER_WAY) };
}

const MEDIA_TYPES: Readonly<Record<Adapter['form']['format'], string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
  geojson: 'application/geo+json',
  xml: 'application/xml',
};

function openInlet(adapter: Adapter, { database, incidents, clock }: DeliveryParts): Inlet {
  const [owner] = [...ownersOf(adapter)];
  const store = createIngestStore(database.ingest);
  return {
    owner: owner!,
    mediaType: MEDIA_TYPES[adapter.form.format],
    charset: adapter.form.encoding,
    take: ({ name, bytes }, { feeder, record }) =>
      ingestFile(
        { adapter, name, stream: [bytes], digest: sha256Hex(bytes) },
        { store, log: ingestLogOf(record), incidents, clock, feeder },
      ),
  };
}
