import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Ask, digestOfOwners, ownersOfSubgraph } from '../../src/agreement/index.ts';
import { stoppedClock } from '../../src/base/index.ts';
import { readConfig } from '../../src/config.ts';
import { createContextSigner, openGatewayKey, trustGateways } from '../../src/identity/index.ts';
import type { Database } from '../../src/storage/index.ts';
import {
  type AgencyProcess,
  openSubgraph,
  type SubgraphName,
  type SubgraphParts,
} from '../../src/wiring/index.ts';
import { WORLD_NOW } from './open-world.ts';

/** A question in parts, so that a test can spoil one of them. */
export interface SignedParts {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How a question is signed, where it is not as it should be. */
export interface Signing {
  readonly ask?: Partial<Ask>;
  readonly subgraph?: string;
  readonly policyDigest?: string;
  readonly nowMs?: number;
  /** The pseudonym of who asks for an act. */
  readonly actor?: string;
  /** The event that a subscription is asked about. */
  readonly event?: object;
}

/** What came back through the agency's door. */
export interface AgencyReply {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** One agency's own process over one database, asked without a socket by the gateway that it trusts. */
export interface AgencyWorld {
  readonly agency: AgencyProcess;
  readonly clock: ReturnType<typeof stoppedClock>;
  readonly refusals: readonly string[];
  readonly faults: readonly unknown[];
  readonly statements: readonly string[];
  /** What the operator was told so far. */
  readonly messages: readonly string[];
  /** Signs a question as the trusted gateway. */
  sign(query: string, variables?: object, signing?: Signing): Promise<SignedParts>;
  send(parts: Partial<SignedParts>): Promise<AgencyReply>;
  close(): Promise<void>;
}

export const TRANSPORT: Ask = {
  agency: 'AG-TRANSPORT-CENTRE',
  role: 'partner',
  purpose: 'ROAD_SAFETY',
  caseReference: null,
};

/** What an agency may have of the test's own. */
export interface AgencyWorldParts {
  readonly certificates?: SubgraphParts['certificates'];
  /** Folder with its agreements; all examples without. */
  readonly agreements?: string;
  /** Folder with the key of the gateway that it trusts; a key of its own without. */
  readonly keyFolder?: string;
  /** Where what signs its log lies; a folder of its own without. */
  readonly logFolder?: string;
  /** A clock that others go by as well; one of its own without. */
  readonly clock?: AgencyWorld['clock'];
}

/** Opens one agency over a database, which it closes in the end. Its clock stands still. */
export async function openAgencyWorld(
  name: SubgraphName,
  database: Database,
  parts: AgencyWorldParts = {},
): Promise<AgencyWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'lukou-agency-'));
  const key = await openGatewayKey(parts.keyFolder ?? folder);
  const clock = parts.clock ?? stoppedClock(WORLD_NOW);
  const refusals: string[] = [];
  const faults: unknown[] = [];
  const statements: string[] = [];
  const messages: string[] = [];
  const agency = await openSubgraph({
    name,
    config: readConfig(parts.agreements === undefined ? {} : { LUKOU_AGREEMENTS: parts.agreements }),
    gateways: await trustGateways({ gateways: [{ name: 'lukou', keys: [key.publicJwk] }] } as never),
    certificates: parts.certificates ?? null,
    database,
    clock,
    secret: Buffer.alloc(32, 2),
    logFolder: parts.logFolder ?? join(folder, 'log'),
    onFault: (_requestId, error) => faults.push(error),
    onRefused: (reason) => refusals.push(reason),
    onMessage: (message) => messages.push(message),
    onStatement: (statement) => statements.push(statement),
    shapeChecked: true,
  });
  const owners = ownersOfSubgraph(agency.policy.catalogue, name);
  return {
    agency,
    clock,
    refusals,
    faults,
    statements,
    messages,
    async sign(query, variables = {}, signing = {}) {
      const body = JSON.stringify({ query, variables, event: signing.event });
      const authorise = createContextSigner({
        gateway: 'lukou',
        key,
        subgraph: signing.subgraph ?? name,
        policyDigest: signing.policyDigest ?? digestOfOwners(agency.policy, owners),
        clock,
      });
      const headers = await authorise(body, {
        grant: { ask: { ...TRANSPORT, ...signing.ask } },
        requestId: 'request-1',
        nowMs: signing.nowMs ?? clock.nowMs(),
        actor: signing.actor,
      });
      return { body, headers };
    },
    async send({ body = '', headers = {} }) {
      const answered = await agency.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...headers },
        payload: body,
      });
      return { status: answered.statusCode, text: answered.body, headers: answered.headers };
    },
    async close() {
      await agency.close();
      await database.close();
      await rm(folder, { recursive: true });
    },
  };
}
