import type { Resolvers } from '../src/generated/oversight.ts';
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
  },
  Agreement: {
    sharedFields: (agreement, _args, { read }) => read.sharedFields(agreement),
  },
};
