import type {
  Resolvers,
  SubscriptionRoadEventChangedArgs,
  SubscriptionRoadStatusChangedArgs,
} from '../src/generated/traffic.ts';
import type { NumberedEvent, TrafficContext } from '../src/storage/index.ts';
import { pointAt, scalars } from './scalars.ts';

/** Resolvers of the traffic subgraph. A field that is a column of its row needs none. */
export const traffic: Resolvers = {
  ...scalars,
  Query: {
    adminDivision: (_root, { code }, { read }) => read.adminDivision(code),
    adminDivisions: (_root, page, { read }) => read.adminDivisions(page),
    roadSegment: (_root, { id }, { read }) => read.roadSegment(id),
    roadSegments: (_root, page, { read }) => read.roadSegments(page),
    gantry: (_root, { id }, { read }) => read.gantry(id),
    gantries: (_root, page, { read }) => read.gantries(page),
    roadEvent: (_root, { id }, { read }) => read.roadEvent(id),
    roadEvents: (_root, page, { read }) => read.roadEvents(page),
    flowAtStake: (_root, asked, { read }) => read.flowAtStake(asked),
    closureSummary: (_root, { during, surfaceCondition }, { read }) =>
      read.closureSummary(during, surfaceCondition),
    roadMeasures: (_root, { during }, { read }) => read.roadMeasures(during),
    gantryStatistics: (_root, asked, { read }) => read.gantryStatistics(asked),
    gantryTrajectory: (_root, asked, { read }) => read.gantryTrajectory(asked),
  },
  Subscription: {
    roadEventChanged: {
      subscribe: (_root, { afterNumber }, { read }) => read.roadEventsAfter(afterNumber),
      resolve: (
        { id }: NumberedEvent,
        { divisionCode }: Partial<SubscriptionRoadEventChangedArgs>,
        { read }: TrafficContext,
      ) => read.roadEventIn(id, divisionCode),
    },
    roadStatusChanged: {
      subscribe: (_root, { afterNumber }, { read }) => read.roadStatusAfter(afterNumber),
      resolve: (
        { id }: NumberedEvent,
        { divisionCode }: Partial<SubscriptionRoadStatusChangedArgs>,
        { read }: TrafficContext,
      ) => read.roadSegmentIn(id, divisionCode),
    },
    roadEventOverdue: {
      subscribe: (_root, { afterNumber }, { read }) => read.overdueAfter('RoadEvent', afterNumber),
      resolve: ({ id }: NumberedEvent, _args: unknown, { read }: TrafficContext) => read.roadEvent(id),
    },
  },
  GantryStatistic: {
    segment: ({ segmentId }, _args, { read }) => (segmentId === null ? null : read.roadSegment(segmentId)),
    gantry: ({ gantryId }, _args, { read }) => (gantryId === null ? null : read.gantry(gantryId)),
  },
  AdminDivision: {
    __resolveReference: ({ code }, { read }) => read.adminDivision(code),
    parent: ({ parentCode }, _args, { read }) =>
      parentCode === null ? null : read.adminDivision(parentCode),
    accidentCount: ({ code }, { during }, { read }) => read.accidentCount(code, during),
  },
  RoadSegment: {
    __resolveReference: ({ id }, { read }) => read.roadSegment(id),
    road: ({ roadId }, _args, { read }) => read.road(roadId),
    division: ({ divisionCode }, _args, { read }) =>
      divisionCode === null ? null : read.adminDivision(divisionCode),
    geometry: ({ id }, _args, { read }) => read.segmentCourse(id),
    flowSummary: ({ id }, { during, bucket }, { read }) => read.flowSummary(id, during, bucket),
    flowObservations: ({ id }, { first, during }, { read }) => read.segmentFlow(id, first, during),
    gantries: ({ id }, _args, { read }) => read.segmentGantries(id),
    gantryCount: ({ id }, { during, vehicleGroup }, { read }) => read.gantryCount(id, during, vehicleGroup),
    events: ({ id }, { first, during }, { read }) => read.segmentEvents(id, first, during),
    crosswalks: ({ id }, _args, { read }) => read.segmentCrosswalks(id),
  },
  FlowObservation: {
    segment: ({ segmentId }, _args, { read }) => read.roadSegment(segmentId),
  },
  Gantry: {
    __resolveReference: ({ id }, { read }) => read.gantry(id),
    segment: ({ segmentId }, _args, { read }) => read.roadSegment(segmentId),
    location: pointAt,
    flowObservations: ({ id }, { first, during }, { read }) => read.gantryFlow(id, first, during),
    passages: ({ id }, { first, during }, { read }) => read.gantryPassages(id, first, during),
    axleLoads: ({ id }, { during }, { read }) => read.axleLoads(id, during),
  },
  GantryPassage: {
    gantry: ({ gantryId }, _args, { read }) => read.gantry(gantryId),
  },
  Mutation: {
    moveRoadEvent: (_root, asked, { act }) => act.move('RoadEvent', asked),
  },
  RoadEvent: {
    __resolveReference: ({ id }, { read }) => read.roadEvent(id),
    segment: ({ segmentId }, _args, { read }) => (segmentId === null ? null : read.roadSegment(segmentId)),
    detour: ({ id }, _args, { read }) => read.detour(id),
    overdue: ({ dueAt }, _args, { read }) => read.isOverdue(dueAt),
    escalatedTo: ({ dueAt }, _args, { read }) => read.escalatedTo('RoadEvent', dueAt),
    steps: ({ id }, _args, { read }) => read.loopSteps('RoadEvent', id),
  },
  DetourLeg: {
    segments: async ({ segmentIds }, _args, { read }) =>
      (await Promise.all(segmentIds.map((id) => read.roadSegment(id)))).filter((segment) => segment !== null),
  },
};
