/** Where and by which rule a source was stopped; never what stands there. */
export interface Stop {
  /** Line of the file, or number of the feature; null for its name, its heading, or all of it. */
  readonly line: number | null;
  /** Rule of the guard that decided. */
  readonly rule: string;
  /** Keyed hash of the text that carries a mark; null where there is no text that persons could release. */
  readonly markHash: string | null;
  /** Whether the source's name is at fault, which then may not be repeated. */
  readonly isInName: boolean;
}

/** The guard stops a source: it carries a mark, or nobody can know that it carries none. */
export class SourceStopped extends Error {
  override readonly name = 'SourceStopped';
  readonly stop: Stop;

  /** @param said - what is wrong, and what to do about it, without a word of the content. */
  constructor(said: string, { line = null, rule, markHash = null, isInName = false }: StopFacts) {
    super(said);
    this.stop = { line, rule, markHash, isInName };
  }
}

type StopFacts = Pick<Stop, 'rule'> & Partial<Stop>;

/** Where something stands, in words. */
export const placeOf = (line: number | null): string =>
  line === null ? 'its name or heading' : `line ${line}`;

/** What is said of a source with a mark, wherever it was found. */
export function sayMarked(place: string, rule: string): string {
  return `It carries a secrecy mark (${place}, rule ${rule}). Take it off this machine by your security officer's rules.`;
}
