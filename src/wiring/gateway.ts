import type { FastifyInstance } from 'fastify';
import type { Policy } from '../agreement/index.ts';
import { type AuditLog, openAuditLog } from '../audit/index.ts';
import type { Clock } from '../base/index.ts';
import type { Config } from '../config.ts';
import { type Planner, startPlannerProcess } from '../federation/index.ts';
import { buildHttpServer } from '../http/index.ts';
import type { Authenticate } from '../identity/index.ts';
import { createOperationCounter, type RequestPorts } from '../request/index.ts';
import { type Database, createCaseRegister, createDisclosureLogStore } from '../storage/index.ts';
import { openCurrentEdition } from './edition/open-current-edition.ts';

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
  /** Told of what the operator must hear: files that were refused, files that were taken in. */
  readonly onMessage?: (message: string) => void;
  /** Told the name of each database statement; tests count with it. */
  readonly onStatement?: (name: string) => void;
  /** How long after one look at the files the next one follows; without it nobody looks but `renew`. */
  readonly lookEveryMs?: number;
  /** Plans over one supergraph; in a process of its own unless given. */
  readonly openPlanner?: (supergraphSdl: string) => Promise<Planner>;
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

/** Wires a gateway: the log, schema and agreements with the agencies behind them, the door. */
export async function openGateway(parts: GatewayParts): Promise<Gateway> {
  const { config, database, clock, onFault, onMessage = () => undefined } = parts;
  const audit = openAuditLog(createDisclosureLogStore(database.log), clock);
  const startPlanner = (supergraphSdl: string): Promise<Planner> =>
    startPlannerProcess(supergraphSdl, { onFault: (error) => onFault('none', error) });
  const { editions, renewal, stopLooking } = await openCurrentEdition({
    ...parts,
    audit,
    onMessage,
    openPlanner: parts.openPlanner ?? startPlanner,
  });
  const ports: RequestPorts = {
    authenticate: parts.authenticate,
    takeEdition: () => editions.take(),
    cases: createCaseRegister(database.app),
    audit,
    clock,
    operations: createOperationCounter(config.LUKOU_MAX_OPERATIONS),
    onFault,
  };
  const app = buildHttpServer({
    ports,
    clock,
    maxBodyBytes: config.LUKOU_MAX_BODY_BYTES,
    maxConnections: config.LUKOU_MAX_CONNECTIONS,
    maxVariableDepth: config.LUKOU_MAX_VARIABLE_DEPTH,
    corsOrigins: config.LUKOU_CORS_ORIGINS,
    readiness: async () => {
      if (!(await audit.isWritable()))
        return { ready: false, reason: 'The disclosure log cannot be written.' };
      const refused = renewal.alarms.map(({ what, code }) => ({ what, code }));
      return { ready: true, unreachable: editions.current.unreachable(), refused };
    },
  });
  return {
    app,
    audit,
    get policy() {
      return editions.current.policy;
    },
    renew: () => renewal.look(),
    async close() {
      await stopLooking();
      await app.close();
      await editions.close();
      await audit.close();
    },
  };
}
