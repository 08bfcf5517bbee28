export { findStays, type Sighting, type Stay } from './find-stays.ts';
export { boundsOfRing, RINGS, soonestAt, type RingBounds } from './search-ring.ts';
