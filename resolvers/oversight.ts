import type { Resolvers } from '../src/generated/oversight.ts';
import type { NumberedEvent, OversightContext } from '../src/storage/index.ts';
import { scalars } from './scalars.ts';

/** Resolvers of the oversight subgraph. */
export const oversight: Resolvers = {
  ...scalars,
  Query: {
    disclosureRecord: (_root, { log, index }, { read }) => read.disclosureRecord(log, index),
    disclosureRecords: (_root, page, { read }) => read.disclosureRecords(page),
    disclosuresOfSubject: (_root, page, { read }) => read.disclosuresOfSubject(page),
    disclosureCounts: (_root, args, { read }) => read.disclosureCounts(args),
    unusualAccess: (_root, args, { read }) => read.unusualAccess(args),
    alarms: (_root, page, { read }) => read.alarms(page),
    budgetUse: (_root, page, { read }) => read.budgetUse(page),
    agreements: (_root, page, { read }) => read.agreements(page),
    breakGlassUses: (_root, page, { read }) => read.breakGlassUses(page),
    guardIncidents: (_root, page, { read }) => read.guardIncidents(page),
    guardDrills: (_root, page, { read }) => read.guardDrills(page),
    guardIncidentCounts: (_root, args, { read }) => read.guardIncidentCounts(args),
    sharingApplications: (_root, page, { read }) => read.sharingApplications(page),
    logs: (_root, _args, { read }) => read.logs(),
    accessMatrix: (_root, args, { read }) => read.accessMatrix(args),
    agreementImpact: (_root, args, { read }) => read.agreementImpact(args),
    agreementCheck: (_root, args, { read }) => read.agreementCheck(args),
  },
  Subscription: {
    alarmRaised: {
      subscribe: (_root, { afterNumber }, { read }) => read.alarmsAfter(afterNumber),
      resolve: ({ id }: NumberedEvent, _args: unknown, { read }: OversightContext) => read.alarm(id),
    },
    sharingApplicationOverdue: {
      subscribe: (_root, { afterNumber }, { read }) => read.overdueAfter('SharingApplication', afterNumber),
      resolve: ({ id }: NumberedEvent, _args: unknown, { read }: OversightContext) =>
        read.sharingApplication(id),
    },
  },
  Mutation: {
    judgeIncident: (_root, asked, { act }) => act.judgeIncident(asked),
    reviewBreakGlass: (_root, asked, { act }) => act.reviewBreakGlass(asked),
    applyForSharing: (_root, asked, { act }) => act.applyForSharing(asked),
    moveSharingApplication: (_root, asked, { act }) => act.move('SharingApplication', asked),
  },
  SharingApplication: {
    overdue: ({ dueAt }, _args, { read }) => read.isOverdue(dueAt),
    escalatedTo: ({ dueAt }, _args, { read }) => read.escalatedTo('SharingApplication', dueAt),
    steps: ({ id }, _args, { read }) => read.loopSteps('SharingApplication', id),
  },
  Agreement: {
    sharedFields: (agreement, _args, { read }) => read.sharedFields(agreement),
    state: (agreement, _args, { read }) => read.agreementState(agreement),
    suspension: (agreement, _args, { read }) => read.agreementSuspension(agreement),
    document: (agreement, _args, { read }) => read.agreementDocument(agreement),
    signatures: (agreement, _args, { read }) => read.agreementSignatures(agreement),
  },
  DisclosureRecord: {
    proof: (record, _args, { read }) => read.proofOf(record),
    replay: (record, _args, { read }) => read.replayOf(record),
  },
};
