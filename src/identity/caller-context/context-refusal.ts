import { LukouError } from '../../base/index.ts';
import type { RefusalReason } from '../token-refusal.ts';

/**
 * Why an agency refused a caller context, beyond the reasons that it shares with tokens. For the agency's operator
 * only: whoever asks is never told which check failed. docs/federation.md explains each one.
 */
export const CONTEXT_REFUSAL_REASONS = [
  'CONTEXT_MISSING',
  'GATEWAY_UNKNOWN',
  'CLOCKS_DIFFER',
  'ISSUED_BEFORE_START',
  'REPLAYED',
  'BODY_DIFFERS',
] as const;

/** One of {@link CONTEXT_REFUSAL_REASONS}, or a reason that tokens are refused for. */
export type ContextRefusalReason = (typeof CONTEXT_REFUSAL_REASONS)[number] | RefusalReason;

/** A question without a context that holds: the public text of `CONTEXT_REFUSED`, with the `reason` beside it. */
export class ContextRefusal extends LukouError {
  readonly reason: ContextRefusalReason;

  constructor(reason: ContextRefusalReason, options?: { cause?: unknown }) {
    super('CONTEXT_REFUSED', undefined, options);
    this.reason = reason;
  }
}
