// Lukou's whole flow under agreements that the argument names.
import { serveFlow } from '../federation/serve-flow.ts';
import { POLICIES, type PolicyName } from './policies.ts';

await serveFlow(POLICIES[process.argv[2] as PolicyName]);
