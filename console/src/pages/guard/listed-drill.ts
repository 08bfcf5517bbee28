import type { GuardDrillsQuery } from '../../graphql/generated.ts';

/** One drill as it is listed. */
export type ListedDrill = NonNullable<GuardDrillsQuery['guardDrills']>['nodes'][number];
