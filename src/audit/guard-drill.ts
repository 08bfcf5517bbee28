import type { GuardGate } from '../classification/index.ts';

/** How a drill brings a text to a gate, or looks for it afterwards. */
export const DRILL_WAYS = [
  'DESCRIPTION',
  'DEPRECATION_REASON',
  'CELL',
  'CELL_IN_BASE64',
  'FILE_NAME',
  'FREE_TEXT_BY_INGEST',
  'CODE_BY_INGEST',
  'ADDRESS_BY_INGEST',
  'FREE_TEXT_BY_APP',
  'CODE_BY_APP',
  'ANSWER',
  'ERROR_TEXT',
  'SEARCH_OF_TABLES',
  'SEARCH_OF_FILES',
] as const;

/** One of {@link DRILL_WAYS}. */
export type DrillWay = (typeof DRILL_WAYS)[number];

/** What one gate did with the mark. */
export interface DrilledGate {
  readonly gate: GuardGate;
  readonly way: DrillWay;
  readonly isStopped: boolean;
  /** Code or rule that it was stopped by; of a mark that was not stopped, what happened. Nothing of what was planted. */
  readonly by: string;
}

/** What became of a text without a mark that was brought the same way, or of the search for it. */
export interface DrillControl {
  /** Null for a search. */
  readonly gate: GuardGate | null;
  readonly way: DrillWay;
  /** Whether it got through, or was found where it had come to rest: otherwise the drill shows nothing. */
  readonly isPassed: boolean;
  readonly by: string;
}

/** What a drill found. */
export interface Drilled {
  readonly gates: readonly DrilledGate[];
  readonly controls: readonly DrillControl[];
  /** Files, tables and messages in which the mark was found afterwards; no name holds the mark itself. */
  readonly kept: readonly string[];
}

/** Whether all gates stopped the mark, nothing of it was kept, and what had to pass did. */
export function passedDrill({ gates, controls, kept }: Drilled): boolean {
  return (
    gates.every(({ isStopped }) => isStopped) &&
    controls.every(({ isPassed }) => isPassed) &&
    kept.length === 0
  );
}

/** A drill as it is kept: it never changes. */
export interface KeptDrill extends Drilled {
  readonly id: string;
  readonly drilledAtMs: number;
  /** The pseudonym of who ran it; `operator` for whoever sat at the terminal without saying who they are. */
  readonly actor: string;
  readonly agency: string | null;
  readonly passed: boolean;
  /** Where the log has it. */
  readonly log: string;
  readonly index: number;
}
