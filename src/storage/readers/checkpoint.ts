import type { LoopActs } from '../../request/index.ts';
import { listViolationSteps } from '../statements/checkpoint/list-violation-steps.ts';
import { readCaseVehicles } from './checkpoint/case-vehicles.ts';
import { readCheckpoints } from './checkpoint/checkpoints.ts';
import { readIncidents } from './checkpoint/incidents.ts';
import { readNeighbours } from './checkpoint/neighbours.ts';
import { readPassages } from './checkpoint/passages.ts';
import { readSearchRings } from './checkpoint/search-rings.ts';
import { readStatistics } from './checkpoint/statistics.ts';
import { readViolations } from './checkpoint/violations.ts';
import { composeReader } from './compose-reader.ts';
import { type ActingContext, readWithin, type ReaderGround } from './ground.ts';
import { readLoops } from './loops.ts';

/** What the checkpoint subgraph reads, each relation in one statement for all parents. */
export type CheckpointReader = ReturnType<typeof createCheckpointReader>;

/** Context of the checkpoint subgraph's resolvers. */
export type CheckpointContext = ActingContext<CheckpointReader, LoopActs>;

/** The reader of one operation of the checkpoint subgraph. */
export const createCheckpointReader = composeReader(
  readCheckpoints,
  readNeighbours,
  readPassages,
  readCaseVehicles,
  readSearchRings,
  readViolations,
  readIncidents,
  readStatistics,
  (ground: ReaderGround) =>
    readLoops(ground, { Violation: (ids) => readWithin(ground, ['Violation'], listViolationSteps, [ids]) }),
);
