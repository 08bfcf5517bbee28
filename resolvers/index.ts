import { checkpoint } from './checkpoint.ts';
import { mediation } from './mediation.ts';
import { oversight } from './oversight.ts';
import { traffic } from './traffic.ts';

export { scalars } from './scalars.ts';

/** Resolvers of each subgraph, by its name, the scalars included. */
export const resolversBySubgraph = { traffic, checkpoint, mediation, oversight };
