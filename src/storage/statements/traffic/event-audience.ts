/** What the operator of roads says of who may be told of an event (DATEX II, confidentiality). */
export type Confidentiality = 'NO_RESTRICTION' | 'RESTRICTED_TO_AUTHORITIES' | 'INTERNAL_USE';

/**
 * Whether an event is there for whoever may be told of the confidentialities `$audience`. Tests and exercises are for
 * authorities: nobody else is to take them for what happens. Its changes are numbered by the same (sql/0050).
 */
export const isToldTo = (event: string, audience: number): string =>
  `traffic.is_told_to(${event}.confidentiality, ${event}.information_status, $${audience}::text[])`;
