// The whole gateway: grant bound, plan, fetch, mask, guard, durable record, release. Arguments: data folder, sample caller, purpose, settings.
import { systemClock } from '../../src/base/index.ts';
import { readConfig } from '../../src/config.ts';
import {
  createAuthenticator,
  createDevelopmentIssuer,
  LUKOU_AUDIENCE,
  type SampleCallerName,
  type SampleFeederName,
} from '../../src/identity/index.ts';
import { loadSecret } from '../../src/storage/index.ts';
import { openGateway } from '../../src/wiring/index.ts';
import { openDataset } from './dataset.ts';
import { reportToParent } from './protocol.ts';

const [dataFolder = '', caller = 'analyst', purpose = 'ROAD_SAFETY', settings = '{}'] = process.argv.slice(2);
const database = await openDataset(dataFolder);
const developmentIssuer = await createDevelopmentIssuer({ keyFolder: `${dataFolder}/development-issuer` });
const gateway = await openGateway({
  config: readConfig({ LUKOU_DATA: dataFolder, ...(JSON.parse(settings) as object) }),
  database,
  authenticate: createAuthenticator({
    developmentIssuer,
    place: { host: '127.0.0.1', production: false },
    audience: LUKOU_AUDIENCE,
    clock: systemClock,
    pseudonymKey: Buffer.alloc(32, 1),
  }),
  clock: systemClock,
  secret: loadSecret(dataFolder, undefined),
  logFolder: `${dataFolder}/log`,
  onFault: (_requestId, error) => console.error(error),
});
const url = await gateway.app.listen({ host: '127.0.0.1', port: 0 });
reportToParent(
  {
    url: `${url}/graphql`,
    headers: {
      authorization: `Bearer ${await developmentIssuer.tokenFor(caller as SampleCallerName | SampleFeederName)}`,
      'lukou-purpose': purpose,
    },
  },
  async () => {
    await gateway.close();
    await database.close();
  },
);
