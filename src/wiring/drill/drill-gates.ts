import { parse } from 'graphql';
import { checkSchema, type SchemaProblem } from '../../agreement/index.ts';
import type { IncidentDesk } from '../../audit/index.ts';
import { LukouError, sha256Hex, stoppedClock, uuidV7 } from '../../base/index.ts';
import type { GuardGate } from '../../classification/index.ts';
import type { DrilledGate } from '../../cli/index.ts';
import { PUBLIC_PRINCIPAL } from '../../identity/index.ts';
import { ingestFile, readAdapter } from '../../ingest/index.ts';
import {
  answer,
  createOperationCounter,
  type Edition,
  type ExecutedOperation,
  type RequestPorts,
} from '../../request/index.ts';
import { createIngestStore, type Database, plantMark } from '../../storage/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import { readShippedSchema } from '../agency.ts';
import { createIngestLog } from '../ingest-log.ts';
import type { Canary } from './canary.ts';

/** What the four gates are drilled in. */
export interface DrillWorld {
  readonly database: Pick<Database, 'app' | 'ingest'>;
  readonly audit: AuditLog;
  readonly incidents: IncidentDesk;
  readonly takeEdition: () => Edition & Disposable;
  /** Told everything that anybody is told. */
  readonly onSaid: (text: string) => void;
  /**
   * Gates to leave out, for tests that show that each one stops what comes to it; the command leaves none out. The gate of
   * the database is left out by changing the database.
   */
  readonly without: ReadonlySet<GuardGate>;
}

/** Inside every sample agreement, so that the drill is the same on any day. */
export const DRILL_CLOCK = stoppedClock('2026-03-02T09:00:00+08:00');

/** Brings a marked text to each gate, and tells where it was stopped. */
export async function drillGates(canary: Canary, world: DrillWorld): Promise<DrilledGate[]> {
  return [
    ...(await drillSchema(canary, world)),
    ...(await drillIngest(canary, world)),
    ...(await drillStorage(canary, world)),
    ...(await drillEgress(canary, world)),
  ];
}

async function drillSchema({ text }: Canary, { without, onSaid }: DrillWorld): Promise<DrilledGate[]> {
  const { documents } = await readShippedSchema();
  const [first, ...others] = documents;
  const places = {
    'a description': `"${text}" type Drill @structure { "Of it." id: ID @sensitivity(level: PUBLIC) }`,
    'a deprecation reason': `"Of it." type Drill @structure {
      "Of it." id: ID @sensitivity(level: PUBLIC) @deprecated(reason: "${text}")
    }`,
  };
  return Object.entries(places).map(([attempt, sdl]) => {
    if (first === undefined) throw new LukouError('INTERNAL', 'There is no schema to drill with.');
    const document = {
      ...first.document,
      definitions: [...first.document.definitions, ...parse(sdl).definitions],
    };
    const problems = checkSchema([{ ...first, document }, ...others]);
    const heard = without.has('SCHEMA') ? problems.filter(({ rule }) => rule !== MARK_RULE) : problems;
    onSaid(JSON.stringify(heard));
    return judgeSchema(attempt, heard);
  });
}

const MARK_RULE = 'no-secrecy-marks';

function judgeSchema(attempt: string, problems: readonly SchemaProblem[]): DrilledGate {
  const isStopped = problems.some(({ rule }) => rule === MARK_RULE);
  return { gate: 'SCHEMA', attempt, isStopped, by: isStopped ? MARK_RULE : 'it composed' };
}

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

