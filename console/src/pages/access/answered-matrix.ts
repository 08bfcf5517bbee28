import type { AccessMatrixQuery } from '../../graphql/generated.ts';

/** The matrix, as the gateway answers it. */
export type AnsweredMatrix = NonNullable<AccessMatrixQuery['accessMatrix']>;
