/** What came of an act. The same act, asked again under its key, has the same. */
export interface ActReceipt {
  /** What was acted on. */
  readonly id: string;
  /** The state that it is in now. */
  readonly state: string;
  /** Goes up with every act on it: the next act has to name it. */
  readonly version: number;
  /** RFC 3339. */
  readonly actedAt: string;
  /** The log that holds the record of the act, and its place there. */
  readonly log: string;
  readonly index: number;
}

/** An act as somebody asks for it. */
export interface AskedAct {
  /** `Mutation.judgeIncident`. */
  readonly coordinate: string;
  /** Of the caller's own making: new for every act, the same for a second attempt. */
  readonly key: string;
  /** SHA-256 of the arguments, hexadecimal: a note may not be kept twice. */
  readonly argumentsSha256: string;
  /** The pseudonym of who asks. */
  readonly actor: string;
}

/** Keeps acts, each in one transaction with what it changes. */
export interface ActKeeper<Desk> {
  /**
   * Hands out the receipt of this act where it was done before; else runs `work` on a desk of one transaction, and keeps the
   * receipt in the same. Two attempts under one key queue. Where `work` throws, nothing is kept.
   *
   * @throws LukouError ACT_KEY_REUSED where the key stands for another act; STORAGE_FAULT.
   */
  once(act: AskedAct, work: (desk: Desk) => Promise<ActReceipt>): Promise<ActReceipt>;
}
