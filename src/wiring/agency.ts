import { join } from 'node:path';
import { resolversBySubgraph } from '../../resolvers/index.ts';
import {
  type Catalogue,
  type Decision,
  type Grant,
  type SubgraphDocument,
  requireCatalogue,
  tiesOf,
} from '../agreement/index.ts';
import type { Clock } from '../base/index.ts';
import { type FederationLimits, type Subgraph, createLocalSubgraph } from '../federation/index.ts';
import { type MaskKeys, compileMask, firstBucketFrom } from '../masking/index.ts';
import type { SubjectKeys } from '../audit/index.ts';
import { type ActParts, openActs } from './acts/open-acts.ts';
import {
  type Audience,
  type Database,
  type EventFeed,
  type SessionScope,
  type TimeBucket,
  createCursorSealer,
  deriveKey,
  openReader,
  openSession,
  readSchemaFolder,
  scopedTimeOf,
  watchPlate,
} from '../storage/index.ts';

import type { OpenOversightDesk } from './oversight/open-desk.ts';
import { SUBGRAPHS, type SubgraphName } from './subgraph-names.ts';
import { subjectFinder, subjectHasher } from './subjects.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The schema of every agency that comes with Lukou, and what decisions need to know about it. */
export interface ShippedSchema {
  /** In the order of {@link SUBGRAPHS}. */
  readonly documents: readonly SubgraphDocument[];
  readonly catalogue: Catalogue;
}

/**
 * Reads and checks the schema files of all agencies.
 *
 * @throws LukouError SCHEMA_INVALID where one breaks a rule.
 */
export async function readShippedSchema(): Promise<ShippedSchema> {
  const documents = await readSchemaFolder(join(ROOT, 'schema'), SUBGRAPHS);
  return { documents, catalogue: requireCatalogue(documents) };
}

/** The folder with the agreements; that of the example agreements where none is named. */
export function agreementFolder(named: string | undefined): string {
  return named ?? join(ROOT, 'agreements');
}

/** What one agency's subgraph stands on. */
export interface AgencyParts {
  readonly database: Database;
  /** Holds the records of what is changed here. */
  readonly audit: ActParts['audit'];
  readonly clock: Clock;
  /** The data folder's secret, which the keys of cursors and token masks are derived from. */
  readonly secret: Uint8Array;
  /** What persons and vehicles are hashed with in records. */
  readonly subjectKeys: SubjectKeys;
  /** Told of faults, which no caller sees. */
  readonly onFault: (requestId: string, error: unknown) => void;
  /** What the oversight subgraph is told of this process. */
  readonly openDesk: OpenOversightDesk;
  /** What happens in the database, for subscriptions; without it nobody can follow. */
  readonly feed?: EventFeed;
  /** Told the name of each database statement; tests count with it. */
  readonly onStatement?: (name: string) => void;
  /** Tests only: checks the shape of rows, and that nothing is read of them which was not asked for. */
  readonly shapeChecked?: boolean;
  /** What one question may ask for; given where gateways elsewhere ask. */
  readonly limits?: Partial<FederationLimits>;
}

