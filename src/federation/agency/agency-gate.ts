import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Backing, Decision, Grant } from '../../agreement/index.ts';
import { BoundedCache, LukouError } from '../../base/index.ts';
import { compileMask, type MaskKeys } from '../../masking/index.ts';
import { compileEdge, type AgencyEdge, type LeafMask } from './agency-edge.ts';
import type { EntityKeys } from './entity-keys.ts';

const KEPT_EDGES = 64;

/** What an agency's gate knows of the agency. */
export interface GateOptions {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly keys: EntityKeys;
  /** What arguments, input fields and enum values test or order by: the catalogue's `inputs`. */
  readonly inputs: ReadonlyMap<string, readonly Backing[]>;
  /** Keys for token masks, by the agreement that orders the mask; null for decisions without one. */
  readonly maskKeysFor: (agreementUid: string | null) => MaskKeys;
}

/** The edge for one grant. */
interface GrantedEdge extends AgencyEdge {
  /** Whether there are values of the variables that the grant refuses. */
  readonly mayRefuseInputs: boolean;
}

/** An operation with what leaves for each grant that asked. */
export interface GatedOperation {
  readonly document: DocumentNode;
  readonly edges: BoundedCache<string, GrantedEdge>;
}

/** Makes a place for an operation's edges, bounded. */
export function keepEdges(): GatedOperation['edges'] {
  return new BoundedCache(KEPT_EDGES);
}

/** Judges what the gateway asks of one agency, though the gateway judged it before. */
export class AgencyGate {
  readonly #options: GateOptions;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** The edge that the operation's answer leaves by. Throws SUBGRAPH_REFUSED for fields or inputs that are denied. */
  admit(operation: GatedOperation, variables: Readonly<Record<string, unknown>>, grant: Grant): AgencyEdge {
    const { edges } = operation;
    const edge = edges.find(grant.digest) ?? edges.keep(grant.digest, this.#openEdge(operation, grant));
    if (edge.denied.length > 0) throw this.#refuse(`give ${edge.denied.join(', ')} to this caller`);
    if (edge.mayRefuseInputs)
      for (const position of edge.inputUses(variables)) this.#requireUse(position, grant);
    return edge;
  }

  #requireUse(position: string, grant: Grant): void {
    const refused = this.#findRefusedUse(position, grant);
    if (refused === undefined) return;
    const { use, coordinate } = refused;
    throw this.#refuse(`let this caller ${use} by ${coordinate} (${position})`);
  }

  #findRefusedUse(position: string, grant: Grant): Backing | undefined {
    const backings = this.#options.inputs.get(position) ?? [];
    return backings.find(({ use, coordinate }) => grant.decideUse(use, coordinate).kind === 'deny');
  }

  #openEdge({ document }: GatedOperation, grant: Grant): GrantedEdge {
    const { schema, keys } = this.#options;
    const edge = compileEdge(schema, document, {
      keyCoordinates: keys.coordinates,
      decide: (coordinate) => grant.decide(coordinate),
      maskFor: (decision) => this.#maskFor(decision),
    });
    const mayRefuseInputs = [...edge.reach].some((position) => this.#findRefusedUse(position, grant));
    return { ...edge, mayRefuseInputs };
  }

  #maskFor({ mask, agreementUid }: Decision): LeafMask {
    if (mask === null) throw new LukouError('INTERNAL', 'A decision masks without saying how.');
    return compileMask(mask, this.#options.maskKeysFor(agreementUid));
  }

  #refuse(what: string): LukouError {
    return new LukouError('SUBGRAPH_REFUSED', `${this.#options.name} does not ${what}.`);
  }
}
