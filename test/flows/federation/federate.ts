import { MaxIntrospectionDepthRule, parse, specifiedRules, validate } from 'graphql';
import type { Grant } from '../../../src/agreement/index.ts';
import {
  composeSupergraph,
  createLocalSubgraph,
  createPlanner,
  openFederation,
  type FederatedAnswer,
  type Federation,
  type FederationOptions,
  type LocalSubgraphOptions,
  type PlannedOperation,
  type Subgraph,
  type SubgraphRequest,
  type SubgraphSchema,
} from '../../../src/federation/index.ts';
import { grantBut } from './open-grant.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject"
])`;

// The federation guards the depth of introspection itself.
const RULES = specifiedRules.filter((rule) => rule !== MaxIntrospectionDepthRule);

/** One agency of a test: its schema without the link, and its resolvers. */
export interface TestAgency {
  readonly sdl: string;
  readonly resolvers?: Readonly<Record<string, unknown>>;
}

export interface TestOptions extends Partial<
  Pick<FederationOptions, 'limits' | 'introspectionSchema' | 'isRow' | 'overrideLabels' | 'planner'>
> {
  /** What inputs test, as the agencies know it. */
  readonly inputs?: LocalSubgraphOptions['inputs'];
  /** Stands for persons and vehicles; for schemas that mark some. */
  readonly hashSubject?: NonNullable<LocalSubgraphOptions['hashSubject']>;
  /** Stands in for an agency, or wraps it. */
  readonly replace?: Readonly<Record<string, (original: Subgraph) => Subgraph>>;
}

/** What the gateway asked an agency. */
export type Asked = Pick<SubgraphRequest, 'operation' | 'variables'> & { readonly subgraph: string };

export interface TestFederation {
  readonly federation: Federation;
  /** Every call of an agency so far. */
  readonly asked: Asked[];
  /** Every fault that operators were told of so far. */
  readonly faults: unknown[];
  plan(query: string, variables?: Readonly<Record<string, unknown>>, grant?: Grant): PlannedOperation;
  ask(query: string, variables?: Readonly<Record<string, unknown>>, grant?: Grant): Promise<FederatedAnswer>;
}

/** A federation of small agencies in this process. */
export function federate(
  agencies: Readonly<Record<string, TestAgency>>,
  options: TestOptions = {},
): TestFederation {
  const asked: Asked[] = [];
  const faults: unknown[] = [];
  const onFault = (_requestId: string, error: unknown): void => void faults.push(error);
  const documents = readSchemas(agencies);
  const subgraphs = documents.map(({ name, document }) => {
    const local = createLocalSubgraph({
      name,
      document,
      resolvers: agencies[name]?.resolvers ?? {},
      inputs: options.inputs ?? new Map(),
      openContext: () => ({ context: {}, close: () => undefined }),
      maskKeysFor: () => ({ tokenKey: () => Buffer.alloc(32, 1) }),
      ...(options.hashSubject && { hashSubject: options.hashSubject }),
      onFault,
    });
    return listenTo(options.replace?.[name]?.(local) ?? local, asked);
  });
  const supergraphSdl = composeSupergraph(documents);
  const { planner = createPlanner(supergraphSdl) } = options;
  const federation = openFederation({ ...options, supergraphSdl, subgraphs, planner, onFault });

  const plan: TestFederation['plan'] = (query, variables = {}, grant = grantBut()) => {
    const document = parse(query);
    const [problem] = validate(federation.consumerSchema, document, RULES);
    if (problem !== undefined) throw problem;
    return federation.plan({ document, documentText: query, operationName: null, variables }, grant);
  };
  return {
    federation,
    asked,
    faults,
    plan,
    ask(query, variables = {}, grant = grantBut()) {
      const caller = { grant, requestId: 'test-request', nowMs: 0 };
      return federation.execute(plan(query, variables, grant), variables, caller);
    },
  };
}

/** The supergraph of a federation of small agencies. */
export function composeAgencies(agencies: Readonly<Record<string, TestAgency>>): string {
  return composeSupergraph(readSchemas(agencies));
}

function readSchemas(agencies: Readonly<Record<string, TestAgency>>): SubgraphSchema[] {
  return Object.entries(agencies).map(([name, { sdl }]) => ({ name, document: parse(LINK + sdl) }));
}

function listenTo(subgraph: Subgraph, asked: Asked[]): Subgraph {
  return {
    ...subgraph,
    execute(request) {
      const { operation, variables } = request;
      asked.push({ subgraph: subgraph.name, operation, variables: structuredClone(variables) });
      return subgraph.execute(request);
    },
  };
}
