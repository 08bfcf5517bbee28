import { serveFlow } from './serve-flow.ts';

await serveFlow();
