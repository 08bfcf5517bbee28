import { type Catalogue, type Policy, digestOfOwners, ownersOfSubgraph } from '../../agreement/index.ts';
import { LukouError } from '../../base/index.ts';
import {
  type CallerContext,
  type RemoteSubgraphOptions,
  type Subgraph,
  createRemoteSubgraph,
  maskOnArrival,
} from '../../federation/index.ts';
import { type AuthoriseQuestion, type GatewayKey, createContextSigner } from '../../identity/index.ts';
import { type AgencyParts, maskKeys, openAgency } from '../agency.ts';
import { SUBGRAPHS } from '../subgraph-names.ts';
import { createOversightDesks, type OversightParts } from '../oversight/open-desk.ts';
import { subjectHasher } from '../subjects.ts';
import type { GraphPart } from '../supergraph/read-graph-sources.ts';
import { PoliciesInUse } from './policies-in-use.ts';
import { type WatchedSubgraph, watchReach } from './watch-reach.ts';

/** What subgraphs are opened with. */
export interface AgenciesParts extends Omit<AgencyParts, 'openDesk'>, Omit<OversightParts, 'findPolicy'> {
  /** The gateway's name, as agencies elsewhere list it. */
  readonly gatewayName: string;
  /** The key that this gateway speaks to agencies elsewhere with. */
  readonly gatewayKey: () => Promise<GatewayKey>;
}

/** The agencies of one graph. */
export interface OpenAgencies {
  readonly subgraphs: readonly Subgraph[];
  unreachable(): readonly string[];
  /** A policy that requests of the graph run under. */
  findPolicy(digest: string): Policy | undefined;
  /** Lets requests under this policy be asked of agencies elsewhere, until the function that it returns is called. */
  admitPolicy(policy: Policy): () => void;
  close(): Promise<void>;
}

/** Connects every subgraph: in this process, or elsewhere. An agency that cannot be reached fails its own fields only. */
export async function openAgencies(
  graphParts: readonly GraphPart[],
  catalogue: Catalogue,
  parts: AgenciesParts,
): Promise<OpenAgencies> {
  // A key that cannot be read stops the start, and not every question.
  if (graphParts.some(({ kind }) => kind === 'remote')) await parts.gatewayKey();
  const policies = new PoliciesInUse();
  const openDesk = createOversightDesks({ ...parts, findPolicy: (digest) => policies.find(digest) });
  const opened = graphParts.map((part) => openOne(part, catalogue, policies, { ...parts, openDesk }));
  return {
    subgraphs: opened.map(({ subgraph }) => subgraph),
    unreachable: () => opened.flatMap(({ subgraph, isAway }) => (isAway() ? [subgraph.name] : [])),
    findPolicy: (digest) => policies.find(digest),
    admitPolicy: (policy) => policies.admit(policy),
    close: async () => {
      await Promise.all(opened.map(({ close }) => close()));
    },
  };
}

interface Opened extends WatchedSubgraph {
  close(): Promise<void>;
}

function openOne(
  part: GraphPart,
  catalogue: Catalogue,
  policies: PoliciesInUse,
  parts: AgenciesParts & Pick<AgencyParts, 'openDesk'>,
): Opened {
  const { name, document } = part;
  if (part.kind === 'local') {
    const known = SUBGRAPHS.find((shipped) => shipped === name);
    if (known === undefined) throw new LukouError('INTERNAL', `${name} has no resolvers in this process.`);
    const subgraph = openAgency(known, { name, document }, catalogue, parts);
    return { subgraph, isAway: () => false, close: () => Promise.resolve() };
  }
  if (part.kind === 'foreign') {
    const remote = createRemoteSubgraph({ name, ...part.reach });
    const { subgraph, isAway } = watchReach(remote, part.reach.url);
    const masked = maskOnArrival(subgraph, document, {
      inputs: catalogue.inputs,
      maskKeysFor: (agreementUid) => maskKeys(parts.secret, agreementUid),
      hashSubject: subjectHasher(parts.subjectKeys),
      onFault: parts.onFault,
    });
    return { subgraph: masked, isAway, close: remote.close };
  }
  const remote = createRemoteSubgraph({ name, ...part.reach, ...speakFor(name, catalogue, policies, parts) });
  return { ...watchReach(remote, part.reach.url), close: remote.close };
}

/** Signs for whom and under which agreements an agency is asked. */
function speakFor(
  subgraph: string,
  catalogue: Catalogue,
  policies: PoliciesInUse,
  { gatewayName, gatewayKey, clock }: AgenciesParts,
): Required<Pick<RemoteSubgraphOptions, 'authorise' | 'authoriseFollowing'>> {
  const owners = ownersOfSubgraph(catalogue, subgraph);
  const signers = new WeakMap<Policy, Promise<AuthoriseQuestion>>();
  const openSigner = async (policy: Policy): Promise<AuthoriseQuestion> =>
    createContextSigner({
      gateway: gatewayName,
      key: await gatewayKey(),
      subgraph,
      policyDigest: digestOfOwners(policy, owners),
      clock,
    });
  const sign = async (policy: Policy | undefined, body: Uint8Array, caller: CallerContext) => {
    if (policy === undefined)
      throw new LukouError('INTERNAL', 'A request was to be answered under a policy that is no longer held.');
    const signer = signers.get(policy) ?? openSigner(policy);
    signers.set(policy, signer);
    return (await signer)(body, caller);
  };
  return {
    authorise: (body, caller) => sign(policies.find(caller.grant.policyDigest), body, caller),
    authoriseFollowing: (body, caller) => sign(policies.newest, body, { ...caller, nowMs: clock.nowMs() }),
  };
}
