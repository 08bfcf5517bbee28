import type { AddressInfo } from 'node:net';
import { createClient as createEventClient, type Client as EventClient } from 'graphql-sse';
import { createClient as createSocketClient, type Client as SocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SampleCallerName } from '../../../src/identity/index.ts';
import { createTestDatabase, type TestDatabase } from '../../postgres/database.ts';
import { until } from '../../world/until.ts';
import { openWorld, type World, type WorldParts } from '../../world/open-world.ts';
import { deriveCommitted } from '../../../src/storage/index.ts';

/** One answer of a stream. */
export interface Told {
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>> | null>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: {
    readonly event?: { readonly number: number };
    readonly receipt?: { readonly index: number; readonly resultSha256: string };
  };
}

/** What a subscriber has been told so far. */
export interface Followed {
  readonly told: Told[];
  /** Settles when the stream has ended. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** Who subscribes, and how. */
export interface FollowOptions {
  readonly purpose?: string;
  readonly token?: string;
  readonly caseReference?: string;
  readonly variables?: Record<string, unknown>;
}

/** By which protocol. */
export type Way = 'graphql-sse' | 'graphql-ws';
export const WAYS = ['graphql-sse', 'graphql-ws'] as const;

/** A gateway over a copy of the sample that listens, and is followed by the clients that users have. */
export interface LiveWorld extends World {
  readonly url: string;
  /** Returns once the gateway will tell what happens from now on, or has refused to. */
  follow(
    way: Way,
    caller: SampleCallerName | 'public',
    query: string,
    options?: FollowOptions,
  ): Promise<Followed>;
  raiseAlarm(owner: string, kind?: string): Promise<string>;
  reportRoadEvent(id: string, change?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Hands passages in at the door of deliveries (LUKOU_DELIVERIES: gat1400-passages), all at `checkpoint`. */
  postPassages(
    checkpoint: string,
    passages: readonly (readonly [id: string, plate: string])[],
  ): Promise<void>;
  /** Records of one stage so far. */
  countRecords(stage: string): Promise<number>;
}

let raised = 0;

export async function openLiveWorld(
  settings: Record<string, string> = {},
  parts: WorldParts & { readonly database?: TestDatabase } = {},
): Promise<LiveWorld> {
  const database = parts.database ?? (await createTestDatabase());
  const world = await openWorld(database, settings, parts);
  await world.gateway.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = world.gateway.app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;
  const clients: (EventClient | SocketClient)[] = [];

  return {
    ...world,
    gateway: world.gateway,
    url,
    async follow(way, caller, query, { purpose, token, caseReference, variables } = {}) {
      const before = await countThroughCuts('INTENT');
      const headers = {
        ...(caller !== 'public' && { authorization: `Bearer ${token ?? (await world.tokenFor(caller))}` }),
        ...(purpose !== undefined && { 'lukou-purpose': purpose }),
        ...(caseReference !== undefined && { 'lukou-case': encodeURIComponent(caseReference) }),
      };
      const told: Told[] = [];
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      let isOver = false;
      const over = (): void => {
        isOver = true;
        end();
      };
      const sink = { next: (value: unknown) => void told.push(value as Told), error: over, complete: over };
      const client: Pick<SocketClient, 'dispose'> & {
        subscribe(payload: object, to: typeof sink): () => void;
      } =
        way === 'graphql-sse'
          ? createEventClient({ url, headers, retryAttempts: 0 })
          : createSocketClient({
              url: url.replace('http', 'ws'),
              connectionParams: headers,
              webSocketImpl: WebSocket,
              retryAttempts: 0,
            });
      clients.push(client as SocketClient);
      const stop = client.subscribe({ query, ...(variables && { variables }) }, sink);
      // Tests of faults cut the connection that this is asked on as well.
      const intents = (): Promise<number> => countRecords('INTENT').catch(() => before);
      await until(async () => isOver || told.length > 0 || (await intents()) > before);
      return { told, ended, stop };
    },
    async raiseAlarm(owner, kind = 'BREAK_GLASS') {
      raised += 1;
      const { rows } = await database.app.query<{ id: string }>(
        `insert into oversight.alarm (id, raised_at, kind, owner, agency, principal, agreement, request_id, reason)
           values (gen_random_uuid(), $1, $2, $3, 'AG-TRAFFIC-POLICE', 'p1_somebody', 'urn:agr:x@1', $4, 'DISASTER')
           returning id`,
        ['2026-03-02T09:00:00+08:00', kind, owner, `request ${raised}`],
      );
      return rows[0]!.id;
    },
    async reportRoadEvent(id, change = {}) {
      const event = { event_kind: 'CLOSURE', status: 'ACTIVE', division_code: '150724', ...change };
      const columns = Object.keys(event);
      await database.ingest.query(
        `insert into traffic.road_event (id, valid_from, online_label, ${columns.join(', ')})
           values ($1, '2026-03-02T08:00:00+08:00', 'PUBLIC', ${columns.map((_name, at) => `$${at + 2}`).join(', ')})
           on conflict (id) do update set ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`,
        [id, ...Object.values(event)],
      );
    },
    async postPassages(checkpoint, passages) {
      const list = passages.map(([MotorVehicleID, PlateNo]) => ({
        MotorVehicleID,
        TollgateID: checkpoint,
        LaneNo: 1,
        PassTime: '20260301083015',
        PlateNo,
        PlateClass: '02',
        PlateColor: '5',
        VehicleClass: 'K33',
        Speed: 62.5,
        VehicleColor: '2',
      }));
      const reply = await fetch(url.replace('/graphql', '/ingest/gat1400-passages'), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await world.tokenFor('police-feeder')}`,
        },
        body: JSON.stringify({ MotorVehicleListObject: { MotorVehicleObject: list } }),
      });
      if (!reply.ok) throw new Error(`The door answered ${reply.status}: ${await reply.text()}`);
    },
    countRecords,
    async close() {
      for (const client of clients) await client.dispose();
      await world.close();
    },
  };

  /** Tests of faults cut the connections that this is asked on, and each of the pool finds it out by itself. */
  async function countThroughCuts(stage: string): Promise<number> {
    let count: number | null = null;
    await until(async () => {
      count = await countRecords(stage).catch(() => null);
      return count !== null;
    });
    return count!;
  }

  async function countRecords(stage: string): Promise<number> {
    await deriveCommitted(database.app);
    const { rows } = await database.app.query<{ count: number }>(
      'select count(*) as count from oversight.disclosure where stage = $1',
      [stage],
    );
    return rows[0]!.count;
  }
}
