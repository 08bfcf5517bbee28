import type { LogsToVerifyQuery } from '../../graphql/generated.ts';

/** One log as it is listed. */
export type ListedLog = NonNullable<LogsToVerifyQuery['logs']>[number];
