/** What a code of docs/errors.md says to the person at the console, and what to do next. */
export interface CodeText {
  readonly zh: string;
  /** Where a person at the console does something else next than a program does; otherwise the gateway's own words. */
  readonly en?: string;
}
