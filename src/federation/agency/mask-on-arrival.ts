import { parse, print, type DocumentNode, type GraphQLSchema } from 'graphql';
import { stripClassified } from '../../agreement/index.ts';
import { BoundedCache, ERRORS, LukouError, weighText } from '../../base/index.ts';
import { checkAnswer } from '../execute/check-answer.ts';
import type { Path } from '../execute/fault-ledger.ts';
import type { Subgraph, SubgraphAnswer, SubgraphError, SubgraphRequest } from '../subgraph.ts';
import type { AgencyEdge } from './agency-edge.ts';
import { AgencyGate, keepEdges, type GatedOperation, type GateOptions } from './agency-gate.ts';
import { buildAgencySchema } from './agency-schema.ts';
import { askForTypes } from './ask-for-types.ts';
import { compileArrivalCheck, type Arrival, type ArrivalCheck } from './check-arrival.ts';
import { listEntityKeys } from './entity-keys.ts';
import { type HashSubject, SubjectReader } from './read-subjects.ts';

export interface ArrivalOptions extends Pick<GateOptions, 'inputs' | 'maskKeysFor'> {
  /** Stands for persons and vehicles; absent only where the schema marks none with `@subject`. */
  readonly hashSubject?: HashSubject;
  /** Told of every fault with its cause. */
  readonly onFault: (requestId: string, error: unknown) => void;
  /** Operations kept as judged; 1,000 unless given. */
  readonly keptOperations?: number;
}

/** One operation as a foreign agency is asked it. */
class ForeignOperation implements GatedOperation {
  readonly document: DocumentNode;
  readonly edges = keepEdges();
  /** With the types that masks depend on. */
  readonly text: string;
  readonly #schema: GraphQLSchema;
  #check: ArrivalCheck | undefined;

  constructor(schema: GraphQLSchema, text: string) {
    this.#schema = schema;
    this.document = askForTypes(schema, parse(text, { noLocation: true }));
    this.text = print(this.document);
  }

  /** Only for an operation that was admitted: what the schema does not know has no shape. */
  get check(): ArrivalCheck {
    return (this.#check ??= compileArrivalCheck(this.#schema, this.document));
  }
}

const MISFIT: SubgraphError = {
  message: ERRORS.SUBGRAPH_FAULT.text,
  extensions: { code: 'SUBGRAPH_FAULT' },
};

const NOTHING: Arrival = { data: null, misfits: [] };

const REFUSED: SubgraphAnswer = {
  data: null,
  errors: [{ message: ERRORS.SUBGRAPH_REFUSED.text, extensions: { code: 'SUBGRAPH_REFUSED' } }],
};

/**
 * A subgraph that keeps no agreements of its own, behind the same edge as our agencies': what the caller may not have
 * is not asked for, and its answer is masked before anything else of the gateway reads it. Since nobody vouches for
 * that answer, it is first cut to the shape of the operation.
 *
 * `document` is the agency's schema with Lukou's directives. Throws SCHEMA_INVALID.
 */
export function maskOnArrival(subgraph: Subgraph, document: DocumentNode, options: ArrivalOptions): Subgraph {
  const { name } = subgraph;
  const online = stripClassified(document);
  const keys = listEntityKeys(online);
  const schema = buildAgencySchema(name, online, keys, {});
  const gate = new AgencyGate({ ...options, name, schema, keys });
  const reader = new SubjectReader({
    schema,
    document: online,
    inputs: options.inputs,
    hashSubject: options.hashSubject,
  });
  const operations = new BoundedCache<string, ForeignOperation>(options.keptOperations ?? 1_000);
  return { name, execute };

  async function execute(request: SubgraphRequest): Promise<SubgraphAnswer> {
    const { operation: text, variables, caller } = request;
    const operation =
      operations.find(text) ?? operations.keep(text, new ForeignOperation(schema, text), weighText(text));
    const edge = admit(operation, request);
    if (edge === null) return REFUSED;
    const answer = checkAnswer(
      name,
      await subgraph.execute({ ...request, signal: request.signal, operation: operation.text }),
    );
    const arrival = answer.data === null ? NOTHING : operation.check(answer.data, variables);
    const subjects = reader.read(operation.document, edge, variables, arrival.data);
    edge.mask?.(arrival.data);
    reportMisfits(arrival, caller.requestId);
    const errors = answer.errors.map((error) => ({
      ...error,
      path: cutPath(error.path ?? [], arrival.data),
    }));
    return {
      data: arrival.data,
      errors: [...errors, ...arrival.misfits.map(toError)],
      ...(subjects !== null && { subjects }),
    };
  }

  function admit(operation: GatedOperation, { variables, caller }: SubgraphRequest): AgencyEdge | null {
    try {
      return gate.admit(operation, variables, caller.grant);
    } catch (error) {
      if (!(error instanceof LukouError) || error.code !== 'SUBGRAPH_REFUSED') throw error;
      options.onFault(caller.requestId, error);
      return null;
    }
  }

  function reportMisfits({ misfits: [first, ...others] }: Arrival, requestId: string): void {
    if (first === undefined) return;
    const where = `${first.join('.')}${others.length > 0 ? ` and ${others.length} places more` : ''}`;
    options.onFault(
      requestId,
      new LukouError('SUBGRAPH_FAULT', `${name} answered what does not fit its schema at ${where}.`),
    );
  }
}

const toError = (path: Path): SubgraphError => ({ ...MISFIT, path });

// An index of a list that is not there would tell a number of the agency's own choosing.
function cutPath(path: Path, data: unknown): Path {
  let value = data;
  const depth = path.findIndex((key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return true;
    value = Reflect.get(value, key);
    return false;
  });
  return depth === -1 ? path : path.slice(0, depth);
}
