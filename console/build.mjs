// Builds the console: into console/dist (npm run build:console), or into --out FOLDER. With --if-stale, which npm start says
// first, only where that is of other sources; then nothing that goes wrong keeps the gateway from starting.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isBuiltFrom } from './build/digest-sources.ts';

const { out, 'if-stale': ifStale = false } = parseArgs({
  options: { out: { type: 'string' }, 'if-stale': { type: 'boolean' } },
}).values;
const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const outDir = out ?? `${root}/dist`;

if (!ifStale || !(await isBuiltFrom(root, outDir))) {
  try {
    await build();
  } catch (error) {
    process.stderr.write(`The console is not built: ${error.message}\n`);
    process.exitCode = ifStale ? 0 : 1;
  }
}

async function build() {
  if (!isInstalled('vite'))
    throw new Error('Vite is not installed. With "npm ci" it is, without "--omit=dev".');
  if (ifStale) process.stderr.write('building the console...\n');
  // A test run’s own value would build React for development.
  process.env['NODE_ENV'] = 'production';
  const vite = await import('vite');
  await vite.build({
    configFile: `${root}/vite.config.ts`,
    ...(ifStale && { logLevel: 'warn' }),
    build: { outDir, emptyOutDir: true },
  });
}

function isInstalled(name) {
  try {
    createRequire(import.meta.url).resolve(`${name}/package.json`);
    return true;
  } catch {
    return false;
  }
}
