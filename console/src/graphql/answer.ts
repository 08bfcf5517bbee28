/** One place of an answer that is not shown as it is, and why: `extensions.disclosure` (docs/http.md). */
export interface Disclosure {
  /** Lists without their indices; of a pointer with them. */
  readonly path: readonly (string | number)[];
  /** `mask:…`, `statistic:…`, `pointer` or `deny`. */
  readonly decision: string;
  readonly code: string;
  readonly explainId: string;
  /** Of a pointer: whether there is a record. */
  readonly exists?: boolean;
  /** Of a pointer: whom to ask. */
  readonly contact?: Readonly<Record<string, unknown>>;
}

/** Where an answer is in the disclosure log. */
export interface Receipt {
  readonly index: number;
  readonly id: string;
  readonly resultSha256: string;
  readonly [more: string]: unknown;
}

/** One error of an answer. */
export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What the gateway answered, with what it says of the answer itself. */
export interface Answer<Data> {
  readonly data: Data;
  /** Fields that were denied or failed, while others were answered. */
  readonly errors: readonly GraphqlError[];
  readonly disclosure: readonly Disclosure[];
  readonly receipt: Receipt | null;
}

/** The gateway answered with no data: its code (docs/errors.md), its words, and the request that the operator can look up. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
  readonly code: string;
  readonly requestId: string | null;
  readonly status: number;
  readonly receipt: Receipt | null;

  constructor(of: {
    readonly code: string;
    readonly message: string;
    readonly status: number;
    readonly requestId?: string | null;
    readonly receipt?: Receipt | null;
  }) {
    super(of.message);
    this.code = of.code;
    this.status = of.status;
    this.requestId = of.requestId ?? null;
    this.receipt = of.receipt ?? null;
  }
}

/** What an answer's first error says, where what was asked for is not there. */
export function refusalOf(
  { errors: [first], receipt }: Pick<Answer<unknown>, 'errors' | 'receipt'>,
  status = 200,
): AnswerError {
  const { code, requestId } = first?.extensions ?? {};
  return new AnswerError({
    code: typeof code === 'string' ? code : 'UNREADABLE',
    message: first?.message ?? '',
    status,
    requestId: typeof requestId === 'string' ? requestId : null,
    receipt,
  });
}
