import type { FastifyInstance } from 'fastify';
import { systemClock } from '../../src/base/index.ts';
import {
  DEFAULT_LIMITS,
  openFederation,
  startPlannerProcess,
  type FederationLimits,
  type Subgraph,
} from '../../src/federation/index.ts';
import { buildHttpServer, startGraphqlSpeaker } from '../../src/http/index.ts';
import type { Principal } from '../../src/identity/index.ts';
import { createOperationCounter, createStreamPlaces, type StreamPorts } from '../../src/request/index.ts';
import { NO_INCIDENTS } from '../world/incidents.ts';
import { openMemoryLog } from '../audit-log/memory-log.ts';
import { openPolicy } from './open-policy.ts';

/** Wide enough for any audit. The product's own limits have their own tests. */
const LIMITS: FederationLimits = {
  ...DEFAULT_LIMITS,
  maxDocumentBytes: 8 * 1024 * 1024,
  maxTokens: 1_000_000,
  maxDepth: 200,
  maxVariableDepth: 200,
  maxFields: 50_000,
  maxRootFields: 10_000,
  maxAliases: 50_000,
  maxDirectives: 50_000,
  maxFragments: 50_000,
  maxListSize: Number.MAX_SAFE_INTEGER,
  maxRows: Infinity,
  maxErrors: 1_000,
};

const EVERYONE: Principal = {
  role: 'public',
  agency: null,
  subject: null,
  pseudonym: null,
  authMethod: 'none',
  system: null,
  issuedAtMs: null,
  expiresAtMs: null,
};

/** A gateway over a supergraph of anyone's, with everything granted and the log in memory. */
export interface OpenSupergraph {
  readonly app: FastifyInstance;
  /** Faults that the operator would be told of. */
  readonly faults: readonly unknown[];
  close(): Promise<void>;
}

/** Opens the product's own door and flow over a supergraph; what differs is who may see what: everyone, everything. */
export async function openSupergraph(
  supergraphSdl: string,
  subgraphs: readonly Subgraph[],
  onFault: (error: unknown) => void = () => undefined,
): Promise<OpenSupergraph> {
  const faults: unknown[] = [];
  const tellFault = (_requestId: string, error: unknown): void => {
    faults.push(error);
    onFault(error);
  };
  await using opened = new AsyncDisposableStack();
  const planner = await startPlannerProcess(supergraphSdl, { onFault: (error) => tellFault('none', error) });
  opened.defer(() => planner.close());
  const federation = openFederation({
    supergraphSdl,
    planner,
    subgraphs,
    limits: LIMITS,
    introspectionSchema: () => federation.consumerSchema,
    onFault: tellFault,
  });
  const policy = openPolicy(federation.consumerSchema);
  const speaker = await startGraphqlSpeaker(federation.consumerSchema, {
    documents: {
      mode: 'any',
      find: () => Promise.resolve(null),
      admit: (documentText) => federation.admit(documentText),
      maxVariableDepth: LIMITS.maxVariableDepth,
    },
  });
  opened.defer(() => speaker.stop());
  const audit = await openMemoryLog();
  opened.defer(() => audit.close());
  const ports: StreamPorts = {
    authenticate: () => Promise.resolve(EVERYONE),
    takeEdition: () => ({
      policy,
      speakGraphql: (arrival, _grant, run) => speaker.speak(arrival, run),
      federation: {
        plan(operation, grant) {
          const planned = federation.plan(operation, grant);
          return {
            selected: planned.selected,
            inputUses: [],
            countInputs: () => new Map(),
            visitInputs: () => undefined,
            execute: (caller) => federation.execute(planned, operation.variables, caller),
            follow: (caller, signal) => federation.follow(planned, operation.variables, caller, signal),
          };
        },
      },
      [Symbol.dispose]: () => undefined,
    }),
    cases: { find: () => Promise.resolve(null) },
    alarms: { raise: () => Promise.resolve() },
    breakGlass: { report: () => Promise.resolve() },
    incidents: NO_INCIDENTS,
    meter: { spend: () => Promise.resolve([]) },
    audit,
    variablesKey: Buffer.alloc(32, 1),
    clock: systemClock,
    operations: createOperationCounter(1_000),
    streams: createStreamPlaces({ ofOne: 8, ofAll: 8, atOnce: 4 }),
    onFault: tellFault,
  };
  const app = buildHttpServer({
    ports,
    clock: systemClock,
    maxBodyBytes: LIMITS.maxDocumentBytes,
    maxConnections: 1_000,
    maxVariableDepth: LIMITS.maxVariableDepth,
    streamPatienceMs: 10_000,
    maxStreams: 8,
    corsOrigins: [],
    readiness: () => Promise.resolve({ ready: true }),
  });
  app.get('/health', () => ({ ready: true }));
  opened.defer(() => app.close());
  const held = opened.move();
  return { app, faults, close: () => held.disposeAsync() };
}
