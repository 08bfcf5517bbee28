import { parse } from 'graphql';
import type { Grant } from '../../../src/agreement/index.ts';
import { maskOnArrival, type Subgraph, type SubgraphAnswer } from '../../../src/federation/index.ts';

const FOREIGN_SDL = `
  type Query { car: Car cars: [Car!] vehicles: [Vehicle!] any: [Any!] grid: [[Car!]] }
  interface Vehicle { id: ID! plate: String maker: Maker }
  type Car implements Vehicle @key(fields: "id") {
    id: ID! plate: String maker: Maker plates: [[String]] seats: Int colour: Colour doors: JSON secretFile: String
  }
  type Bus implements Vehicle @key(fields: "id") { id: ID! plate: String maker: Maker }
  type Maker { name: String }
  enum Colour { RED BLUE }
  union Any = Car | Bus
  scalar JSON
`;

export const ENTITIES = (selection: string): string =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${selection} } }`;

export interface AskedForeign {
  readonly answer: SubgraphAnswer;
  /** The answer without `__typename`s that only masks need, as a client would read it. */
  readonly data: unknown;
  readonly codes: readonly string[];
  /** Operations as the agency got them. */
  readonly asked: readonly string[];
  readonly faults: readonly string[];
}

/** A foreign agency that answers whatever a test says. */
export class ForeignAgency {
  readonly asked: string[] = [];
  readonly faults: string[] = [];
  answers: unknown;
  readonly #subgraph: Subgraph;

  constructor() {
    const foreign = {
      name: 'foreign',
      execute: async (request: { readonly operation: string }) => {
        this.asked.push(request.operation);
        return this.answers as SubgraphAnswer;
      },
    };
    this.#subgraph = maskOnArrival(foreign, parse(FOREIGN_SDL), {
      inputs: new Map(),
      maskKeysFor: () => ({ tokenKey: () => Buffer.alloc(32, 1) }),
      onFault: (_requestId, error) => void this.faults.push(String(error)),
    });
  }

  ask(operation: string, grant: Grant, variables: Record<string, unknown> = {}): Promise<SubgraphAnswer> {
    return this.#subgraph.execute({
      operation,
      variables,
      caller: { grant, requestId: 'r', nowMs: 0 },
      signal: new AbortController().signal,
      isMutation: false,
    });
  }
}

/** Asks a foreign agency that answers what is given. */
export async function askForeign(
  given: unknown,
  operation: string,
  grant: Grant,
  variables: Record<string, unknown> = {},
): Promise<AskedForeign> {
  const agency = new ForeignAgency();
  agency.answers = given;
  const answer = await agency.ask(operation, grant, variables);
  const errors = answer.errors ?? [];
  return {
    answer,
    data: JSON.parse(
      JSON.stringify(answer.data, (key, value: unknown) => (key === '__typename' ? undefined : value)),
    ),
    codes: errors.map(({ path = [], extensions }) => `${path.join('.')}: ${String(extensions?.['code'])}`),
    asked: agency.asked,
    faults: agency.faults,
  };
}
