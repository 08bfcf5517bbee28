import type { FastifyInstance } from 'fastify';
import { ownersOfSubgraph, type Policy, requireCatalogue } from '../agreement/index.ts';
import type { AuditLog } from '../audit/index.ts';
import { LukouError } from '../base/index.ts';
import type { Config } from '../config.ts';
import { buildSubgraphServer, type DoorCertificates } from '../http/index.ts';
import { createContextVerifier, type TrustedGateways } from '../identity/index.ts';
import { createStreamPlaces } from '../request/index.ts';
import { archiveAgreements, createCursorSealer, deriveKey } from '../storage/index.ts';
import { type AgencyParts, openAgency } from './agency.ts';
import type { SubgraphName } from './subgraph-names.ts';
import { type AgreementReading, openAgreementFiles } from './agreements/open-agreement-files.ts';
import { lookEvery } from './edition/look-every.ts';
import { openNotifier } from './incidents/notify.ts';
import { openIncidentDesk } from './incidents/open-incident-desk.ts';
import { questionLimitsOf } from './limits-of.ts';
import { logNameOf, openServingLog } from './open-log.ts';
import { openEventFeed } from './nats/open-event-feed.ts';
import { createOversightDesks } from './oversight/open-desk.ts';
import { openOwnAgreements } from './own-agreements.ts';
import { refuseKeptClassified } from './schema-gate/find-kept-classified.ts';
import { takeInSchema } from './schema-gate/report-refused-schema.ts';
import { openDeadlines } from './open-deadlines.ts';
import { sealEvents } from './seal-events.ts';
import { openSubjects } from './subjects.ts';
import { readSchemas } from './supergraph/list-subgraphs.ts';

/** What one agency's own process is made of. */
export interface SubgraphParts
  extends Omit<AgencyParts, 'audit' | 'feed' | 'openDesk' | 'subjectKeys'>, AgreementReading {
  readonly name: SubgraphName;
  readonly config: Config;
  readonly gateways: TrustedGateways;
  readonly certificates: DoorCertificates | null;
  /** Where what signs its disclosure log is kept, outside the database. */
  readonly logFolder: string;
  /** Told why a question was refused, and where it came from. */
  readonly onRefused: (reason: string, from: string) => void;
  /** Told of what the operator must hear: files that were refused, files that were taken in. */
  readonly onMessage?: (message: string) => void;
  /** How long after one look at the agreement files the next one follows; without it nobody looks but `renew`. */
  readonly lookEveryMs?: number;
}

/** One agency's subgraph that is wired and not yet listening. */
export interface AgencyProcess {
  readonly app: FastifyInstance;
  /** Holds what was taken in and done here; answers are recorded by the gateway. */
  readonly audit: AuditLog;
  /** The agreements in force now. */
  readonly policy: Policy;
  /** Looks at the agreement files now, and takes in what is new. */
  renew(): Promise<void>;
  /** Takes no more questions and finishes those under way. */
  close(): Promise<void>;
}

/** Wires one agency: its schema, its own agreements, its database, the door for trusted gateways. */
export async function openSubgraph(parts: SubgraphParts): Promise<AgencyProcess> {
  const { name, config, database, clock, gateways, onMessage = () => undefined } = parts;
  // Of the other agencies' schemas it needs whose each field is: theirs come by its own rows, as keys and in filters.
  const schemas = await readSchemas(config.LUKOU_SUPERGRAPH);
  const own = schemas.find((schema) => schema.name === name);
  if (own === undefined)
    throw new LukouError('SETTING_INVALID', `LUKOU_SUPERGRAPH does not list ${name}. Add it.`);
  const notifier = openNotifier(config.LUKOU_INCIDENT_WEBHOOK, onMessage);
  const incidents = openIncidentDesk({ database, secret: parts.secret, notify: notifier.notify });
  const catalogue = await takeInSchema(schemas, null, { ...parts, incidents }, async () => {
    const judged = requireCatalogue(schemas);
    await refuseKeptClassified(schemas, database);
    return judged;
  });
  const files = openAgreementFiles(config, parts, onMessage);
  const agreements = await openOwnAgreements({
    files,
    catalogue,
    owners: ownersOfSubgraph(catalogue, name),
    archive: (policy) => archiveAgreements(database.app, policy, schemas),
    onMessage,
  });
  const audit = await openServingLog({
    database,
    folder: parts.logFolder,
    log: logNameOf(config, name),
    gatewayName: config.LUKOU_GATEWAY_NAME,
    clock,
    onMessage,
  });
  const feed = await openEventFeed(config, database, onMessage);
  const mostStreams = config.LUKOU_MAX_ALL_STREAMS;
  const subgraph = openAgency(name, own, catalogue, {
    ...parts,
    audit,
    feed,
    subjectKeys: openSubjects(parts),
    openDesk: createOversightDesks({ ...parts, findPolicy: () => agreements.current.policy }),
    limits: questionLimitsOf(config),
  });
  const app = buildSubgraphServer({
    ports: {
      verifyContext: createContextVerifier({ subgraph: name, gateways, clock }),
      findPolicy: () => agreements.current,
      ...sealEvents(subgraph, createCursorSealer(deriveKey(parts.secret, 'events v1'))),
      streams: createStreamPlaces({ ofOne: mostStreams, ofAll: mostStreams, atOnce: 1 }),
      owners: [...ownersOfSubgraph(catalogue, name)],
      incidents,
      clock,
      onRefused: parts.onRefused,
      onFault: parts.onFault,
    },
    maxConnections: config.LUKOU_MAX_CONNECTIONS,
    certificates: parts.certificates,
    isReady: () => audit.isWritable(),
  });
  const looking =
    parts.lookEveryMs === undefined
      ? null
      : lookEvery(parts.lookEveryMs, agreements.look, (error) => parts.onFault('none', error));
  const deadlines = parts.lookEveryMs === undefined ? null : openDeadlines(parts);
  return {
    app,
    audit,
    get policy() {
      return agreements.current.policy;
    },
    renew: agreements.look,
    async close() {
      await looking?.stop();
      await deadlines?.stop();
      await files.settled();
      await app.close();
      await feed.close();
      await notifier.settle();
      await audit.close();
    },
  };
}
