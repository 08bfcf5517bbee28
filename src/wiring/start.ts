import { type Progress, requestExamples } from '../cli/index.ts';
import { LukouError, systemClock } from '../base/index.ts';
import type { Config } from '../config.ts';
import { placeOfSaved } from './agreements/saved-agreements.ts';
import { type GatewayParts, openGateway } from './gateway.ts';
import { openIdentification } from './identify.ts';
import {
  type DevelopmentIssuer,
  SAMPLE_CALLERS,
  assertDevelopmentIssuerMayRun,
  developmentIssuerBanner,
} from '../identity/index.ts';
import { openConsole } from './open-console.ts';
import { describeFault } from './describe-fault.ts';
import { listeningUrl } from './listening-url.ts';
import { makeSample, sampleSizeOf } from './make-sample.ts';
import { announceLogs } from './audit/announce-logs.ts';
import { logFolderOf, operatorPlaceOf } from './open-log.ts';
import { openServingDatabase } from './open-serving-database.ts';
import { makeFirstEpoch } from './subjects.ts';
import { type Database, loadSecret } from '../storage/index.ts';

/** How the process that starts a gateway hears of it. */
export interface StartTerminal {
  /** Messages, for standard error. */
  readonly tell: (text: string) => void;
  readonly progress: Progress;
}

// A suspended agreement ends within a second: two looks at most, and what compiling takes.
const LOOK_EVERY_MS = 250;

/** A gateway that listens. */
export interface RunningGateway {
  readonly url: string;
  /** What to print once signals are listened to: whoever reads that it is ready may stop it at once. */
  readonly ready: string;
  /** Takes no more requests, finishes those under way, then closes the log and the database. */
  stop(): Promise<void>;
}

/** Starts everything that the configuration asks for, in order, and undoes what was started where a step fails. */
export async function startGateway(
  config: Config,
  production: boolean,
  terminal: StartTerminal,
): Promise<RunningGateway> {
  const { tell } = terminal;
  requireStartable(config, production);
  await using started = new AsyncDisposableStack();
  const database = await openServingDatabase(config, tell);
  started.defer(() => database.close());
  const { url, developmentIssuer } = await openListeningGateway(
    { config, production, terminal, database, isAlone: true },
    started,
  );
  tell(`database: ${database.describe}`);
  const ready = await describeReady(url, developmentIssuer);
  const running = started.move();
  return { url, ready, stop: () => running.disposeAsync() };
}

/** Throws SETTING_INVALID where settings are in order each by itself, and not together. */
export function requireStartable(config: Config, production: boolean): void {
  if (config.LUKOU_ISSUERS === undefined) assertDevelopmentIssuerMayRun({ host: config.HOST, production });
  else if (config.LUKOU_AGREEMENTS === undefined)
    throw new LukouError(
      'SETTING_INVALID',
      'LUKOU_ISSUERS is set, so LUKOU_AGREEMENTS must name your agreements: the example agreements are for the sample.',
    );
  else if (config.LUKOU_AGENCY_KEYS === undefined)
    throw new LukouError(
      'SETTING_INVALID',
      'LUKOU_ISSUERS is set, so LUKOU_AGENCY_KEYS must list the agencies’ keys: agreements count where both parties signed.',
    );
  if (config.LUKOU_TLS_CERT !== undefined)
    throw new LukouError(
      'SETTING_INVALID',
      'LUKOU_TLS_CERT is for lukou subgraph, and the gateway speaks plain HTTP. Put TLS in front of it, and unset this.',
    );
}

/** What a listening gateway is opened on. */
interface ListeningParts {
  readonly config: Config;
  readonly production: boolean;
  readonly terminal: StartTerminal;
  readonly database: Database;
  /** Whether it is the gateway's only process, which makes the sample and says which logs there are. */
  readonly isAlone?: boolean;
  /** In a worker: how many of them answer now. */
  readonly readFleet?: GatewayParts['readFleet'];
}

/** Opens a gateway on a database, and has it listen; what it holds is closed with `started`. */
export async function openListeningGateway(parts: ListeningParts, started: AsyncDisposableStack) {
  const { config, production, terminal, database, isAlone = false, readFleet } = parts;
  const { tell } = terminal;
  const secret = loadSecret(config.LUKOU_DATA, config.LUKOU_SECRET);
  const { authenticate, developmentIssuer, consoleClients } = await openIdentification(config, {
    clock: systemClock,
    secret,
    production,
    onMessage: tell,
  });
  if (developmentIssuer !== null && isAlone) tell(developmentIssuerBanner());
  if (config.LUKOU_AGENCY_KEYS === undefined) tell(UNSIGNED_ACCEPTED);
  if (isAlone) await makeFirstEpoch(config);
  const gateway = await openGateway({
    config,
    database,
    authenticate,
    clock: systemClock,
    secret,
    logFolder: logFolderOf(config.LUKOU_DATA),
    onFault: (requestId, error) => tell(describeFault(requestId, error)),
    onMessage: tell,
    lookEveryMs: LOOK_EVERY_MS,
    savedAgreements: placeOfSaved(config.LUKOU_DATA, secret),
    onProgress: (...step) => terminal.progress.update(...step),
    console: await openConsole(consoleClients, developmentIssuer),
    ...(readFleet === undefined ? {} : { readFleet }),
  });
  started.defer(() => gateway.close());
  terminal.progress.finish();
  if (isAlone) {
    const sample = sampleSizeOf(config, developmentIssuer);
    await makeSample(sample, { database, audit: gateway.audit, secret }, terminal);
    const operators = operatorPlaceOf(config, { database, clock: systemClock, onMessage: tell });
    await announceLogs([operators.log], gateway.audit, { ...operators, log: gateway.audit.log });
  }
  await gateway.app.listen({ host: config.HOST, port: config.PORT });
  return { gateway, url: listeningUrl(gateway.app, config.HOST), developmentIssuer };
}

/** Where the gateway listens, and with the development issuer how to ask it. */
export async function describeReady(
  url: string,
  developmentIssuer: DevelopmentIssuer | null,
): Promise<string> {
  const examples = developmentIssuer === null ? '' : `\n${await showRequests(url, developmentIssuer)}`;
  return `lukou ready ${url}\nconsole ${new URL('/console/', url).href}\n${examples}`;
}

const UNSIGNED_ACCEPTED =
  'agreements: accepted without signatures, since LUKOU_AGENCY_KEYS is not set. For trying things out only.';

async function showRequests(url: string, issuer: DevelopmentIssuer): Promise<string> {
  const callers = await Promise.all(
    Object.entries(SAMPLE_CALLERS).map(async ([name, { nameZh, nameEn, purpose }]) => ({
      name,
      title: `${name}: ${nameZh} ${nameEn}`,
      purpose,
      token: await issuer.tokenFor(name as keyof typeof SAMPLE_CALLERS),
    })),
  );
  const everyone = { name: 'public', title: 'public: 社会公众 Everyone else', purpose: null, token: null };
  return requestExamples(url, [...callers, everyone]);
}
