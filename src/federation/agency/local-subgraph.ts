import type { DocumentNode, ExecutionResult, GraphQLError } from 'graphql';
import { stripClassified, type Decision, type Grant } from '../../agreement/index.ts';
import { ERRORS, LukouError } from '../../base/index.ts';
import { compileMask, type MaskKeys } from '../../masking/index.ts';
import { compileEdge, type AgencyEdge, type LeafMask } from './agency-edge.ts';
import { AgencyOperation } from './agency-operation.ts';
import { buildAgencySchema, type AgencyResolvers } from './agency-schema.ts';
import { BoundedCache } from '../bounded-cache.ts';
import { listEntityKeys } from './entity-keys.ts';

import type { CallerContext, Subgraph, SubgraphAnswer, SubgraphError, SubgraphRequest } from '../subgraph.ts';

/** What the resolvers of one operation share, scoped to one caller, and how to end it. */
export interface OperationContext {
  readonly context: unknown;
  close(): Promise<void> | void;
}

export interface LocalSubgraphOptions {
  /** The name that the supergraph knows it by. */
  readonly name: string;
  /** The agency's own schema file and the shared directives, parsed as one document. */
  readonly document: DocumentNode;
  readonly resolvers: AgencyResolvers;
  /** Called once per operation, and only for one that the caller may run. */
  readonly openContext: (caller: CallerContext) => Promise<OperationContext> | OperationContext;
  /** Keys for token masks, by the agreement that orders the mask; null for decisions without one. */
  readonly maskKeysFor: (agreementUid: string | null) => MaskKeys;
  /** Told of every fault with its cause, which never leaves the agency. */
  readonly onFault: (requestId: string, error: unknown) => void;
  /** Operations kept compiled; 1,000 unless given. */
  readonly keptOperations?: number;
}

/**
 * An agency in this process. What it hands to the gateway has passed its own edge: every coordinate judged again by
 * the caller's grant, every masked value masked, every error reduced to a public code. Throws SCHEMA_INVALID.
 */
export function createLocalSubgraph(options: LocalSubgraphOptions): Subgraph {
  const { name, openContext, onFault } = options;
  const document = stripClassified(options.document);
  const keys = listEntityKeys(document);
  const schema = buildAgencySchema(name, document, keys, options.resolvers);
  const operations = new BoundedCache<string, AgencyOperation>(options.keptOperations ?? 1_000);
  return { name, execute };

  async function execute({ operation: text, variables, caller }: SubgraphRequest): Promise<SubgraphAnswer> {
    try {
      const operation = operations.find(text) ?? operations.keep(text, new AgencyOperation(schema, text));
      const edge = requireEdge(operation, caller.grant);
      const result = await runInContext(operation, variables, caller);
      edge.mask?.(result.data);
      return toAnswer(result, caller.requestId);
    } catch (error) {
      return { data: null, errors: [toPublicError(error, caller.requestId)] };
    }
  }

  function requireEdge(operation: AgencyOperation, grant: Grant): AgencyEdge {
    const edge =
      operation.edges.find(grant.digest) ?? operation.edges.keep(grant.digest, openEdge(operation, grant));
    if (edge.denied.length > 0) {
      throw new LukouError(
        'SUBGRAPH_REFUSED',
        `${name} does not give ${edge.denied.join(', ')} to this caller.`,
      );
    }
    return edge;
  }

  function openEdge({ document: asked }: AgencyOperation, grant: Grant): AgencyEdge {
    return compileEdge(schema, asked, {
      keyCoordinates: keys.coordinates,
      decide: (coordinate) => grant.decide(coordinate),
      maskFor,
    });
  }

  function maskFor({ mask, agreementUid }: Decision): LeafMask {
    if (mask === null) throw new LukouError('INTERNAL', 'A decision masks without saying how.');
    return compileMask(mask, options.maskKeysFor(agreementUid));
  }

  async function runInContext(
    operation: AgencyOperation,
    variables: Record<string, unknown>,
    caller: CallerContext,
  ): Promise<ExecutionResult> {
    const opened = await openContext(caller);
    try {
      return await operation.run(opened.context, variables);
    } finally {
      await opened.close();
    }
  }

  function toAnswer({ data, errors }: ExecutionResult, requestId: string): SubgraphAnswer {
    if (errors === undefined || errors.length === 0) return { data };
    return { data: data ?? null, errors: errors.map((error) => toPublicError(error, requestId)) };
  }

  function toPublicError(error: unknown, requestId: string): SubgraphError {
    const path = isGraphqlError(error) ? error.path : undefined;
    const cause = isGraphqlError(error) ? (error.originalError ?? error) : error;
    const code = cause instanceof LukouError && isPublic(cause) ? cause.code : 'SUBGRAPH_FAULT';
    if (code === 'SUBGRAPH_FAULT' || code === 'SUBGRAPH_REFUSED') onFault(requestId, cause);
    return { message: ERRORS[code].text, extensions: { code }, ...(path !== undefined && { path }) };
  }
}

function isGraphqlError(error: unknown): error is GraphQLError {
  return error instanceof Error && error.name === 'GraphQLError';
}

function isPublic({ kind, code }: LukouError): boolean {
  return kind === 'refusal' || code === 'SUBGRAPH_REFUSED';
}
