import type { Resolvers } from '../src/generated/oversight.ts';
import { scalars } from './scalars.ts';

/** Resolvers of the oversight subgraph. */
export const oversight: Resolvers = {
  ...scalars,
  Query: {
    disclosureRecord: (_root, { index }, { read }) => read.disclosureRecord(index),
    disclosureRecords: (_root, page, { read }) => read.disclosureRecords(page),
    agreements: (_root, page, { read }) => read.agreements(page),
  },
  Agreement: {
    sharedFields: (agreement, _args, { read }) => read.sharedFields(agreement),
  },
};
