// Measurements, each as ratios of things run side by side in one run: npm run bench -- <name> [--json file] [--rows number]
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** What a bench found; where it holds figures to bars, those that were missed. */
type Figures = object & { readonly missed?: readonly string[] };

/** What may be asked of a bench beside its name. */
interface Asked {
  readonly rows?: number;
}

const BENCHES: Readonly<Record<string, () => Promise<{ run: (asked: Asked) => Promise<Figures> }>>> = {
  guard: () => import('./guard.ts'),
  egress: () => import('./egress.ts'),
  audit: () => import('./audit/run.ts'),
  verify: () => import('./verify.ts'),
  access: () => import('./access/run.ts'),
  live: () => import('./live.ts'),
  stream: () => import('./stream.ts'),
  ingest: () => import('./ingest.ts'),
  cold: () => import('./federation/cold.ts'),
  federation: () => import('./federation/run.ts'),
  query: () => import('./query/run.ts'),
  search: () => import('./search/run.ts'),
  case: () => import('./case/run.ts'),
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, rows: { type: 'string' } },
});
const [name = ''] = positionals;
const load = BENCHES[name];
if (load === undefined) {
  console.error(`There is no bench "${name}". There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exitCode = 1;
} else {
  const { run } = await load();
  const figures = await run(values.rows === undefined ? {} : { rows: Number(values.rows) });
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
  for (const bar of figures.missed ?? []) console.error(`missed: ${bar}`);
  if (figures.missed !== undefined && figures.missed.length > 0) process.exitCode = 1;
}