async function drillIngest({ text }: Canary, world: DrillWorld): Promise<DrilledGate[]> {
  const sources = {
    'a cell of a file': { name: 'drill.csv', rows: `code,name\n150702,${text}\n` },
    'a cell in base64': {
      name: 'drill.csv',
      rows: `code,name\n150702,${Buffer.from(text).toString('base64')}\n`,
    },
    'the name of a file': { name: `${text}.csv`, rows: 'code,name\n150702,Hailar\n' },
  };
  const ports = {
    store: createIngestStore(world.database.ingest),
    log: createIngestLog(world.audit),
    incidents: gateOf('INGEST', world),
    clock: DRILL_CLOCK,
  };
  const drilled: DrilledGate[] = [];
  for (const [attempt, { name, rows }] of Object.entries(sources)) {
    const by = await ingestFile({ adapter: ADAPTER, name, stream: once(rows) }, ports).then(
      () => 'it was taken in',
      (error: unknown) => {
        world.onSaid(String(error));
        return error instanceof Error && 'incident' in error
          ? `${(error.incident as { gate: string }).gate} gate`
          : String(error);
      },
    );
    drilled.push({ gate: 'INGEST', attempt, isStopped: by === 'INGEST gate', by });
  }
  return drilled;
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function drillStorage({ text }: Canary, { database }: DrillWorld): Promise<DrilledGate[]> {
  const planted = await plantMark(database, text);
  return planted.map(({ role, refusedBy }) => ({
    gate: 'STORAGE',
    attempt: `SQL as ${role}`,
    isStopped: refusedBy === 'MARK_REFUSED',
    by: refusedBy ?? 'it was written',
  }));
}

const QUESTION = '{ roadSegments(first: 1) { nodes { roadName } } }';

async function drillEgress({ text }: Canary, world: DrillWorld): Promise<DrilledGate[]> {
  const nothing = { errors: [], rows: 1, subjects: new Map(), pointers: [] };
  const clean = { roadSegments: { nodes: [{ roadName: 'G10' }] } };
  const answers = {
    'a value of an answer': { ...nothing, data: { roadSegments: { nodes: [{ roadName: text }] } } },
    'the text of an error': { ...nothing, data: clean, errors: [{ message: text, extensions: {} }] },
  } satisfies Record<string, ExecutedOperation>;
  const drilled: DrilledGate[] = [];
  for (const [attempt, executed] of Object.entries(answers)) {
    const released = await ask(QUESTION, executed, world);
    const by = codeOf(released.json);
    // What left is not told again: it may be the mark.
    if (by === 'EGRESS_WITHHELD') world.onSaid(released.json);
    drilled.push({ gate: 'EGRESS', attempt, isStopped: by === 'EGRESS_WITHHELD', by });
  }
  return drilled;
}

function codeOf(json: string): string {
  const { errors } = JSON.parse(json) as { errors?: { extensions: { code?: string } }[] };
  return errors?.[0]?.extensions.code ?? 'it was answered';
}

/** Asks the flow itself, with agencies that answer as they are told to. */
function ask(query: string, executed: ExecutedOperation, world: DrillWorld) {
  const ports: RequestPorts = {
    authenticate: () => Promise.resolve(PUBLIC_PRINCIPAL),
    takeEdition: () => replaceAgencies(world.takeEdition(), executed),
    cases: { find: () => Promise.resolve(null) },
    audit: world.audit,
    variablesKey: Buffer.from(sha256Hex('drill'), 'hex'),
    alarms: { raise: () => Promise.resolve() },
    breakGlass: { report: () => Promise.resolve() },
    meter: { spend: () => Promise.resolve([]) },
    incidents: gateOf('EGRESS', world),
    clock: DRILL_CLOCK,
    operations: createOperationCounter(1),
    onFault: (_requestId, error) => world.onSaid(String(error)),
  };
  const arrival = {
    requestId: uuidV7(DRILL_CLOCK.nowMs()),
    ip: '127.0.0.1',
    method: 'POST',
    headers: new Map([['content-type', 'application/json']]),
    search: '',
    body: { query },
  };
  return answer(arrival, ports);
}

function replaceAgencies(edition: Edition & Disposable, executed: ExecutedOperation): Edition & Disposable {
  return {
    ...edition,
    federation: {
      plan: (operation, grant) => ({
        ...edition.federation.plan(operation, grant),
        execute: () => Promise.resolve(executed),
      }),
    },
    [Symbol.dispose]: () => edition[Symbol.dispose](),
  };
}

/** The incident desk as one gate sees it: a gate that is left out takes everything for released. */
function gateOf(gate: GuardGate, { incidents, without }: DrillWorld): IncidentDesk {
  if (!without.has(gate)) return incidents;
  return { ...incidents, released: () => Promise.resolve(EVERYTHING) };
}

class Everything extends Set<string> {
  override get size(): number {
    return 1;
  }
  override has(): boolean {
    return true;
  }
}
const EVERYTHING = new Everything();
