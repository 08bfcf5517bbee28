/** A message of a stream: what came, and what is said to the broker of it. The first of the three counts. */
export interface StreamMessage {
  /** Its number in the stream. */
  readonly sequence: number;
  readonly bytes: Uint8Array;
  /** It is in: said once that is committed. */
  accept(): void;
  /** It is never to come again: it was refused, and that is on record. */
  refuse(reason: string): void;
  /** It is to come again, for nothing is known of it yet. */
  putBack(afterMs: number): void;
}

/** Messages of a broker that keeps each until it is answered. */
export interface MessageStream {
  /** How many are still to come, as far as the broker has said. */
  readonly waiting: number;
  /**
   * Everything that has arrived, up to the limits of one publication; waits for the first. None once it is closed. Throws
   * where the broker has the stream no more.
   */
  next(): Promise<readonly StreamMessage[]>;
  /** Takes no more, and gives back what nobody began with. */
  close(): Promise<void>;
}
