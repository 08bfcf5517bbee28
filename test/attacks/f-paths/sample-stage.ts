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

/** Opens the stage that the cases over the sample play on. */
export async function openSampleStage(): Promise<SampleStage> {
  const world = await openSampleWorld();
  const checkpoint = await openAgencyWorld('checkpoint', await copySample());
  const traffic = await openAgencyWorld('traffic', await copySample());
  return {
    world,
    schema: await readConsumerSchema(),
    checkpoint,
    traffic,
    ask: ({ asker, ...who }, query, variables = {}) => world.ask(asker, query, { ...who, variables }),
    async close() {
      await Promise.all([world, checkpoint, traffic].map((each) => each.close()));
    },
  };
}

/** The same person as an agency's own process is told of them. */
export function askOfWho({ asker, purpose, caseReference }: Pick<Who, 'asker'> & AskOptions): Ask {
  const { agency, role } =
    asker === 'public' ? { agency: null, role: 'public' as const } : SAMPLE_CALLERS[asker];
  return { agency, role, purpose: purpose ?? null, caseReference: caseReference ?? null };
}
