import type { GraphQLSchema } from 'graphql';
import type { Grant } from '../agreement/index.ts';
import { BoundedCache, LukouError } from '../base/index.ts';
import { AnswerSelection, type AnswerSchema } from './execute/answer-selection.ts';
import { checkVariables, coerceVariables } from './document/check-variables.ts';
import { collectInputUses, countInputs, type SuppliedVariables, visitInputs } from './document/input-uses.ts';
import type { FederationLimits } from './limits.ts';
import {
  normaliseOperation,
  type NormalisedOperation,
  type SelectedField,
} from './document/normalise-operation.ts';
import {
  DocumentPreparer,
  type OperationSource,
  type PreparedDocument,
} from './document/prepare-document.ts';
import { holdsVariable } from './document/variable-table.ts';

/** A validated operation with its variables, as the request flow hands it over. */
export interface ClientOperation extends OperationSource {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An operation judged and normalised for one grant: denied fields are gone from it. */
export interface PlannedOperation {
  /** Names the plan: document, operation, `@skip` and `@include`, grant. */
  readonly planKey: string;
  readonly grantDigest: string;
  /** Every field of the operation with its decision, where it stands in the answer. */
  readonly selected: readonly SelectedField[];
  /** Those of `selected` that are denied. */
  readonly denied: readonly SelectedField[];
  readonly normalised: NormalisedOperation;
  readonly answer: AnswerSelection;
  readonly source: PreparedDocument;
  /** As the client sent them. The plan holds for these alone. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly coerced: Readonly<Record<string, unknown>>;
  /**
   * Positions that the client supplied a value for, sorted: "Type.field(arg:)", "Input.field", "Enum.VALUE".
   * Arguments of denied fields are not among them: they are never sent.
   */
  inputUses(variables: Readonly<Record<string, unknown>>): readonly string[];
  /** How many values each of them was given. */
  countInputs(variables: Readonly<Record<string, unknown>>): ReadonlyMap<string, number>;
  /** Visits each of them with each value: texts as they are, other values as null. */
  visitInputs(
    variables: Readonly<Record<string, unknown>>,
    visit: (position: string, text: string | null) => void,
  ): void;
}

/** What operations are planned over, and what of it a caller may know. */
interface PlannedSchema extends AnswerSchema {
  readonly schemaFor: (grant: Grant) => GraphQLSchema;
}

interface KeptOperation {
  readonly normalised: NormalisedOperation;
  readonly answer: AnswerSelection;
  readonly denied: readonly SelectedField[];
  /** Its `inputUses` where no variable stands in them; null where variables decide. */
  readonly fixedUses: readonly string[] | null;
}

const NO_VARIABLES: SuppliedVariables = { values: {}, defaults: new Map() };

/** A short document can ask for many fields, so operations weigh by those. */
const FIELDS_OF_WEIGHT = 50;

/** Judges and normalises operations, and keeps the last ones. Nothing kept is shared between two grants. */
export class OperationPlanner {
  readonly #schema: GraphQLSchema;
  readonly #answers: PlannedSchema;
  readonly #limits: FederationLimits;
  readonly #documents: DocumentPreparer;
  readonly #ownFields: ReadonlySet<string>;
  readonly #kept: BoundedCache<string, KeptOperation>;

  /** @param ownFields - fields of Query that the gateway answers by itself. */
  constructor(answers: PlannedSchema, ownFields: ReadonlySet<string>, limits: FederationLimits) {
    const schema = answers.consumerSchema;
    this.#schema = schema;
    this.#answers = answers;
    this.#ownFields = ownFields;
    this.#limits = limits;
    this.#documents = new DocumentPreparer(schema, limits);
    this.#kept = new BoundedCache(limits.keptOperations);
  }

  /** Throws OPERATION_INVALID, or a code that begins with LIMIT_. */
  plan(operation: ClientOperation, grant: Grant): PlannedOperation {
    const source = this.#documents.prepare(operation);
    const { variables } = operation;
    checkVariables(variables, this.#limits);
    const coerced = coerceVariables(this.#answers.schemaFor(grant), source.operation, variables);
    const conditions = readConditions(source, coerced);
    const bits = source.conditionNames.map((name) => (conditions[name] === true ? '1' : '0')).join('');
    const planKey = [source.digest, operation.operationName ?? '', bits, grant.digest].join(' ');
    const kept = this.#kept.find(planKey) ?? this.#keep(planKey, this.#normalise(source, conditions, grant));
    return {
      planKey,
      grantDigest: grant.digest,
      selected: kept.normalised.selected,
      denied: kept.denied,
      normalised: kept.normalised,
      answer: kept.answer,
      source,
      variables,
      coerced,
      inputUses: (values) =>
        kept.fixedUses ??
        collectInputUses(kept.normalised.inputs, { values, defaults: source.variableDefaults }),
      countInputs: (values) =>
        countInputs(kept.normalised.inputs, { values, defaults: source.variableDefaults }),
      visitInputs: (values, visit) =>
        visitInputs(kept.normalised.inputs, { values, defaults: source.variableDefaults }, visit),
    };
  }

  #keep(planKey: string, operation: KeptOperation): KeptOperation {
    const weight = Math.ceil(operation.normalised.selected.length / FIELDS_OF_WEIGHT);
    return this.#kept.keep(planKey, operation, Math.max(1, weight));
  }

  #normalise(
    { operation, fragments }: PreparedDocument,
    conditions: Readonly<Record<string, boolean>>,
    grant: Grant,
  ): KeptOperation {
    const schema = this.#schema;
    const decide = (coordinate: string) => grant.decide(coordinate);
    const ownFields = this.#ownFields;
    const { typeMatters } = this.#answers;
    const normalised = normaliseOperation({
      schema,
      operation,
      fragments,
      conditions,
      decide,
      ownFields,
      typeMatters,
    });
    const answer = new AnswerSelection(this.#answers, normalised.root.parent, [normalised.root]);
    const denied = normalised.selected.filter(({ decision }) => decision.kind === 'deny');
    const takesVariables = normalised.inputs.some(({ node }) => holdsVariable(node));
    const fixedUses = takesVariables ? null : collectInputUses(normalised.inputs, NO_VARIABLES);
    return { normalised, answer, denied, fixedUses };
  }
}

function readConditions(
  { conditionNames }: PreparedDocument,
  coerced: Readonly<Record<string, unknown>>,
): Readonly<Record<string, boolean>> {
  const conditions: Record<string, boolean> = {};
  for (const name of conditionNames) {
    const value = coerced[name];
    if (typeof value !== 'boolean')
      throw new LukouError('OPERATION_INVALID', `$${name} must be true or false.`);
    conditions[name] = value;
  }
  return conditions;
}
