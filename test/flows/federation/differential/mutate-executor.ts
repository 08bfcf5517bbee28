import { readFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import type { runScenario } from '../../../conformance/federation/run-scenario.ts';
import type { SCENARIOS } from '../../../conformance/federation/scenarios/index.ts';
import type { runBothWays } from './run-both-ways.ts';

const CONFORMANCE = '../../../conformance/federation';
const EXECUTOR = new URL('../../../../src/federation/', import.meta.url);

/** What is loaded anew for each mutant: the executor, and what runs over it. */
const RENEWED = [EXECUTOR, new URL('../', import.meta.url), new URL(`${CONFORMANCE}/`, import.meta.url)];

/** Files that mutants change. */
const MUTABLE = [
  'document/type-matters.ts',
  'execute/complete-answer.ts',
  'execute/merge-answer.ts',
  'plan/fetch-entities.ts',
] as const;

/** One fault that an executor could have: a change of one of its files. */
export interface Mutant {
  readonly file: (typeof MUTABLE)[number];
  readonly changes: readonly (readonly [from: string, to: string])[];
}

/** What is run over a changed executor. */
interface Checks {
  readonly runBothWays: typeof runBothWays;
  readonly runScenario: typeof runScenario;
  readonly SCENARIOS: typeof SCENARIOS;
}

/**
 * Loads the differential test and the conformance scenarios anew over the executor with one file changed. The change is made
 * in the source as it is now: one that no longer finds its place fails the test.
 */
export async function loadMutated({ file, changes }: Mutant): Promise<Checks> {
  const mutated = new URL(file, EXECUTOR).href;
  const source = changeSource(file, await readFile(new URL(mutated), 'utf8'), changes);
  const mark = `?mutant=${(loaded += 1)}`;
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const isRenewed = !found.url.includes('?') && RENEWED.some(({ href }) => found.url.startsWith(href));
      return isRenewed ? { ...found, url: `${found.url}${mark}` } : found;
    },
    load(url, context, next) {
      const found = next(url, context);
      return url === `${mutated}${mark}` ? { ...found, source } : found;
    },
  });
  const load = <Of>(path: string): Promise<Of> => import(`${path}${mark}`) as Promise<Of>;
  try {
    const { runBothWays } = await load<Pick<Checks, 'runBothWays'>>('./run-both-ways.ts');
    const { runScenario } = await load<Pick<Checks, 'runScenario'>>(`${CONFORMANCE}/run-scenario.ts`);
    const { SCENARIOS } = await load<Pick<Checks, 'SCENARIOS'>>(`${CONFORMANCE}/scenarios/index.ts`);
    return { runBothWays, runScenario, SCENARIOS };
  } finally {
    hooks.deregister();
  }
}

let loaded = 0;

function changeSource(file: string, original: string, changes: Mutant['changes']): string {
  let source = original;
  for (const [from, to] of changes) {
    if (!source.includes(from))
      throw new TypeError(`${file} holds no longer what the mutant changes: ${from}`);
    source = source.replaceAll(from, to);
  }
  return source;
}
