// Lukou's plan executor alone: one operation planned once, then fetched, masked, merged and completed.
import { openExecutor } from './lukou-in-memory.ts';
import { requireData, servePeer } from './serve-peer.ts';

const { execute } = await openExecutor();
servePeer(execute, requireData);
