import type { Catalogue, Policy } from '../../agreement/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Clock } from '../../base/index.ts';
import type { GatewayKey } from '../../identity/index.ts';
import { type Database, archiveAgreements } from '../../storage/index.ts';
import { LongWork } from '../agreements/long-work.ts';
import { type AgreementReading, openAgreementFiles } from '../agreements/open-agreement-files.ts';
import { Editions, type OpenEdition } from '../editions.ts';
import { joinGatewayKey } from '../gateway-key.ts';
import { listGraphFiles, readGraphSources } from '../supergraph/read-graph-sources.ts';
import { lookEvery } from './look-every.ts';
import { openEdition } from './open-edition.ts';
import { type Graph, type GraphParts, openGraph } from './open-graph.ts';
import { createOperatorLog, type RecordedState } from './operator-log.ts';
import { type Alarm, type Pair, Renewal } from './renewal.ts';
import { stampFiles } from './stamp-files.ts';

/** What the edition in force is made from. */
interface CurrentEditionParts extends Omit<GraphParts, 'gatewayKey' | 'gatewayName'>, AgreementReading {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditLog;
  readonly onMessage: (message: string) => void;
  readonly lookEveryMs?: number;
}

/** The edition in force, and what replaces it when its files change. */
export interface CurrentEdition {
  readonly editions: Editions;
  readonly renewal: Renewal;
  stopLooking(): Promise<void>;
}

/**
 * Opens the first edition, and follows the files that it was made from.
 *
 * @throws LukouError SETTING_INVALID, SCHEMA_INVALID or AGREEMENT_INVALID where a file is wrong: a gateway starts with
 *   what is in order, or not at all.
 */
export async function openCurrentEdition(parts: CurrentEditionParts): Promise<CurrentEdition> {
  const { config, database, audit, clock, onFault, onMessage } = parts;
  const supergraphPath = config.LUKOU_SUPERGRAPH;
  const files = openAgreementFiles(config, parts, onMessage);
  let gatewayKey: Promise<GatewayKey> | undefined;
  const graphParts: GraphParts = {
    ...parts,
    gatewayName: config.LUKOU_GATEWAY_NAME,
    // Made at the first use only: a gateway without agencies elsewhere needs none.
    gatewayKey: () => (gatewayKey ??= joinGatewayKey(config)),
  };
  const operatorLog = createOperatorLog(audit, clock);

  // Taken before the files are read: what changes in between is found by the next look.
  const firstStamp = await stamp();
  const graph = await openGraph(await readGraphSources(supergraphPath), graphParts);
  let first: Pair;
  let edition: OpenEdition;
  try {
    const agreements = await files.read();
    first = { graph, agreements };
    const compile = (catalogue: Catalogue): Promise<Policy> => files.compile(agreements, catalogue);
    edition = await openEdition(graph, compile, async (policy) => {
      await archive(policy, graph);
      await operatorLog.recordStart({ policy, graphDigest: graph.digest });
    });
  } finally {
    await graph.release();
  }
  const editions = new Editions(edition, (error) => onFault('none', error));
  let state: RecordedState = { policy: edition.policy, graphDigest: graph.digest };
  const renewal = new Renewal(first, firstStamp, {
    stamp,
    openGraph: openNextGraph,
    readAgreements: () => files.read(),
    putInForce,
    onAlarm,
    onRelief: () => onMessage('The files are in order again, and in force.'),
  });
  const looking =
    parts.lookEveryMs === undefined
      ? null
      : lookEvery(
          parts.lookEveryMs,
          () => renewal.look(),
          (error) => onFault('none', error),
        );
  return {
    editions,
    renewal,
    async stopLooking() {
      await looking?.stop();
      await files.settled();
    },
  };

  async function archive(policy: Policy, { schema }: Graph): Promise<void> {
    const work = new LongWork(parts.onProgress);
    await archiveAgreements(database.app, policy, schema, (done, total) =>
      work.step('agreements archived', done, total),
    );
  }

  async function stamp(): Promise<string> {
    const ofGraph = await stampFiles(await listGraphFiles(supergraphPath), Date.now());
    return `${ofGraph} ${await files.stamp()}`;
  }

  async function openNextGraph(current: Graph): Promise<Graph> {
    const sources = await readGraphSources(supergraphPath);
    return sources.digest === current.sourcesDigest ? current : openGraph(sources, graphParts);
  }

  async function putInForce(pair: Pair): Promise<void> {
    const compile = (catalogue: Catalogue): Promise<Policy> => files.compile(pair.agreements, catalogue);
    const next = await openEdition(pair.graph, compile, async (policy) => {
      await archive(policy, pair.graph);
      const nextState = { policy, graphDigest: pair.graph.digest };
      await operatorLog.recordChange(state, nextState);
      state = nextState;
    });
    editions.replace(next);
    onMessage(
      `In force: schema ${pair.graph.digest.slice(0, 12)}, policy ${next.policy.digest.slice(0, 12)}.`,
    );
  }

  async function onAlarm({ what, code, message }: Alarm): Promise<void> {
    onMessage(`ALARM: new ${what} refused; what was in force stays in force. ${code}: ${message}`);
    await operatorLog.recordRefusal(what, code, state);
  }
}
