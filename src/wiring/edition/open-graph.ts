import type { GraphQLSchema } from 'graphql';
import { scalars } from '../../../resolvers/index.ts';
import {
  type Catalogue,
  type Grant,
  type Policy,
  type SubgraphDocument,
  hideInvisible,
  listInvisible,
  requireCatalogue,
  viewSchema,
} from '../../agreement/index.ts';
import { BoundedCache, sha256Hex } from '../../base/index.ts';
import type { Config } from '../../config.ts';
import { type Federation, type Planner, composeSupergraph, openFederation } from '../../federation/index.ts';
import { type Edition, type FederationPort, PUBLIC_DOCUMENT } from '../../request/index.ts';
import { createDocumentFinder, createSpentReader } from '../../storage/index.ts';
import { limitsOf } from '../limits-of.ts';
import type { GraphSources } from '../supergraph/read-graph-sources.ts';
import { refuseKeptClassified } from '../schema-gate/find-kept-classified.ts';
import { type SchemaReportParts, takeInSchema } from '../schema-gate/report-refused-schema.ts';
import { openOwnFields } from './explain-operations.ts';
import { type AgenciesParts, openAgencies } from './open-agencies.ts';
import { speakToEach } from './speak-to-each.ts';

// A view is some 300 kB; callers of one class share it.
const KEPT_VIEWS = 50;
const KEPT_GRANTS = 1_000;

/** What graphs are opened with. */
export interface GraphParts extends AgenciesParts, SchemaReportParts {
  readonly config: Config;
  /** Plans over one supergraph, and is closed with it. Throws SCHEMA_INVALID where the supergraph cannot be planned over. */
  readonly openPlanner: (supergraphSdl: string) => Promise<Planner>;
}

/** One schema of all agencies, served: composed, checked, planned over, its agencies connected. */
export interface Graph {
  readonly catalogue: Catalogue;
  /** Every subgraph's schema, as it was written. */
  readonly schema: readonly SubgraphDocument[];
  /** SHA-256 of the supergraph. */
  readonly digest: string;
  /** Names the sources that it was made from. */
  readonly sourcesDigest: string;
  readonly speakGraphql: Edition['speakGraphql'];
  readonly federation: FederationPort;
  /** Names of the agencies elsewhere that did not answer when they were asked last. */
  unreachable(): readonly string[];
  /**
   * Keeps the graph open for requests under one policy until the function that it returns is called. Who opened the graph
   * has the first share and gives it back with `release`; the last one closes the graph.
   */
  share(policy: Policy): () => Promise<void>;
  release(): Promise<void>;
}

/**
 * Opens a graph.
 *
 * @throws LukouError SCHEMA_INVALID where the schemas break a rule, do not join, or cannot be planned over.
 */
export async function openGraph({ parts, digest }: GraphSources, given: GraphParts): Promise<Graph> {
  const { config, onFault } = given;
  const catalogue = await takeInSchema(parts, digest, given, async () => {
    const judged = requireCatalogue(parts);
    await refuseKeptClassified(parts, given.database);
    return judged;
  });
  const supergraphSdl = composeSupergraph(parts);
  await using opened = new AsyncDisposableStack();
  const planner = await given.openPlanner(supergraphSdl);
  opened.defer(() => planner.close());
  const agencies = await openAgencies(parts, catalogue, given);
  opened.defer(() => agencies.close());
  const own = await openOwnFields(() => ({
    federation,
    findPolicy: agencies.findPolicy,
    readSpent: createSpentReader(given.database.app),
  }));
  const views = new BoundedCache<string, GraphQLSchema>(KEPT_VIEWS);
  const known = new BoundedCache<string, GraphQLSchema>(KEPT_VIEWS);
  const knownByGrant = new BoundedCache<string, GraphQLSchema>(KEPT_GRANTS);
  const federation: Federation = openFederation({
    supergraphSdl,
    subgraphs: agencies.subgraphs,
    scalars,
    planner,
    limits: limitsOf(config),
    introspectionSchema: (grant) =>
      views.find(grant.digest) ??
      views.keep(grant.digest, viewSchema(federation.consumerSchema, catalogue, grant)),
    knownSchema: (grant) =>
      knownByGrant.find(grant.digest) ?? knownByGrant.keep(grant.digest, findKnownSchema(grant)),
    own,
    isRow: (typeName) => catalogue.types.get(typeName)?.isStructure === false,
    onFault,
  });
  const speakers = speakToEach(federation, {
    documents: {
      mode: config.LUKOU_DOCUMENTS,
      find: findAlsoOwn(createDocumentFinder(given.database.app)),
      admit: federation.admit,
      maxVariableDepth: config.LUKOU_MAX_VARIABLE_DEPTH,
    },
  });
  opened.defer(() => speakers.stop());
  const held = opened.move();
  let shares = 1;
  const release = async (): Promise<void> => {
    shares -= 1;
    if (shares === 0) await held.disposeAsync();
  };
  return {
    catalogue,
    schema: parts.map(({ name, document }) => ({ name, document })),
    digest: sha256Hex(supergraphSdl),
    sourcesDigest: digest,
    speakGraphql: speakers.speakGraphql,
    federation: federationPort(federation),
    unreachable: agencies.unreachable,
    share(policy) {
      shares += 1;
      const forget = agencies.admitPolicy(policy);
      return async () => {
        forget();
        await release();
      };
    },
    release,
  };

  /** Grants that make the same names unknown share one schema, which mostly is the whole one. */
  function findKnownSchema(grant: Grant): GraphQLSchema {
    const { consumerSchema } = federation;
    const invisible = listInvisible(catalogue, grant);
    if (invisible.length === 0) return consumerSchema;
    const key = sha256Hex(invisible.join('\n'));
    return known.find(key) ?? known.keep(key, hideInvisible(consumerSchema, catalogue, grant));
  }
}

function federationPort(federation: Federation): FederationPort {
  return {
    plan(operation, grant) {
      const { variables } = operation;
      const planned = federation.plan(operation, grant);
      return {
        selected: planned.selected,
        inputUses: planned.inputUses(variables),
        countInputs: () => planned.countInputs(variables),
        visitInputs: (visit) => planned.visitInputs(variables, visit),
        execute: (caller, event) => federation.execute(planned, variables, caller, event),
        follow: (caller, signal) => federation.follow(planned, variables, caller, signal),
      };
    },
  };
}

/** Finds also the document that the gateway asks itself, for its public feeds. */
function findAlsoOwn(find: (sha256: string) => Promise<string | null>): typeof find {
  return async (sha256) => (sha256 === PUBLIC_DOCUMENT.sha256 ? PUBLIC_DOCUMENT.text : find(sha256));
}
