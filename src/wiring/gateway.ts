import type { FastifyInstance } from 'fastify';
import type { Policy } from '../agreement/index.ts';
import { type AuditLog, createLogPages } from '../audit/index.ts';
import type { Clock } from '../base/index.ts';
import type { Config } from '../config.ts';
import { type ConsoleParts, findLostPage, openConsoleDoor } from '../console/index.ts';
import { type Planner, startPlannerProcess } from '../federation/index.ts';
import { buildHttpServer } from '../http/index.ts';
import type { Authenticate } from '../identity/index.ts';
import { createOperationCounter, createStreamPlaces, type StreamPorts } from '../request/index.ts';
import {
  type Database,
  createAlarmDesk,
  createBreakGlassDesk,
  createBudgetMeter,
  createCaseRegister,
  createLogReader,
  deriveKey,
} from '../storage/index.ts';
import type { AgreementReading } from './agreements/open-agreement-files.ts';
import { openNotifier } from './incidents/notify.ts';
import { openIncidentDesk } from './incidents/open-incident-desk.ts';
import { cosignedFinder } from './witness/cosigned-finder.ts';
import { openGatewayLog } from './witness/open-gateway-log.ts';
import { openPruning } from './retention/open-pruning.ts';
import { openCurrentEdition } from './edition/open-current-edition.ts';
import { openDeadlines } from './open-deadlines.ts';
import { openDeliveries, readDeliveryAdapters } from './open-deliveries.ts';
import { openEventFeed } from './nats/open-event-feed.ts';
import { openSubjects } from './subjects.ts';

/** What a gateway is made of. */
export interface GatewayParts extends AgreementReading {
  readonly config: Config;
  readonly database: Database;
  readonly authenticate: Authenticate;
  readonly clock: Clock;
  /** The data folder's secret, which the keys of cursors and token masks are derived from. */
  readonly secret: Uint8Array;
  /** Where what signs its disclosure log is kept, outside the database. */
  readonly logFolder: string;
  /** Told of faults, which no caller sees. */
  readonly onFault: (requestId: string, error: unknown) => void;
  /** Told of what the operator must hear: files that were refused, files that were taken in. */
  readonly onMessage?: (message: string) => void;
  /** Told the name of each database statement; tests count with it. */
  readonly onStatement?: (name: string) => void;
  /** Tests only: checks the shape of rows, and that nothing is read of them which was not asked for. */
  readonly shapeChecked?: boolean;
  /** How long after one look at the files the next one follows; without it nobody looks but `renew`. */
  readonly lookEveryMs?: number;
  /** Plans over one supergraph; in a process of its own unless given. */
  readonly openPlanner?: (supergraphSdl: string) => Promise<Planner>;
  /** Where several processes answer as one gateway: how many of them do now. */
  readonly readFleet?: () => { readonly serving: number; readonly of: number };
  /** What serves the console; without it nothing is at `/console/`. */
  readonly console?: ConsoleParts;
}

/** A gateway that is wired and not yet listening. */
export interface Gateway {
  readonly app: FastifyInstance;
  readonly audit: AuditLog;
  /** The agreements in force now. */
  readonly policy: Policy;
  /** Looks at schema, supergraph and agreement files now, and takes in what is new. */
  renew(): Promise<void>;
  /** Takes no more requests, finishes those under way, writes the log to its end. */
  close(): Promise<void>;
}

const MOST_STREAM_ANSWERS = 4;

/** However many streams wake up together, requests have half of the connections for themselves. */
function streamAnswersAtOnce({ app }: Database): number {
  return Math.max(1, Math.min(MOST_STREAM_ANSWERS, Math.floor(app.options.max / 2)));
}

