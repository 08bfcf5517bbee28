import type { DrilledGate } from '../../audit/index.ts';
import { sha256Hex, uuidV7 } from '../../base/index.ts';
import { PUBLIC_PRINCIPAL } from '../../identity/index.ts';
import {
  answer,
  createOperationCounter,
  type Edition,
  type ExecutedOperation,
  type RequestPorts,
} from '../../request/index.ts';
import { type Brought, DRILL_CLOCK, type DrillWorld, gateOf } from './drill-world.ts';

const QUESTION = '{ roadSegments(first: 1) { nodes { roadName } } }';

/** Asks for an answer that holds a text. */
export async function drillEgress({ text }: Brought, world: DrillWorld): Promise<DrilledGate[]> {
  const nothing = { errors: [], rows: 1, subjects: new Map(), pointers: [] };
  const clean = { roadSegments: { nodes: [{ roadName: 'G10' }] } };
  const answers = [
    ['ANSWER', { ...nothing, data: { roadSegments: { nodes: [{ roadName: text }] } } }],
    [
      'ERROR_TEXT',
      { ...nothing, data: clean, errors: [{ message: text, extensions: { code: 'SUBGRAPH_FAULT' } }] },
    ],
  ] satisfies [DrilledGate['way'], ExecutedOperation][];
  const drilled: DrilledGate[] = [];
  for (const [way, executed] of answers) {
    const released = await ask(QUESTION, executed, world);
    const by = released.json.includes(text) ? 'it was answered' : codeOf(released.json);
    // What left is not told again: it may be the mark.
    if (by === 'EGRESS_WITHHELD') world.onSaid(released.json);
    drilled.push({ gate: 'EGRESS', way, isStopped: by === 'EGRESS_WITHHELD', by });
  }
  return drilled;
}

function codeOf(json: string): string {
  const { errors } = JSON.parse(json) as { errors?: { extensions: { code?: string } }[] };
  return errors?.[0]?.extensions.code ?? 'it was left out';
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
