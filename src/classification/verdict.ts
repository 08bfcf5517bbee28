/** What the guard does with a text: refuse it, show it to a person, or let it go. */
export type Action = 'block' | 'review' | 'pass';

/** The choices that an operator has. State secrets and foreign secrecy marks always block. */
export interface GuardPolicy {
  /** Work-secret marks (工作秘密), which are not state secrets. */
  readonly workSecret: Action;
  /** Internal-only marks (内部资料 严禁外传, INTERNAL USE ONLY). */
  readonly internalOnly: Action;
  /** Compressed or packed files inside a text field, whose content the guard cannot read. */
  readonly opaqueBlob: Action;
}

/** Everything blocks, unless the operator decides otherwise. */
export const DEFAULT_POLICY: GuardPolicy = {
  workSecret: 'block',
  internalOnly: 'block',
  opaqueBlob: 'block',
};

/** What the guard found in one text. */
export interface Verdict {
  readonly verdict: Action;
  /** The rule that decided, such as `cn.mark`; null on `pass`. */
  readonly rule: string | null;
  /** Where the mark, or the encoded run that holds it, starts in the text given (UTF-16 code units); null on `pass`. */
  readonly position: number | null;
  /**
   * The mark as its author meant it, such as `机密★` or `TOP SECRET`; null on `pass`. For the person at the terminal
   * only: it is part of the payload, so incidents, logs and records hold the rule and the position, never this.
   */
  readonly canonical: string | null;
  /** How many decodings were needed to see it: 0 for a mark in the open. */
  readonly depth: number;
}

/** The verdict on a text without any mark. */
export const PASS: Verdict = Object.freeze({
  verdict: 'pass',
  rule: null,
  position: null,
  canonical: null,
  depth: 0,
});
