import type { Resolvers } from '../src/generated/mediation.ts';
import type { MediationContext, NumberedEvent } from '../src/storage/index.ts';
import { referenceTo } from './reference-to.ts';
import { scalars } from './scalars.ts';

/**
 * Resolvers of the mediation subgraph. RoadSegment, RoadEvent and AdminDivision belong to the transport centre: here
 * a reference is parent enough.
 */
export const mediation: Resolvers = {
  ...scalars,
  Query: {
    mediationCase: (_root, { id }, { read }) => read.mediationCase(id),
    mediationCases: (_root, page, { read }) => read.mediationCases(page),
    detentionMediations: (_root, page, { read }) => read.detentionMediations(page),
    disputeWarnings: (_root, page, { read }) => read.disputeWarnings(page),
    jointWarnings: (_root, { first }, { read }) => read.jointWarnings(first),
    caseMeasures: (_root, { during }, { read }) => read.caseMeasures(during),
    warningMeasures: (_root, { during }, { read }) => read.warningMeasures(during),
    mediationStatistics: (_root, { months, groupBy }, { read }) => read.mediationStatistics(months, groupBy),
  },
  Subscription: {
    disputeWarningChanged: {
      subscribe: (_root, { afterNumber }, { read }) => read.warningsAfter(afterNumber),
      resolve: ({ id }: NumberedEvent, _args: unknown, { read }: MediationContext) => read.warningForUnit(id),
    },
    mediationCaseOverdue: {
      subscribe: (_root, { afterNumber }, { read }) => read.overdueAfter('MediationCase', afterNumber),
      resolve: ({ id }: NumberedEvent, _args: unknown, { read }: MediationContext) => read.mediationCase(id),
    },
    detentionMediationOverdue: {
      subscribe: (_root, { afterNumber }, { read }) => read.overdueAfter('DetentionMediation', afterNumber),
      resolve: ({ id }: NumberedEvent, _args: unknown, { read }: MediationContext) =>
        read.detentionMediation(id),
    },
    disputeWarningOverdue: {
      subscribe: (_root, { afterNumber }, { read }) => read.overdueAfter('DisputeWarning', afterNumber),
      resolve: ({ id }: NumberedEvent, _args: unknown, { read }: MediationContext) => read.disputeWarning(id),
    },
  },
  Mutation: {
    moveMediationCase: (_root, asked, { act }) => act.move('MediationCase', asked),
    moveDetentionMediation: (_root, asked, { act }) => act.move('DetentionMediation', asked),
    moveDisputeWarning: (_root, asked, { act }) => act.move('DisputeWarning', asked),
    openWarningSubject: (_root, asked, { act }) => act.openSubject(asked),
  },
  MediationCase: {
    __resolveReference: ({ id }, { read }) => read.mediationCase(id),
    segment: ({ segmentId }) => referenceTo(segmentId),
    roadEvent: ({ roadEventId }) => referenceTo(roadEventId),
    parties: ({ id }, _args, { read }) => read.parties(id),
    followUps: ({ id }, _args, { read }) => read.followUps(id),
    overdue: ({ dueAt }, _args, { read }) => read.isOverdue(dueAt),
    escalatedTo: ({ dueAt }, _args, { read }) => read.escalatedTo('MediationCase', dueAt),
    steps: ({ id }, _args, { read }) => read.loopSteps('MediationCase', id),
  },
  DetentionMediation: {
    mediationCase: ({ caseId }, _args, { read }) => read.mediationCase(caseId),
    overdue: ({ dueAt }, _args, { read }) => read.isOverdue(dueAt),
    escalatedTo: ({ dueAt }, _args, { read }) => read.escalatedTo('DetentionMediation', dueAt),
    steps: ({ id }, _args, { read }) => read.loopSteps('DetentionMediation', id),
  },
  DisputeWarning: {
    mediationCase: ({ caseId }, _args, { read }) => (caseId === null ? null : read.mediationCase(caseId)),
    overdue: ({ dueAt }, _args, { read }) => read.isOverdue(dueAt),
    escalatedTo: ({ dueAt }, _args, { read }) => read.escalatedTo('DisputeWarning', dueAt),
    steps: ({ id }, _args, { read }) => read.loopSteps('DisputeWarning', id),
    subject: ({ id }, _args, { read }) => read.warningSubject(id),
  },
  JointWarning: {
    mediationCase: ({ caseId }, _args, { read }) => (caseId === null ? null : read.mediationCase(caseId)),
  },
  WarningFactor: {
    contribution: ({ weight, count, contribution }) => contribution ?? weight * count,
  },
  RoadSegment: {
    roadAccidentCases: ({ id }, { first }, { read }) => read.segmentCases(id, first),
  },
  RoadEvent: {
    roadAccidentCases: ({ id }, { first }, { read }) => read.eventCases(id, first),
  },
  AdminDivision: {
    mediationCount: ({ code }, { during, disputeKind }, { read }) =>
      read.mediationCount(code, during, disputeKind),
  },
};
