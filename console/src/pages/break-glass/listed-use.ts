import type { BrokenGlassesQuery } from '../../graphql/generated.ts';

/** One use as it is listed. */
export type ListedUse = NonNullable<BrokenGlassesQuery['breakGlassUses']>['nodes'][number];
