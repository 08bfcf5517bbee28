import { valueFromASTUntyped, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LukouError } from '../../base/index.ts';
import { createAdmission } from '../document/admit-document.ts';
import { checkVariables } from '../document/check-variables.ts';
import { DocumentPreparer } from '../document/prepare-document.ts';
import { DEFAULT_LIMITS, type FederationLimits } from '../limits.ts';

/**
 * How much one question may ask of an agency whose door is open to gateways elsewhere: the limits that clients know, since
 * nobody vouches that a gateway keeps them.
 */
export class QuestionLimits {
  /** How long one answer may take. */
  readonly timeoutMs: number;
  /** Refuses a text that is too large to be parsed and judged. Throws a code that begins with LIMIT_, or OPERATION_INVALID. */
  readonly admitText: (text: string) => void;
  readonly #limits: FederationLimits;
  readonly #documents: DocumentPreparer;

  constructor(schema: GraphQLSchema, given: Partial<FederationLimits>) {
    const limits = { ...DEFAULT_LIMITS, ...given };
    this.timeoutMs = limits.fetchTimeoutMs;
    this.admitText = createAdmission(limits);
    // References come as one list, of as many rows as an answer may have.
    this.#limits = { ...limits, maxListSize: limits.maxRows };
    this.#documents = new DocumentPreparer(schema, limits);
  }

  /** Refuses what may answer too many rows with these variables. Throws a code that begins with LIMIT_, or OPERATION_INVALID. */
  requireAffordable(
    text: string,
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
  ): void {
    checkVariables(variables, this.#limits);
    const prepared = this.#documents.prepare({ document, documentText: text, operationName: null });
    const { estimateRows, variableDefaults } = prepared;
    const defaults = [...variableDefaults].map(
      ([name, value]) => [name, valueFromASTUntyped(value)] as const,
    );
    const rows = estimateRows({ ...Object.fromEntries(defaults), ...variables });
    const { maxRows } = this.#limits;
    if (rows > maxRows)
      throw new LukouError('LIMIT_ROWS', `It may answer ${rows} rows, and the limit is ${maxRows}.`);
  }
}
