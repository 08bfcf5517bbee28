import { createCheckpointReader, type CheckpointReader } from './checkpoint.ts';
import type { ReaderGround } from './ground.ts';
import { createMediationReader, type MediationReader } from './mediation.ts';
import { createOversightReader, type OversightReader } from './oversight.ts';
import { createTrafficReader, type TrafficReader } from './traffic.ts';

/** The reader of each subgraph, by its name. */
export interface Readers {
  readonly traffic: TrafficReader;
  readonly checkpoint: CheckpointReader;
  readonly mediation: MediationReader;
  readonly oversight: OversightReader;
}

const OPENED_BY: { readonly [Name in keyof Readers]: (ground: ReaderGround) => Readers[Name] } = {
  traffic: createTrafficReader,
  checkpoint: createCheckpointReader,
  mediation: createMediationReader,
  oversight: createOversightReader,
};

/** The reader of one operation of a subgraph: what its resolvers find in their context as `read`. */
export function openReader<Name extends keyof Readers>(subgraph: Name, ground: ReaderGround): Readers[Name] {
  return OPENED_BY[subgraph](ground);
}
