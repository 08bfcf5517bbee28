import type { LoopActs } from '../../request/index.ts';
import { composeReader } from './compose-reader.ts';
import type { ActingContext, ReaderGround } from './ground.ts';
import { listEventSteps } from '../statements/traffic/list-event-steps.ts';
import { readLoops } from './loops.ts';
import { readDivisions } from './traffic/divisions.ts';
import { readEvents } from './traffic/events.ts';
import { readFlow } from './traffic/flow.ts';
import { readGantries } from './traffic/gantries.ts';
import { readMeasures } from './traffic/measures.ts';
import { readSegments } from './traffic/segments.ts';
import { readStatistics } from './traffic/statistics.ts';

/** What the traffic subgraph reads, each relation in one statement for all parents. */
export type TrafficReader = ReturnType<typeof createTrafficReader>;

/** Context of the traffic subgraph's resolvers. */
export type TrafficContext = ActingContext<TrafficReader, LoopActs>;

/** The reader of one operation of the traffic subgraph. */
export const createTrafficReader = composeReader(
  readDivisions,
  readSegments,
  readFlow,
  readGantries,
  readStatistics,
  readMeasures,
  readEvents,
  (ground: ReaderGround) =>
    readLoops(ground, { RoadEvent: (ids) => ground.session.run(listEventSteps, [ids]) }),
);
