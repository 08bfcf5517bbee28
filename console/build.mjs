// Builds the console: into console/dist (npm run build:console, and npm ci by the script prepare), or into --out FOLDER.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { out, prepare } = parseArgs({
  options: { out: { type: 'string' }, prepare: { type: 'boolean' } },
}).values;

if (isInstalled('vite')) {
  // A test run’s own value would build React for development.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  const outDir = out ?? fileURLToPath(new URL('dist', import.meta.url));
  const configFile = fileURLToPath(new URL('vite.config.ts', import.meta.url));
  await build({ configFile, build: { outDir, emptyOutDir: true } });
} else {
  const why = 'The console is not built: Vite is not installed. With "npm ci" it is, without "--omit=dev".';
  process.stderr.write(`${why}\n`);
  process.exitCode = prepare === true ? 0 : 1;
}

function isInstalled(name) {
  try {
    createRequire(import.meta.url).resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}
