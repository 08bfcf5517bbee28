/** One request as it came in, before anything is known about it. */
export interface Arrival {
  readonly requestId: string;
  readonly ip: string;
  readonly method: string;
  /** Header names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Query string with its question mark, or the empty string. */
  readonly search: string;
  /** Parsed JSON body; undefined for GET. */
  readonly body: unknown;
}
