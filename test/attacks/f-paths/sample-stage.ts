import type { GraphQLSchema } from 'graphql';
import type { Ask } from '../../../src/agreement/index.ts';
import { SAMPLE_CALLERS } from '../../../src/identity/index.ts';
import { type AgencyWorld, openAgencyWorld } from '../../world/open-agency.ts';
import { copySample, openSampleWorld } from '../../world/open-sample-world.ts';
import type { Asker, AskOptions, Reply, World } from '../../world/open-world.ts';
import { readConsumerSchema } from '../consumer-schema.ts';

/** Who asks, and why. */
export interface Who {
  readonly asker: Asker;
  readonly purpose: string | null;
  readonly caseReference?: string;
}

/** The whole gateway over the sample, and the doors of two of its agencies. */
export interface SampleStage {
  readonly world: World;
  readonly schema: GraphQLSchema;
  readonly checkpoint: AgencyWorld;
  readonly traffic: AgencyWorld;
  ask(who: Who, query: string, variables?: Record<string, unknown>): Promise<Reply>;
  /** Has a road event on a segment taken in, and returns the number of the event before it. */
  reportEventOn(segmentId: string): Promise<number>;
  /** The first answer of a subscription, and how it was made known. */
  hear(who: Who, query: string): Promise<Reply>;
  close(): Promise<void>;
}

// The transport centre: Hulunbuir, no checkpoint for public security, plates by region, hours, no images.
export const TRANSPORT: Who = { asker: 'transport', purpose: 'ROAD_SAFETY' };
// Numbers of whole months about Hulunbuir, of at least ten vehicles.
export const STATISTICIAN: Who = { asker: 'transport', purpose: 'STATISTICS' };
export const ANALYST: Who = { asker: 'analyst', purpose: 'ROAD_SAFETY' };
// Whom nothing of the police's is hidden from.
export const DETECTIVE: Who = { asker: 'analyst', purpose: 'PUBLIC_SAFETY', caseReference: 'A-2026-0107' };
export const JUSTICE: Who = { asker: 'justice', purpose: 'MEDIATION' };
export const AUDITOR: Who = { asker: 'auditor', purpose: 'OVERSIGHT' };

/** A month that the sample has rows of. */
export const FEBRUARY = '{ from: "2026-02-01T00:00:00+08:00", to: "2026-03-01T00:00:00+08:00" }';

let reported = 0;

/** Opens the stage that the cases over the sample play on. */
export async function openSampleStage(): Promise<SampleStage> {
  const world = await openSampleWorld();
  const checkpoint = await openAgencyWorld('checkpoint', await copySample());
  const traffic = await openAgencyWorld('traffic', await copySample());
  const url = await world.gateway.app.listen({ host: '127.0.0.1', port: 0 });
  return {
    world,
    schema: await readConsumerSchema(),
    checkpoint,
    traffic,
    ask: ({ asker, ...who }, query, variables = {}) => world.ask(asker, query, { ...who, variables }),
    async reportEventOn(segmentId) {
      reported += 1;
      await world.database.ingest.query(
        `insert into traffic.road_event (id, event_kind, status, segment_id, valid_from, online_label)
           values ($1, 'CLOSURE', 'ACTIVE', $2, '2026-03-02T08:00:00+08:00', 'PUBLIC')`,
        [`reported ${reported}`, segmentId],
      );
      const { rows } = await world.database.app.query<{ before: number }>(
        `select last_number - 1 as before from live.topic where topic = 'roadEvent' and audience = 'RESTRICTED_TO_AUTHORITIES'`,
      );
      return rows[0]!.before;
    },
    hear: ({ asker, ...who }, query) => hearFirst(world, url, asker, query, who),
    async close() {
      await Promise.all([world, checkpoint, traffic].map((each) => each.close()));
    },
  };
}

async function hearFirst(
  world: World,
  url: string,
  asker: Asker,
  query: string,
  { purpose, caseReference }: Omit<Who, 'asker'>,
): Promise<Reply> {
  const heard = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    signal: heard.signal,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(asker !== 'public' && { authorization: `Bearer ${await world.tokenFor(asker)}` }),
      ...(purpose !== null && { 'lukou-purpose': purpose }),
      ...(caseReference !== undefined && { 'lukou-case': encodeURIComponent(caseReference) }),
    },
    body: JSON.stringify({ query }),
  });
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (/^data: .+\n\n/m.test(text)) break;
  }
  heard.abort();
  const [, json = ''] = /^data: (.+)$/m.exec(text) ?? [];
  return { status: response.status, text: json, body: JSON.parse(json) as Reply['body'] };
}

/** The same person as an agency's own process is told of them. */
export function askOfWho({ asker, purpose, caseReference }: Pick<Who, 'asker'> & AskOptions): Ask {
  const { agency, role } =
    asker === 'public' ? { agency: null, role: 'public' as const } : SAMPLE_CALLERS[asker];
  return { agency, role, purpose: purpose ?? null, caseReference: caseReference ?? null };
}
