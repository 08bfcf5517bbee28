import { systemClock } from '../../base/index.ts';
import type { Config } from '../../config.ts';
import { developmentIssuerBanner } from '../../identity/index.ts';
import { createLogReader, loadSecret } from '../../storage/index.ts';
import { describeFault } from '../describe-fault.ts';
import { openIdentification } from '../identify.ts';
import { makeSample, sampleSizeOf } from '../make-sample.ts';
import { announceLogs } from '../audit/announce-logs.ts';
import { logFolderOf, operatorPlaceOf } from '../open-log.ts';
import { openServingDatabase } from '../open-serving-database.ts';
import { openPruning } from '../retention/open-pruning.ts';
import { describeReady, requireStartable, type RunningGateway, type StartTerminal } from '../start.ts';
import { openGatewayLog } from '../witness/open-gateway-log.ts';
import { makeFirstEpoch } from '../subjects.ts';
import { startFleet } from './fleet.ts';
import { nameWorkerLogs } from './worker-logs.ts';

/**
 * Starts a gateway of several processes. This one has the database, its migrations and the sample, and answers nothing;
 * its log says which logs the workers write.
 */
export async function startWorkers(
  count: number,
  config: Config,
  production: boolean,
  terminal: StartTerminal,
): Promise<RunningGateway> {
  const { tell } = terminal;
  requireStartable(config, production);
  await using started = new AsyncDisposableStack();
  const database = await openServingDatabase(config, tell);
  started.defer(() => database.close());
  const secret = loadSecret(config.LUKOU_DATA, config.LUKOU_SECRET);
  // Opened before the workers are there, which would make its key at the same time.
  const { developmentIssuer } = await openIdentification(config, {
    clock: systemClock,
    secret,
    production,
    onMessage: tell,
  });
  if (developmentIssuer !== null) tell(developmentIssuerBanner());
  const logFolder = logFolderOf(config.LUKOU_DATA);
  await makeFirstEpoch(config);
  const own = await openGatewayLog({ config, database, logFolder, clock: systemClock }, tell);
  started.defer(() => own.close());
  const onFault = (requestId: string, error: unknown): void => tell(describeFault(requestId, error));
  const pruning = openPruning(own, { config, database, clock: systemClock, onMessage: tell, onFault });
  started.defer(() => pruning.stop());
  await makeSample(sampleSizeOf(config, developmentIssuer), { database, audit: own, secret }, terminal);

  const names = nameWorkerLogs(own.log, count, await createLogReader(database.log).listLogs());
  const place = operatorPlaceOf(config, { database, clock: systemClock, onMessage: tell });
  await announceLogs([...names, place.log], own, { ...place, log: own.log });
  const fleet = await startFleet(names, tell);
  started.defer(() => fleet.stop());
  tell(`database: ${database.describe}`);
  const ready = await describeReady(fleet.url, developmentIssuer);
  const running = started.move();
  return { url: fleet.url, ready, stop: () => running.disposeAsync() };
}
