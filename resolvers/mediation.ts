import type { Resolvers } from '../src/generated/mediation.ts';
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
    mediationStatistics: (_root, { months, groupBy }, { read }) => read.mediationStatistics(months, groupBy),
  },
  MediationCase: {
    __resolveReference: ({ id }, { read }) => read.mediationCase(id),
    segment: ({ segmentId }) => referenceTo(segmentId),
    roadEvent: ({ roadEventId }) => referenceTo(roadEventId),
    parties: ({ id }, _args, { read }) => read.parties(id),
    followUps: ({ id }, _args, { read }) => read.followUps(id),
  },
  DetentionMediation: {
    mediationCase: ({ caseId }, _args, { read }) => read.mediationCase(caseId),
  },
  DisputeWarning: {
    mediationCase: ({ caseId }, _args, { read }) => (caseId === null ? null : read.mediationCase(caseId)),
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
