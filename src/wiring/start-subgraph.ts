import { LukouError, systemClock } from '../base/index.ts';
import type { Config } from '../config.ts';
import { loadSecret } from '../storage/index.ts';
import type { SubgraphName } from './subgraph-names.ts';
import { placeOfSaved } from './agreements/saved-agreements.ts';
import { describeFault } from './describe-fault.ts';
import { readDoorCertificates } from './door-certificates.ts';
import { listeningUrl } from './listening-url.ts';
import { makeSample } from './make-sample.ts';
import { logFolderOf } from './open-log.ts';
import { openServingDatabase } from './open-serving-database.ts';
import type { RunningGateway, StartTerminal } from './start.ts';
import { openSubgraph } from './subgraph.ts';
import { createRefusalTeller } from './tell-refusals.ts';
import { readTrustedGateways } from './trusted-gateways.ts';

// A suspended agreement ends within a second, as at the gateway.
const LOOK_EVERY_MS = 500;

/** Starts one agency's subgraph beside its own database, and undoes what was started where a step fails. */
export async function startSubgraph(
  name: SubgraphName,
  config: Config,
  terminal: StartTerminal,
): Promise<RunningGateway> {
  const { tell } = terminal;
  const size = config.LUKOU_SAMPLE ?? 'none';
  if (config.LUKOU_AGREEMENTS === undefined && size === 'none')
    throw new LukouError(
      'SETTING_INVALID',
      'LUKOU_AGREEMENTS is not set. Name the folder with your agency’s agreements: the example agreements are for the ' +
        'sample (LUKOU_SAMPLE).',
    );
  const gateways = await readTrustedGateways(config.LUKOU_GATEWAYS);
  const certificates = await readDoorCertificates(config);
  await using started = new AsyncDisposableStack();
  const database = await openServingDatabase(config, tell);
  started.defer(() => database.close());
  const secret = loadSecret(config.LUKOU_DATA, config.LUKOU_SECRET);
  const agency = await openSubgraph({
    name,
    config,
    gateways,
    certificates,
    database,
    clock: systemClock,
    secret,
    logFolder: logFolderOf(config.LUKOU_DATA),
    onFault: (requestId, error) => tell(describeFault(requestId, error)),
    onRefused: createRefusalTeller(tell, systemClock),
    onMessage: tell,
    lookEveryMs: LOOK_EVERY_MS,
    savedAgreements: placeOfSaved(config.LUKOU_DATA, secret),
    onProgress: (...step) => terminal.progress.update(...step),
  });
  started.defer(() => agency.close());
  terminal.progress.finish();
  await makeSample(size, { database, audit: agency.audit, secret }, terminal);
  await agency.app.listen({ host: config.HOST, port: config.PORT });
  const url = listeningUrl(agency.app, config.HOST, certificates === null ? 'http' : 'https');
  tell(`database: ${database.describe}`);
  tell(`answers to: ${[...gateways.keys()].join(', ')}`);
  const running = started.move();
  return { url, ready: `lukou subgraph ${name} ready ${url}\n`, stop: () => running.disposeAsync() };
}
