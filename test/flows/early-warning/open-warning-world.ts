import { stoppedClock } from '../../../src/base/index.ts';
import {
  type CanonicalRecord,
  ingestRecords,
  type IngestPorts,
  type Raised,
  raiseWarnings,
  type RecordsOrder,
  type RecordTypeName,
} from '../../../src/ingest/index.ts';
import { createIngestStore, createWarningDesk, findDisclosureLeaf } from '../../../src/storage/index.ts';
import { createIngestLog, openLog } from '../../../src/wiring/index.ts';
import { modelOf, shipped } from '../../rules/scoring/read-model.ts';
import { NO_INCIDENTS } from '../../world/incidents.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import { type World, WORLD_NOW } from '../../world/open-world.ts';

const DAY_MS = 86_400_000;
const NOW_MS = Date.parse(WORLD_NOW);
const NEWEST_MS = NOW_MS - 3_600_000;

/** A world over the sample, with an intake beside it. */
export interface WarningWorld {
  readonly world: World;
  take<T extends RecordTypeName>(type: T, rows: RecordsOrder<T>['rows']): Promise<void>;
  raise(push: boolean): Promise<Raised>;
  /** The act of the run's record, as the log's leaf names it. */
  readRun(index: number): Promise<string>;
  close(): Promise<void>;
}

/** Opens one, in whose warnings there is none but those of the sample. */
export async function openWarningWorld(): Promise<WarningWorld> {
  const clock = stoppedClock(WORLD_NOW);
  const world = await openSampleWorld({}, { clock });
  const { database, logFolder: folder } = world;
  const place = { database, folder, log: 'intake', gatewayName: 'lukou', clock, onMessage: () => undefined };
  const audit = await openLog(place);
  const ports: IngestPorts = {
    store: createIngestStore(database.ingest),
    log: createIngestLog(audit),
    incidents: NO_INCIDENTS,
    clock,
  };
  return {
    world,
    async take(type, rows) {
      await ingestRecords({ type, rows, sourceName: 'test' }, ports);
    },
    raise: (push) =>
      raiseWarnings(
        { model: modelOf(shipped()), atMs: NOW_MS, push },
        createWarningDesk(database.ingest),
        ports,
      ),
    async readRun(index) {
      const leaf = await findDisclosureLeaf(database.log, 'intake', index);
      return leaf!.toString('utf8');
    },
    async close() {
      await audit.close();
      await world.close();
    },
  };
}

type LabelledCall = CanonicalRecord<'DisputeIncident'> & { readonly onlineLabel: 'SENSITIVE' };

/** The calls of the article: six in three months, the last with physical conflict. */
export function articleCalls(subjectRef: string): LabelledCall[] {
  return [0, 12, 29, 47, 70, 88].map((days, at) => ({
    id: `${subjectRef}-${at}`,
    occurredAt: new Date(NEWEST_MS - days * DAY_MS).toISOString(),
    kind: 'MARRIAGE_FAMILY',
    relationship: null,
    physicalConflict: at === 0,
    warningLetter: false,
    subjectRef,
    station: '第一派出所',
    divisionCode: '150724',
    onlineLabel: 'SENSITIVE',
  }));
}
