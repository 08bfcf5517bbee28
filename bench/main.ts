// Measurements, each as ratios of things run side by side in one run: npm run bench -- <name> [--json file]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const BENCHES: Readonly<Record<string, () => Promise<{ run: () => Promise<object> }>>> = {
  guard: () => import('./guard.ts'),
  egress: () => import('./egress.ts'),
  audit: () => import('./audit/run.ts'),
  verify: () => import('./verify.ts'),
  access: () => import('./access/run.ts'),
  ingest: () => import('./ingest.ts'),
  cold: () => import('./federation/cold.ts'),
  federation: () => import('./federation/run.ts'),
  query: () => import('./query/run.ts'),
};

const { positionals, values } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const [name = ''] = positionals;
const load = BENCHES[name];
if (load === undefined) {
  console.error(`There is no bench "${name}". There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 1;
} else {
  const { run } = await load();
  const figures = await run();
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
}
