/** What is known of one code. */
export interface ErrorFacts<Kind extends 'refusal' | 'fault' | 'fatal'> {
  readonly kind: Kind;
  /** HTTP status. */
  readonly status: number;
  readonly text: string;
}
