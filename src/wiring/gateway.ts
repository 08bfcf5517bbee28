import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { resolversBySubgraph, scalars } from '../../resolvers/index.ts';
import {
  type Catalogue,
  type Grant,
  type Policy,
  type SubgraphDocument,
  compilePolicy,
  readAgreement,
  requireCatalogue,
} from '../agreement/index.ts';
import { type AuditLog, openAuditLog } from '../audit/index.ts';
import type { Clock } from '../base/index.ts';
import type { Config } from '../config.ts';
import {
  type Federation,
  type Subgraph,
  composeSupergraph,
  createLocalSubgraph,
  openFederation,
} from '../federation/index.ts';
import { buildHttpServer, startGraphqlSpeaker } from '../http/index.ts';
import type { Authenticate } from '../identity/index.ts';
import type { MaskKeys } from '../masking/index.ts';
import { Editions } from './editions.ts';
import type { FederationPort, RequestPorts } from '../request/index.ts';
import {
  type Database,
  type SessionScope,
  archiveAgreements,
  createCursorSealer,
  createDisclosureLogStore,
  deriveKey,
  openReader,
  openSession,
  readAgreementFolder,
  readSchemaFolder,
} from '../storage/index.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SUBGRAPHS = ['traffic', 'checkpoint', 'mediation', 'oversight'] as const;
type SubgraphName = (typeof SUBGRAPHS)[number];

/** What a gateway is made of. */
export interface GatewayParts {
  readonly config: Config;
  readonly database: Database;
  readonly authenticate: Authenticate;
  readonly clock: Clock;
  /** The data folder's secret, which the keys of cursors and token masks are derived from. */
  readonly secret: Uint8Array;
  /** Told of faults, which no caller sees. */
  readonly onFault: (requestId: string, error: unknown) => void;
  /** Told the name of each database statement; tests count with it. */
  readonly onStatement?: (name: string) => void;
}

/** A gateway that is wired and not yet listening. */
export interface Gateway {
  readonly app: FastifyInstance;
  readonly audit: AuditLog;
  readonly policy: Policy;
  /** Takes no more requests, finishes those under way, writes the log to its end. */
  close(): Promise<void>;
}

/** Wires a gateway: schema, agreements, the agencies' subgraphs, the log, the door. */
export async function openGateway(parts: GatewayParts): Promise<Gateway> {
  const { config, database, clock, onFault } = parts;
  const documents = await readSchemaFolder(join(ROOT, 'schema'), SUBGRAPHS);
  const catalogue = requireCatalogue(documents);
  const policy = await loadPolicy(config.LUKOU_AGREEMENTS ?? join(ROOT, 'agreements'), catalogue);
  await archiveAgreements(database.app, policy);
  const federation = openFederation({
    supergraphSdl: composeSupergraph(documents),
    subgraphs: SUBGRAPHS.map((name, at) => openAgency(name, documents[at]!, parts)),
    scalars,
    limits: {
      maxDepth: config.LUKOU_MAX_DEPTH,
      maxFields: config.LUKOU_MAX_FIELDS,
      maxRows: config.LUKOU_MAX_ROWS,
    },
    isRow: (typeName) => catalogue.types.get(typeName)?.isStructure === false,
    onFault,
  });
  const audit = openAuditLog(createDisclosureLogStore(database.log), clock);
  const speaker = await startGraphqlSpeaker(federation.consumerSchema, {
    maxTokens: config.LUKOU_MAX_TOKENS,
  });
  const editions = new Editions(
    {
      policy,
      speakGraphql: speaker.speak,
      federation: federationPort(federation),
      close: () => speaker.stop(),
    },
    (error) => onFault('none', error),
  );
  const ports: RequestPorts = {
    authenticate: parts.authenticate,
    takeEdition: () => editions.take(),
    audit,
    clock,
    onFault,
  };
  const app = buildHttpServer({
    ports,
    clock,
    maxBodyBytes: config.LUKOU_MAX_BODY_BYTES,
    maxConnections: config.LUKOU_MAX_CONNECTIONS,
    readiness: async () =>
      (await audit.isWritable())
        ? { ready: true }
        : { ready: false, reason: 'The disclosure log cannot be written.' },
  });
  return {
    app,
    audit,
    policy,
    async close() {
      await app.close();
      await editions.close();
      await audit.close();
    },
  };
}

function federationPort(federation: Federation): FederationPort {
  return {
    plan(operation, grant) {
      const { variables } = operation;
      const planned = federation.plan(operation, grant);
      return {
        selected: planned.selected,
        inputUses: planned.inputUses(variables),
        execute: (caller) => federation.execute(planned, variables, caller),
      };
    },
  };
}

async function loadPolicy(folder: string, catalogue: Catalogue): Promise<Policy> {
  const files = await readAgreementFolder(folder);
  return compilePolicy(
    files.map(({ content, source }) => readAgreement(content, source)),
    catalogue,
  );
}

/** One agency in this process: its schema, its resolvers, and a session scoped to each caller. */
function openAgency(name: SubgraphName, { document }: SubgraphDocument, parts: GatewayParts): Subgraph {
  const { database, secret, onFault, onStatement } = parts;
  const cursors = createCursorSealer(deriveKey(secret, 'cursors v1'));
  return createLocalSubgraph({
    name,
    document,
    resolvers: resolversBySubgraph[name],
    maskKeysFor: (agreementUid) => maskKeys(secret, agreementUid),
    onFault,
    openContext({ grant, nowMs }) {
      const scope = sessionScope(grant, nowMs);
      const session = openSession({
        pool: database.app,
        signer: database.signer,
        scope,
        ...(onStatement && { onStatement }),
      });
      const read = openReader(name, { session, scope, cursors, grantDigest: grant.digest });
      return { context: { read }, close: () => session.close() };
    },
  });
}

/** The rows that a grant opens at one instant, as the database takes them. */
function sessionScope(grant: Grant, nowMs: number): SessionScope {
  return Object.fromEntries(
    [...grant.scopes].map(([typeName, { divisions, maxAgeMs, withheldUsages }]) => [
      typeName,
      {
        divisions,
        notBefore: maxAgeMs === null ? null : new Date(nowMs - maxAgeMs).toISOString(),
        withheldUsages,
      },
    ]),
  );
}

/** Tokens join within one agreement and not across: each agreement has keys of its own. */
function maskKeys(secret: Uint8Array, agreementUid: string | null): MaskKeys {
  return {
    tokenKey: (domain) => deriveKey(secret, `token mask v1 ${JSON.stringify([agreementUid, domain])}`),
  };
}
