// PostGraphile 5 over the same tables as one schema, under the same row-level security: no agreements, no masks, no
// log. Installed on demand: npm ci --prefix bench/peers
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Pool } from 'pg';
import { EVERY_ROW_SCOPE, openDataset } from './dataset.ts';
import { reportToParent } from './protocol.ts';

const peers = createRequire(join(import.meta.dirname, '..', 'peers', 'package.json'));
const load = async <T>(name: string): Promise<T> =>
  import(pathToFileURL(peers.resolve(name)).href) as Promise<T>;

/** The little of PostGraphile that is used here; it is not among this project's own dependencies. */
interface Preset {
  readonly [key: string]: unknown;
}
const { postgraphile } = await load<{
  postgraphile(preset: Preset): { createServ(grafserv: unknown): { addTo(server: object): Promise<void> } };
}>('postgraphile');
const { PostGraphileAmberPreset } = await load<{ PostGraphileAmberPreset: Preset }>(
  'postgraphile/presets/amber',
);
const { makePgService } = await load<{ makePgService(options: object): object }>('postgraphile/adaptors/pg');
const { jsonPgSmartTags } = await load<{ jsonPgSmartTags(tags: object): object }>('postgraphile/utils');
const { grafserv } = await load<{ grafserv: unknown }>('postgraphile/grafserv/node');

const [dataFolder = ''] = process.argv.slice(2);
const database = await openDataset(dataFolder);
const { options } = database.app;
const pool = new Pool({ ...options, password: options.password, pipeline: false, types: undefined });
const { body, mac } = database.signer.sign(EVERY_ROW_SCOPE);

// The relations that the product's resolvers join by; the tables of different agencies have no foreign keys.
const onSegment = { foreignKey: '(segment_id) references traffic.road_segment (id)' };
const preset: Preset = {
  extends: [PostGraphileAmberPreset],
  plugins: [
    jsonPgSmartTags({
      version: 1,
      config: {
        class: {
          'checkpoint.checkpoint': { tags: onSegment },
          'mediation.mediation_case': { tags: onSegment },
        },
      },
    }),
  ],
  pgServices: [makePgService({ pool, schemas: ['traffic', 'checkpoint', 'mediation'] })],
  grafast: { context: () => ({ pgSettings: { 'lukou.scope': body, 'lukou.scope_mac': mac } }) },
  grafserv: { graphiql: false, watch: false, maxRequestLength: 100_000 },
  disablePlugins: ['PgIndexBehaviorsPlugin'],
};
const http = createServer();
await postgraphile(preset).createServ(grafserv).addTo(http);
http.listen(0, '127.0.0.1', () => {
  const { port } = http.address() as AddressInfo;
  reportToParent({ url: `http://127.0.0.1:${port}/graphql`, headers: {} }, async () => {
    http.close();
    await pool.end();
    await database.close();
  });
});