/** One agency in this process: its schema, its resolvers, and a session scoped to each caller. */
export function openAgency(
  name: SubgraphName,
  { document }: SubgraphDocument,
  { inputs }: Catalogue,
  parts: AgencyParts,
): Subgraph {
  const { database, secret, onFault, onStatement, shapeChecked = false, limits, feed } = parts;
  const cursors = createCursorSealer(deriveKey(secret, 'cursors v1'));
  const findSubjects = subjectFinder(parts.subjectKeys);
  return createLocalSubgraph({
    name,
    document,
    resolvers: resolversBySubgraph[name],
    inputs,
    maskKeysFor: (agreementUid) => maskKeys(secret, agreementUid),
    hashSubject: subjectHasher(parts.subjectKeys),
    onFault,
    ...(limits && { limits }),
    openContext(caller, ending, asked) {
      const { grant, nowMs } = caller;
      const scope = sessionScope(grant, nowMs);
      const session = openSession({
        pool: database.app,
        signer: database.signer,
        scope,
        ending,
        shapeChecked,
        ...(onStatement && { onStatement }),
      });
      const read = openReader(name, {
        session,
        scope,
        asked,
        agency: grant.ask.agency ?? '',
        caseReference: grant.ask.caseReference,
        nowMs,
        cursors,
        grantDigest: digestWithCase(grant),
        bucketOf: (coordinate) => bucketOf(grant.decide(coordinate), maskKeys(secret, null)),
        statistics: {
          ruleOf: (coordinate) => grant.decide(coordinate).statistic ?? null,
          mayGroupBy: (coordinate) => grant.decideUse('group', coordinate).kind !== 'deny',
        },
        findSubjects,
        ...(feed && {
          follow: (audience: Audience, after: number | null) =>
            feed.follow({ ...audience, after: ending.after ?? after, signal: ending.signal }),
          watchPlate: (plateNo: string) =>
            watchPlate(
              { pool: database.app, signer: database.signer, scope },
              { plateNo, agency: grant.ask.agency ?? '', caseReference: grant.ask.caseReference ?? '' },
            ),
        }),
        ...(name === 'oversight' && { desk: parts.openDesk(caller) }),
      });
      // The answer waits for no statement that is still under way; none is sent after it.
      const act = openActs(name, caller, scope, parts);
      return { context: { read, act }, close: () => void session.close() };
    },
  });
}

const timelessScopes = new WeakMap<Grant, SessionScope>();

/** The rows that a grant opens at one instant, as the database takes them; the same object where no age is limited. */
function sessionScope(grant: Grant, nowMs: number): SessionScope {
  const known = timelessScopes.get(grant);
  if (known !== undefined) return known;
  const scope = Object.fromEntries(
    [...grant.scopes].flatMap(([typeName, opened]) => {
      const { divisions, maxAgeMs, withheldUsages } = opened;
      const ties = tiesOf(opened, grant.ask);
      if (ties === null) return [];
      const notBefore = maxAgeMs === null ? null : earliestOpen(grant, typeName, nowMs - maxAgeMs);
      return [[typeName, { divisions, notBefore, withheldUsages, ties }]];
    }),
  );
  if ([...grant.scopes.values()].every(({ maxAgeMs }) => maxAgeMs === null)) timelessScopes.set(grant, scope);
  return scope;
}

/** Where rows are opened by the case, a cursor among one case's rows is none among another's. */
function digestWithCase({ digest, ask, scopes }: Grant): string {
  const isByCase = [...scopes.values()].some(({ ofStatedCase }) => ofStatedCase);
  return isByCase ? `${digest} ${ask.caseReference}` : digest;
}

/** Where a time is not seen in clear, rows end by whole buckets: the instant at which one ends would tell its time. */
function earliestOpen(grant: Grant, typeName: string, instantMs: number): string {
  const coordinate = scopedTimeOf(typeName);
  const width = coordinate === null ? null : bucketWidth(grant.decide(coordinate));
  return new Date(width === null ? instantMs : firstBucketFrom(instantMs, width)).toISOString();
}

/** How wide the buckets are that a time is shown in; null where it is shown in clear. */
function bucketWidth({ kind, mask }: Decision): 'PT15M' | 'PT1H' | 'P1D' | null {
  if (kind === 'allow') return null;
  return mask?.fn === 'time.bucket' ? mask.d : 'P1D';
}

/** How a grant shows a time that lists are in the order of. Agreements that hide it do not open such a list. */
function bucketOf(decision: Decision, keys: MaskKeys): TimeBucket | null {
  const width = bucketWidth(decision);
  if (width === null) return null;
  const startOf = compileMask({ fn: 'time.bucket', d: width }, keys);
  return { width, startOf: (instant) => startOf(instant) as string };
}

/** Tokens join within one agreement and not across: each agreement has keys of its own. */
export function maskKeys(secret: Uint8Array, agreementUid: string | null): MaskKeys {
  return {
    tokenKey: (domain) => deriveKey(secret, `token mask v1 ${JSON.stringify([agreementUid, domain])}`),
  };
}
