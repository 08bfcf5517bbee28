import { FAULTS } from './faults.ts';
import { OPERATOR_REFUSALS } from './operator-refusals.ts';
import { REFUSALS } from './refusals.ts';

/**
 * Every way in which Lukou says no, as a closed list (design.md section 6).
 *
 * - `refusal`: expected; recorded; `text` is public and says what to do next.
 * - `fault`: unexpected; the public sees the code and the request id only.
 * - `fatal`: the outcome of an audit write is unknown, or the log does not match; stop answering until recovered.
 */
export const ERRORS = { ...REFUSALS, ...OPERATOR_REFUSALS, ...FAULTS } as const;

/** A code of {@link ERRORS}. */
export type ErrorCode = keyof typeof ERRORS;

/**
 * The one error that Lukou throws on purpose.
 *
 * `detail` is for people who may see it (operators at the terminal, or the caller for a refusal); it must never
 * hold row values, tokens or SQL. `cause` stays inside the process.
 */
export class LukouError extends Error {
  override readonly name = 'LukouError';
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  /** Of an act that the state of things does not allow: the states that it could come to instead. Codes, never values. */
  readonly allowed: readonly string[] | undefined;

  constructor(
    code: ErrorCode,
    detail?: string,
    options?: { readonly cause?: unknown; readonly allowed?: readonly string[] },
  ) {
    const { text } = ERRORS[code];
    const told = detail?.startsWith('\n') === true ? detail : ` ${detail}`;
    super(detail === undefined ? text : text + told, options);
    this.code = code;
    this.detail = detail;
    this.allowed = options?.allowed;
  }

  get kind(): 'refusal' | 'fault' | 'fatal' {
    return ERRORS[this.code].kind;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}
