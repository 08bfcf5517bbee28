import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolversBySubgraph, scalars } from '../../resolvers/index.ts';
import { parse } from 'graphql';
import {
  type Agreement,
  bindGrant,
  type Catalogue,
  type Policy,
  compilePolicy,
  readAgreement,
  requireCatalogue,
} from '../../src/agreement/index.ts';
import type { LogStore } from '../../src/audit/index.ts';
import { systemClock } from '../../src/base/index.ts';
import {
  composeSupergraph,
  createLocalSubgraph,
  createPlanner,
  openFederation,
  type PlannedOperation,
  type Planner,
} from '../../src/federation/index.ts';
import { startGraphqlSpeaker } from '../../src/http/index.ts';
import { createAuthenticator, createDevelopmentIssuer, LUKOU_AUDIENCE } from '../../src/identity/index.ts';
import { hashSubject } from '../../src/masking/index.ts';
import { createOperationCounter, type RequestPorts } from '../../src/request/index.ts';
import { NO_INCIDENTS } from '../../test/world/incidents.ts';
import { listAgreementFiles, parseAgreementFile } from '../../src/storage/index.ts';
import { createMemoryStore, openMemoryLog } from '../../test/audit-log/memory-log.ts';
import { readDocuments, SUBGRAPHS } from '../bare-agencies.ts';
import { openMemoryReader } from './memory-reader.ts';

/** The folder of the example agreements. */
export const AGREEMENTS = join(import.meta.dirname, '..', '..', 'agreements');
const KEY = Buffer.alloc(32, 1);
const onFault = (_requestId: string, error: unknown): void => console.error(error);

/** Every agreement of a folder. */
export function readFolder(folder: string): readonly Agreement[] {
  return listAgreementFiles(folder).flatMap(({ name, path }) =>
    parseAgreementFile(readFileSync(path, 'utf8'), name).map((content) => readAgreement(content, name)),
  );
}

/** The example agreements, the federation over agencies in this process, and their rows in memory. */
export async function openLukou(
  openPlanner: (supergraphSdl: string) => Planner | Promise<Planner> = createPlanner,
  choosePolicy: (catalogue: Catalogue) => Policy = (catalogue) =>
    compilePolicy(readFolder(AGREEMENTS), catalogue),
) {
  const documents = await readDocuments();
  const catalogue = requireCatalogue(documents);
  const policy = choosePolicy(catalogue);
  const supergraphSdl = composeSupergraph(documents);
  const federation = openFederation({
    supergraphSdl,
    planner: await openPlanner(supergraphSdl),
    subgraphs: SUBGRAPHS.map((name, at) =>
      createLocalSubgraph({
        name,
        document: documents[at]!.document,
        resolvers: resolversBySubgraph[name],
        inputs: catalogue.inputs,
        openContext: () => ({ context: { read: openMemoryReader(name) }, close: () => undefined }),
        maskKeysFor: () => ({ tokenKey: () => KEY }),
        hashSubject: (kind, value) => hashSubject(KEY, kind, value),
        onFault,
      }),
    ),
    scalars,
    isRow: (typeName) => catalogue.types.get(typeName)?.isStructure === false,
    onFault,
  });
  return { policy, federation };
}

/** Lukou's plan executor alone, for the analyst of the traffic police; each text is planned once. */
export async function openExecutor() {
  const { policy, federation } = await openLukou();
  const nowMs = Date.now();
  const grant = bindGrant(
    policy,
    { agency: 'AG-TRAFFIC-POLICE', role: 'analyst', purpose: 'ROAD_SAFETY', caseReference: null },
    nowMs,
  );
  const caller = { grant, requestId: 'bench', nowMs };
  const variables = {};
  const planned = new Map<string, PlannedOperation>();

  function plan(query: string): PlannedOperation {
    let known = planned.get(query);
    if (known === undefined) {
      const operation = { document: parse(query), documentText: query, operationName: null, variables };
      planned.set(query, (known = federation.plan(operation, grant)));
    }
    return known;
  }

  return {
    consumerSchema: federation.consumerSchema,
    execute: (query: string) => federation.execute(plan(query), variables, caller),
  };
}

/** The ports of the whole request flow: Apollo Server, token verification, the log in memory. */
export async function openPorts(
  choosePolicy?: (catalogue: Catalogue) => Policy,
): Promise<{ readonly ports: RequestPorts; readonly token: string }> {
  const { policy, federation } = await openLukou(undefined, choosePolicy);
  const keyFolder = await mkdtemp(join(tmpdir(), 'lukou-bench-'));
  const developmentIssuer = await createDevelopmentIssuer({ keyFolder });
  await rm(keyFolder, { recursive: true });
  const speaker = await startGraphqlSpeaker(federation.consumerSchema, {
    documents: {
      mode: 'any',
      find: () => Promise.resolve(null),
      admit: (text) => federation.admit(text),
      maxVariableDepth: 20,
    },
  });
  const audit = await openMemoryLog({ store: createShortStore() });
  const edition = {
    policy,
    speakGraphql: (arrival, _grant, run) => speaker.speak(arrival, run),
    federation: {
      plan: (operation, grant) => {
        const planned = federation.plan(operation, grant);
        return {
          selected: planned.selected,
          inputUses: planned.inputUses(operation.variables),
          countInputs: () => planned.countInputs(operation.variables),
          visitInputs: (visit) => planned.visitInputs(operation.variables, visit),
          execute: (caller) => federation.execute(planned, operation.variables, caller),
          follow: (caller, signal) => federation.follow(planned, operation.variables, caller, signal),
        };
      },
    },
    [Symbol.dispose]: () => undefined,
  } satisfies ReturnType<RequestPorts['takeEdition']>;
  const authenticate = createAuthenticator({
    developmentIssuer,
    place: { host: '127.0.0.1', production: false },
    audience: LUKOU_AUDIENCE,
    clock: systemClock,
    pseudonymKey: KEY,
  });
  const ports = {
    authenticate,
    takeEdition: () => edition,
    cases: { find: () => Promise.resolve(null) },
    alarms: { raise: () => Promise.resolve() },
    breakGlass: { report: () => Promise.resolve() },
    meter: { spend: () => Promise.resolve([]) },
    incidents: NO_INCIDENTS,
    audit,
    variablesKey: KEY,
    clock: systemClock,
    operations: createOperationCounter(64),
    onFault,
  };
  return { ports, token: await developmentIssuer.tokenFor('analyst') };
}

/** A log's store that holds the newest batch alone: one that holds all would be measured for collecting its memory. */
function createShortStore(): LogStore {
  const store = createMemoryStore();
  const { append } = store;
  store.append = (batch, signal) => {
    store.records = [];
    store.tiles = [];
    return append(batch, signal);
  };
  return store;
}
