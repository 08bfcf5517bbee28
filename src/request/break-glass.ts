import type { BreakGlassReason } from '../agreement/index.ts';

/** One answer that a broken glass opened: for the owner of the data to review. It holds no disclosed value. */
export interface BreakGlassReport {
  readonly askedAtMs: number;
  /** When the session that the glass was broken in ends. */
  readonly sessionEndsAtMs: number;
  /** The agency whose data it is. */
  readonly owner: string;
  readonly agency: string;
  readonly role: string;
  /** The pseudonym of who asked. */
  readonly principal: string;
  /** As `uid@version`. */
  readonly agreement: string;
  readonly reason: BreakGlassReason;
  readonly purpose: string;
  readonly caseReference: string;
  readonly requestId: string;
  /** The fields that were asked for under the agreement: `Type.field`. */
  readonly fields: readonly string[];
}

/** Where uses of a broken glass wait for their review. */
export interface BreakGlassDesk {
  /**
   * Opens a use, or adds to the one of the session. It is due for review 72 hours after it was opened. Returns once it
   * is durable: call it before anything is fetched.
   *
   * @throws LukouError STORAGE_FAULT where it cannot be kept: then nothing may be fetched.
   */
  report(report: BreakGlassReport): Promise<void>;
}
