import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, stoppedClock } from '../../src/base/index.ts';
import { readConfig } from '../../src/config.ts';
import type { ConsoleParts } from '../../src/console/index.ts';
import { createPlanner } from '../../src/federation/index.ts';
import { type Gateway, openGateway } from '../../src/wiring/index.ts';
import {
  type Authenticate,
  createAuthenticator,
  createDevelopmentIssuer,
  type DevelopmentIssuer,
  LUKOU_AUDIENCE,
  type SampleCallerName,
  type SampleFeederName,
} from '../../src/identity/index.ts';
import type { Database } from '../../src/storage/index.ts';

/** Who asks: a sample caller, or nobody in particular. */
export type Asker = SampleCallerName | 'public';

/** What comes back: HTTP status, and the body as JSON. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly path?: readonly string[];
      readonly extensions: Readonly<Record<string, unknown>>;
    }[];
    readonly extensions: {
      readonly disclosure: readonly object[];
      readonly receipt: {
        readonly origin: string;
        readonly index: number;
        readonly id: string;
        readonly resultSha256: string;
      };
    };
  };
}

/** How an operation is asked. */
export interface AskOptions {
  readonly purpose?: string | null;
  readonly caseReference?: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly headers?: Record<string, string>;
}

/** A whole gateway over one database, asked without a socket. Its clock stands still. */
export interface World {
  readonly gateway: Gateway;
  readonly database: Database;
  /** Where what signs its log lies, and the keys of subjects. */
  readonly logFolder: string;
  readonly faults: readonly unknown[];
  /** Names of the database statements sent so far. */
  readonly statements: string[];
  /** What the operator was told so far. */
  readonly messages: readonly string[];
  ask(asker: Asker, query: string, options?: AskOptions): Promise<Reply>;
  tokenFor(caller: SampleCallerName | SampleFeederName): Promise<string>;
  close(): Promise<void>;
}

/** The instant at which every world stands: after the sample's winter, inside the sample agreements. */
export const WORLD_NOW = '2026-03-02T09:00:00+08:00';

/** What a world may have of the test's own. */
export interface WorldParts {
  /** Believes other tokens than those of the sample callers. */
  readonly authenticate?: Authenticate;
  /** Another clock than the one that stands still. */
  readonly clock?: Clock;
  /** Follows its files by itself; otherwise only `gateway.renew` looks at them. */
  readonly lookEveryMs?: number;
  /** Serves the console too. */
  readonly openConsole?: (issuer: DevelopmentIssuer) => Promise<ConsoleParts>;
}

/** Opens a world over a test database. */
export async function openWorld(
  database: Database,
  settings: Record<string, string> = {},
  parts: WorldParts = {},
): Promise<World> {
  const clock = parts.clock ?? stoppedClock(WORLD_NOW);
  const keyFolder = await mkdtemp(join(tmpdir(), 'lukou-world-'));
  const developmentIssuer = await createDevelopmentIssuer({ keyFolder, clock });
  const authenticate =
    parts.authenticate ??
    createAuthenticator({
      developmentIssuer,
      place: { host: '127.0.0.1', production: false },
      audience: LUKOU_AUDIENCE,
      clock,
      pseudonymKey: Buffer.alloc(32, 1),
    });
  const logFolder = join(keyFolder, 'log');
  const faults: unknown[] = [];
  const statements: string[] = [];
  const messages: string[] = [];
  const gateway = await openGateway({
    config: readConfig(settings),
    database,
    authenticate,
    clock,
    secret: Buffer.alloc(32, 2),
    logFolder,
    onFault: (_requestId, error) => faults.push(error),
    onStatement: (name) => statements.push(name),
    shapeChecked: true,
    onMessage: (message) => messages.push(message),
    // In this process: a child for each of a test run's worlds would cost more than the tests.
    ...(parts.openConsole !== undefined && { console: await parts.openConsole(developmentIssuer) }),
    ...(parts.lookEveryMs !== undefined && { lookEveryMs: parts.lookEveryMs }),
    openPlanner: async (supergraphSdl) => createPlanner(supergraphSdl),
  });
  return {
    gateway,
    database,
    logFolder,
    faults,
    statements,
    messages,
    tokenFor: (caller) => developmentIssuer.tokenFor(caller),
    async ask(asker, query, { purpose, caseReference, variables, operationName, headers } = {}) {
      const response = await gateway.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: {
          'content-type': 'application/json',
          ...(asker !== 'public' && { authorization: `Bearer ${await developmentIssuer.tokenFor(asker)}` }),
          ...(purpose !== undefined && purpose !== null && { 'lukou-purpose': purpose }),
          ...(caseReference !== undefined && { 'lukou-case': encodeURIComponent(caseReference) }),
          ...headers,
        },
        payload: JSON.stringify({ query, variables, operationName }),
      });
      return { status: response.statusCode, text: response.body, body: response.json() };
    },
    async close() {
      await gateway.close();
      await database.close();
      await rm(keyFolder, { recursive: true });
    },
  };
}
