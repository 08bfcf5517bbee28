import * as z from 'zod';

/** What the test workers must know of the server that the run started, handed on in their environment. */
const clusterSchema = z.strictObject({
  socketFolder: z.string(),
  passwords: z.strictObject({
    lukou_admin: z.string(),
    lukou_owner: z.string(),
    lukou_app_login: z.string(),
    lukou_ingest_login: z.string(),
  }),
});

/** The run's database server. */
export type TestCluster = z.infer<typeof clusterSchema>;

const VARIABLE = 'LUKOU_TEST_CLUSTER';

/** The database that every test database is a copy of. */
export const TEMPLATE = 'lukou_template';

/** Row scopes are signed with this in tests; it guards nothing. */
export const TEST_SECRET = Buffer.alloc(32, 7);

export function announceCluster(cluster: TestCluster): void {
  process.env[VARIABLE] = JSON.stringify(cluster);
}

export function requireCluster(): TestCluster {
  const text = process.env[VARIABLE];
  if (text === undefined)
    throw new Error('No test database runs: start these tests with --selectProjects=system.');
  return clusterSchema.parse(JSON.parse(text));
}
