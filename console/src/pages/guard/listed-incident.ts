import type { GuardIncidentsQuery } from '../../graphql/generated.ts';

/** One incident as it is listed. */
export type ListedIncident = NonNullable<GuardIncidentsQuery['guardIncidents']>['nodes'][number];
