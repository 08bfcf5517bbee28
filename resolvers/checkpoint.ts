import type { Resolvers, SubscriptionPassageRecordedArgs } from '../src/generated/checkpoint.ts';
import type { CheckpointContext, NumberedEvent } from '../src/storage/index.ts';
import { referenceTo } from './reference-to.ts';
import { pointAt, scalars } from './scalars.ts';

/**
 * Resolvers of the checkpoint subgraph. RoadSegment and Gantry belong to the transport centre: here a reference is
 * parent enough.
 */
export const checkpoint: Resolvers = {
  ...scalars,
  Query: {
    checkpoint: (_root, { id }, { read }) => read.checkpoint(id),
    checkpoints: (_root, page, { read }) => read.checkpoints(page),
    checkpointPassages: (_root, page, { read }) => read.passages(page),
    violations: (_root, page, { read }) => read.violations(page),
    disputeIncidents: (_root, page, { read }) => read.disputeIncidents(page),
    passageStatistics: (_root, asked, { read }) => read.passageStatistics(asked),
    violationStatistics: (_root, asked, { read }) => read.violationStatistics(asked),
    caseVehicle: (_root, { plateNo, during }, { read }) => read.caseVehicle(plateNo, during),
    companionPlate: (_root, { companion }, { read }) => read.companionPlate(companion),
  },
  Subscription: {
    passageRecorded: {
      subscribe: (_root, { plateNo, afterNumber }, { read }) => read.plateAfter(plateNo, afterNumber),
      resolve: (
        { id }: NumberedEvent,
        { plateNo }: SubscriptionPassageRecordedArgs,
        { read }: CheckpointContext,
      ) => read.passageOf(id, plateNo),
    },
    violationOverdue: {
      subscribe: (_root, { afterNumber }, { read }) => read.overdueAfter('Violation', afterNumber),
      resolve: ({ id }: NumberedEvent, _args: unknown, { read }: CheckpointContext) => read.violation(id),
    },
  },
  Mutation: {
    moveViolation: (_root, asked, { act }) => act.move('Violation', asked),
  },
  Checkpoint: {
    __resolveReference: ({ id }, { read }) => read.checkpoint(id),
    segment: ({ segmentId }) => referenceTo(segmentId),
    location: pointAt,
    lanes: ({ id }, _args, { read }) => read.lanes(id),
    lastPassageAt: ({ id }, { before }, { read }) => read.lastPassageAt(id, before),
    passageCount: ({ id }, { during, vehicleGroup }, { read }) =>
      read.checkpointPassageCount(id, during, vehicleGroup),
    passages: ({ id }, { first, during }, { read }) => read.checkpointPassages(id, first, during),
  },
  CheckpointPassage: {
    __resolveReference: ({ id }, { read }) => read.passage(id),
    checkpoint: ({ checkpointId }, _args, { read }) => read.checkpoint(checkpointId),
  },
  CaseVehicle: {
    passages: (vehicle, page, { read }) => read.vehiclePassages(vehicle, page),
    stays: (vehicle, { atLeastMinutes }, { read }) => read.stays(vehicle, atLeastMinutes),
    companions: (vehicle, asked, { read }) => read.companions(vehicle, asked),
    searchRing: (vehicle, asked, { read }) => read.searchRing(vehicle, asked),
  },
  CaseStay: {
    fromCheckpoint: ({ fromCheckpointId }, _args, { read }) => read.checkpoint(fromCheckpointId),
    toCheckpoint: ({ toCheckpointId }, _args, { read }) => read.checkpoint(toCheckpointId),
  },
  SearchRing: {
    lastSeenCheckpoint: ({ lastSeenCheckpointId }, _args, { read }) => read.checkpoint(lastSeenCheckpointId),
  },
  Violation: {
    __resolveReference: ({ id }, { read }) => read.violation(id),
    segment: ({ segmentId }) => referenceTo(segmentId),
    checkpoint: ({ checkpointId }, _args, { read }) =>
      checkpointId === null ? null : read.checkpoint(checkpointId),
    overdue: ({ dueAt }, _args, { read }) => read.isOverdue(dueAt),
    escalatedTo: ({ dueAt }, _args, { read }) => read.escalatedTo('Violation', dueAt),
    steps: ({ id }, _args, { read }) => read.loopSteps('Violation', id),
  },
  PassageStatistic: {
    segment: ({ segmentId }) => referenceTo(segmentId),
    checkpoint: ({ checkpointId }, _args, { read }) =>
      checkpointId === null ? null : read.checkpoint(checkpointId),
  },
  ViolationStatistic: {
    segment: ({ segmentId }) => referenceTo(segmentId),
  },
  RoadSegment: {
    checkpoints: ({ id }, _args, { read }) => read.segmentCheckpoints(id),
    nearestCheckpoint: ({ id }, { withinKm }, { read }) => read.nearestCheckpoint(id, withinKm),
    passageCount: ({ id }, { during, vehicleGroup, night }, { read }) =>
      read.segmentPassageCount(id, during, vehicleGroup, night),
    violationRates: ({ id }, { during }, { read }) => read.violationRates(id, during),
  },
  Gantry: {
    checkpoint: ({ id }, _args, { read }) => read.gantryCheckpoint(id),
    checkpointsNearby: ({ id }, { withinKm }, { read }) => read.checkpointsNearby(id, withinKm),
  },
};
