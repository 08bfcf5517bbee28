import { measureAuthorising } from './authorise.ts';
import { measureFlow } from './flow.ts';
import { measureLoading } from './load.ts';
import { measureMasking } from './mask.ts';

/**
 * What agreements cost: to load ten thousand of them, to authorise an operation among them, to mask an answer, and of the
 * whole flow. Figures are medians of CPU time: what else the machine does weighs little in them.
 */
export async function run(): Promise<object> {
  return {
    loading: await measureLoading(),
    authorising: await measureAuthorising(),
    masking: await measureMasking(),
    flow: await measureFlow(),
  };
}