/** Wires a gateway: the log, schema and agreements with the agencies behind them, the door. */
export async function openGateway(parts: GatewayParts): Promise<Gateway> {
  const { config, database, clock, onFault, onMessage = () => undefined } = parts;
  const adapters = await readDeliveryAdapters(config);
  const subjectKeys = openSubjects(parts);
  const feed = await openEventFeed(config, database, onMessage);
  const audit = await openGatewayLog(parts, onMessage).catch(async (error: unknown) => {
    await feed.close();
    throw error;
  });
  const startPlanner = (supergraphSdl: string): Promise<Planner> =>
    startPlannerProcess(supergraphSdl, { onFault: (error) => onFault('none', error) });
  const notifier = openNotifier(config.LUKOU_INCIDENT_WEBHOOK, onMessage);
  const incidents = openIncidentDesk({ database, secret: parts.secret, notify: notifier.notify });
  const { editions, renewal, stopLooking } = await openCurrentEdition({
    ...parts,
    audit,
    incidents,
    subjectKeys,
    onMessage,
    openPlanner: parts.openPlanner ?? startPlanner,
    feed,
  }).catch(async (error: unknown) => {
    await notifier.settle();
    await feed.close();
    await audit.close();
    throw error;
  });
  // Tests that look themselves have nobody prune behind their back.
  const pruning = parts.lookEveryMs === undefined ? null : openPruning(audit, { ...parts, onMessage });
  const deadlines = parts.lookEveryMs === undefined ? null : openDeadlines(parts);
  const ports: StreamPorts = {
    authenticate: parts.authenticate,
    takeEdition: () => editions.take(),
    cases: createCaseRegister(database.app),
    audit,
    get variablesKey() {
      return subjectKeys.now().variables;
    },
    alarms: createAlarmDesk(database.app),
    breakGlass: createBreakGlassDesk(database.app),
    meter: createBudgetMeter(database.app, deriveKey(parts.secret, 'addresses v1')),
    incidents,
    clock,
    operations: createOperationCounter(config.LUKOU_MAX_OPERATIONS),
    streams: createStreamPlaces({
      ofOne: config.LUKOU_MAX_STREAMS,
      ofAll: config.LUKOU_MAX_ALL_STREAMS,
      atOnce: streamAnswersAtOnce(database),
    }),
    onFault,
  };
  const app = buildHttpServer({
    ports,
    clock,
    maxBodyBytes: config.LUKOU_MAX_BODY_BYTES,
    maxConnections: config.LUKOU_MAX_CONNECTIONS,
    maxVariableDepth: config.LUKOU_MAX_VARIABLE_DEPTH,
    streamPatienceMs: config.LUKOU_STREAM_PATIENCE_MS,
    maxStreams: config.LUKOU_MAX_STREAMS,
    corsOrigins: config.LUKOU_CORS_ORIGINS,
    ...(parts.console !== undefined && { findLostPage }),
    hasPublicFeeds:
      (config.LUKOU_PUBLIC_FEEDS ?? (config.LUKOU_ISSUERS === undefined ? 'on' : 'off')) === 'on',
    deliveries: openDeliveries(adapters, config.LUKOU_MAX_DELIVERY_BYTES, { database, incidents, clock }),
    log: {
      pages: createLogPages(createLogReader(database.app), cosignedFinder(parts)),
      ownLog: audit.log,
    },
    readiness: async () => {
      if (!(await audit.isWritable()))
        return { ready: false, reason: audit.fatal?.message ?? 'The disclosure log cannot be written.' };
      const refused = renewal.alarms.map(({ what, code }) => ({ what, code }));
      const workers = parts.readFleet?.();
      const unreachable = editions.current.unreachable();
      return { ready: true, unreachable, refused, ...(workers === undefined ? {} : { workers }) };
    },
  });
  if (parts.console !== undefined) openConsoleDoor(app, parts.console);
  return {
    app,
    audit,
    get policy() {
      return editions.current.policy;
    },
    renew: () => renewal.look(),
    async close() {
      await stopLooking();
      await pruning?.stop();
      await deadlines?.stop();
      await app.close();
      await feed.close();
      await editions.close();
      await notifier.settle();
      await audit.close();
    },
  };
}
