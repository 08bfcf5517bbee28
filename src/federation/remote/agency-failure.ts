/** Why an agency gave no answer that can be read. What it wrote is in none of it. */
export type FailureKind =
  | 'UNREACHABLE'
  | 'CONNECTION_LOST'
  | 'ANSWER_BROKEN'
  | 'TOO_SLOW'
  | 'UNAVAILABLE'
  | 'WRONG_STATUS'
  | 'WRONG_MEDIA_TYPE'
  | 'COMPRESSED'
  | 'TOO_LARGE'
  | 'NOT_JSON';

interface FailureFacts {
  readonly text: string;
  /** Whether the agency seems to be away, rather than to have answered something useless. */
  readonly isAway: boolean;
  /** Whether no byte of an answer came, so that a query may be asked once more. */
  readonly isUnanswered: boolean;
}

const answered = { isAway: false, isUnanswered: false };
const away = { isAway: true, isUnanswered: false };
const unanswered = { isAway: true, isUnanswered: true };

const FAILURES: Readonly<Record<FailureKind, FailureFacts>> = {
  UNREACHABLE: { text: 'could not be reached', ...unanswered },
  CONNECTION_LOST: { text: 'closed the connection before it answered', ...unanswered },
  ANSWER_BROKEN: { text: 'broke its answer off, or does not speak HTTP', ...away },
  TOO_SLOW: { text: 'did not answer in time', ...away },
  UNAVAILABLE: { text: 'is not available', ...away },
  WRONG_STATUS: { text: 'answered with a status that carries no data', ...answered },
  WRONG_MEDIA_TYPE: { text: 'answered something else than JSON in UTF-8', ...answered },
  COMPRESSED: { text: 'compressed its answer, which was not asked for', ...answered },
  TOO_LARGE: { text: 'answered more than it may (maxResponseBytes)', ...answered },
  NOT_JSON: { text: 'answered what is not a JSON object', ...answered },
};

/** One call of an agency that failed. */
export class AgencyFailure extends Error {
  override readonly name = 'AgencyFailure';
  readonly kind: FailureKind;

  /** `evidence` is a status or an error code of this machine, never text of the agency's. */
  constructor(kind: FailureKind, evidence?: string | number) {
    const { text } = FAILURES[kind];
    super(evidence === undefined ? text : `${text} (${evidence})`);
    this.kind = kind;
  }

  get isAway(): boolean {
    return FAILURES[this.kind].isAway;
  }

  get isUnanswered(): boolean {
    return FAILURES[this.kind].isUnanswered;
  }
}
