import type { AgreementVersionsQuery } from '../../graphql/generated.ts';

/** One version of an agreement, as its page reads it. */
export type Version = NonNullable<AgreementVersionsQuery['agreements']>['nodes'][number];
