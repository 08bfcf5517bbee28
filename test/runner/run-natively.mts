import { createRequire, enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What of jest's module loader is replaced. */
interface ModuleLoader {
  requireInternalModule(path: string): unknown;
  unstable_shouldLoadAsEsm(path: string): boolean;
  unstable_importModule(path: string): Promise<unknown>;
}

interface Environment {
  readonly global: object;
  readonly moduleMocker: Pick<typeof jest, 'spyOn'>;
}

const require = createRequire(import.meta.url);
const { default: runFile } = require('jest-circus/runner') as {
  readonly default: (...given: readonly unknown[]) => Promise<unknown>;
};
const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'lukou');
const LEFT_BEHIND: ReadonlySet<string | undefined> = new Set(['JEST_STATE_SYMBOL', 'EVENT_HANDLERS']);

/**
 * Runs a test file as Node runs the product: its modules are loaded once for all the files of a worker. Jest's own loader
 * loads graphql and a thousand modules more for every file, into a realm where nothing is compiled yet and each look at a
 * global is slow: more than half of the time of most files. So a file finds what earlier ones left in `process` and in
 * modules, and a module that is no test asks for `it` and `expect` inside its functions only: they are each file's own. With
 * `--watch` a file would find the modules as they were.
 *
 * Of the object `jest` there is `spyOn` only: the rest works on modules and timers of jest's own realm.
 */
export default function runNatively(
  globalConfig: unknown,
  config: unknown,
  environment: Environment,
  loader: ModuleLoader,
  testPath: string,
  report: unknown,
): Promise<unknown> {
  enableCompileCache(CACHE);
  loader.unstable_shouldLoadAsEsm = () => true;
  loader.unstable_importModule = (path) => import(pathToFileURL(path).href);
  // Jest keeps the tests of a file in a module, which is loaded anew for each.
  loader.requireInternalModule = (path) => {
    delete require.cache[path];
    return require(path);
  };
  const { moduleMocker } = environment;
  Object.assign(globalThis, { jest: { spyOn: moduleMocker.spyOn.bind(moduleMocker) } });
  return runFile(globalConfig, config, { global: globalThis }, loader, testPath, report).finally(() => {
    flushCompileCache();
    for (const key of Object.getOwnPropertySymbols(globalThis))
      if (LEFT_BEHIND.has(key.description)) Reflect.deleteProperty(globalThis, key);
  });
}
