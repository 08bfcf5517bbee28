// One schema, one graphql-jit, no federation: the limit.
import { makeExecutableSchema } from '@graphql-tools/schema';
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { resolversBySubgraph } from '../../resolvers/index.ts';
import { composeSupergraph } from '../../src/federation/index.ts';
import { readDocuments } from '../bare-agencies.ts';
import { runWithJit } from './jit-agencies.ts';
import { openMemoryReader } from './memory-reader.ts';
import { requireData, servePeer } from './serve-peer.ts';

const typeDefs = transformSupergraphToPublicSchema(parse(composeSupergraph(await readDocuments())));
const schema = makeExecutableSchema({
  typeDefs,
  resolvers: Object.values(resolversBySubgraph).map((resolvers) =>
    Object.fromEntries(
      Object.entries(resolvers).map(([type, of]) => {
        if (!('__resolveReference' in of)) return [type, of];
        const { __resolveReference: _, ...fields } = of;
        return [type, fields];
      }),
    ),
  ),
});
// What the operations of this bench read, of three agencies.
const run = runWithJit(schema, () => {
  const traffic = openMemoryReader('traffic');
  const checkpoint = openMemoryReader('checkpoint');
  const mediation = openMemoryReader('mediation');
  return {
    roadSegment: (id: string) => traffic.roadSegment(id),
    roadSegments: (page: Parameters<typeof traffic.roadSegments>[0]) => traffic.roadSegments(page),
    segmentCheckpoints: (segmentId: string) => checkpoint.segmentCheckpoints(segmentId),
    segmentCases: (segmentId: string, first: number) => mediation.segmentCases(segmentId, first),
  };
});
servePeer(async (query) => run(query, {}), requireData);
