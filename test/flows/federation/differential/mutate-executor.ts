import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { runScenario } from '../../../conformance/federation/run-scenario.ts';
import type { SCENARIOS } from '../../../conformance/federation/scenarios/index.ts';
import type { runBothWays } from './run-both-ways.ts';

const FEDERATION = join(import.meta.dirname, '..', '..', '..', '..', 'src', 'federation');

/** Files that mutants change. */
const MUTABLE = ['execute/complete-answer.ts', 'execute/merge-answer.ts', 'plan/fetch-entities.ts'] as const;

/** One fault that an executor could have: a change of one of its files. */
export interface Mutant {
  readonly file: (typeof MUTABLE)[number];
  readonly changes: readonly (readonly [from: string, to: string])[];
}

/** What jest offers for ES modules; its types leave it out. */
interface ModuleMocks {
  unstable_mockModule(path: string, load: () => Promise<unknown>): void;
}

/** What is run over a changed executor. */
interface Checks {
  readonly runBothWays: typeof runBothWays;
  readonly runScenario: typeof runScenario;
  readonly scenarios: typeof SCENARIOS;
}

/**
 * Loads the differential test and the conformance scenarios anew over copies of the executor's files, one of them
 * changed. The copies are made from the sources as they are now: a change that no longer finds its place fails the test.
 */
export async function loadMutated({ file, changes }: Mutant, folder: string): Promise<Checks> {
  const loader = import.meta.jest as ImportMeta['jest'] & ModuleMocks;
  loader.resetModules();
  for (const each of MUTABLE) {
    const copy = await writeCopy(each, each === file ? changes : [], folder);
    loader.unstable_mockModule(join(FEDERATION, each), () => import(copy));
  }
  const differential = await import('./run-both-ways.ts');
  const conformance = await import('../../../conformance/federation/run-scenario.ts');
  const { SCENARIOS: scenarios } = await import('../../../conformance/federation/scenarios/index.ts');
  return { runBothWays: differential.runBothWays, runScenario: conformance.runScenario, scenarios };
}

async function writeCopy(file: string, changes: Mutant['changes'], folder: string): Promise<string> {
  const original = join(FEDERATION, file);
  let source = await readFile(original, 'utf8');
  for (const [from, to] of changes) {
    if (!source.includes(from))
      throw new TypeError(`${file} holds no longer what the mutant changes: ${from}`);
    source = source.replaceAll(from, to);
  }
  const copy = join(folder, file.replaceAll('/', '-'));
  const imported = (path: string): string => `from '${join(dirname(original), path)}'`;
  await writeFile(
    copy,
    source.replaceAll(/from '(\.\.?\/[^']+)'/g, (_all, path: string) => imported(path)),
  );
  return copy;
}
