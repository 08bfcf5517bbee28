import type { GuardGate, IncidentState } from '../classification/index.ts';

/** What a gate of the guard knows of a mark that it stopped: where, never what. */
export interface MarkReport {
  readonly gate: GuardGate;
  readonly detectedAtMs: number;
  /** The rule that decided, such as `cn.mark`. */
  readonly rule: string;
  /** Name of the file, guarded itself; null where there is none, or where the name carries the mark. */
  readonly source: string | null;
  /** SHA-256 of the file, hexadecimal; null where it is not known. */
  readonly sourceDigest: string | null;
  /** Line, or number of the feature. */
  readonly line: number | null;
  /** Keyed hash of the text that carries the mark; null where no release could ever be for it. */
  readonly markHash: string | null;
  /** Agencies whose data it is. */
  readonly owners: readonly string[];
  /** Who asked, as a pseudonym; `operator` at a terminal, `public` for the public. */
  readonly actor: string;
  /** The agency of who asked. */
  readonly agency: string | null;
  /** Run or request. */
  readonly requestId: string;
}

/** An incident that was opened, or one that was open before for the same reason. */
export interface OpenedIncident {
  readonly id: string;
  readonly isNew: boolean;
}

/** Where the gates report what they stopped. */
export interface IncidentDesk {
  /**
   * Returns once the incident is durable; whoever has to hear of it is told afterwards, and never waited for.
   *
   * @throws LukouError STORAGE_FAULT where it cannot be kept. What was stopped stays stopped.
   */
  open(report: MarkReport): Promise<OpenedIncident>;
  /** Stands for a text that carries a mark: `m1_` and 22 characters. */
  hashOf(text: string): string;
  /** Hashes of the texts that two persons have judged to carry no mark. */
  released(): Promise<ReadonlySet<string>>;
}

/** What is told of an incident to whoever has to hear of it: nothing of the content. */
export interface IncidentNotice {
  readonly incident: string;
  readonly gate: GuardGate;
  readonly rule: string;
  readonly state: IncidentState;
  readonly detectedAt: string;
}
