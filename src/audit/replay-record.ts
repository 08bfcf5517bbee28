import * as z from 'zod';
import {
  type Ask,
  BREAK_GLASS_REASONS,
  type BreakGlassReason,
  type Decision,
  type Grant,
  type Policy,
  USES,
  bindGrant,
} from '../agreement/index.ts';
import { LukouError } from '../base/index.ts';
import { describeMask } from '../masking/index.ts';
import { describeDecision } from './describe-decision.ts';

const leafSchema = z.object({
  seq: z.int(),
  time: z.iso.datetime({ offset: true }),
  actor: z.object({ agency: z.string().nullable(), role: z.string() }),
  purpose: z.object({
    code: z.string().nullable(),
    caseRef: z.string().nullable(),
    breakGlass: z.enum(Object.keys(BREAK_GLASS_REASONS) as BreakGlassReason[]).exactOptional(),
  }),
  policyDigest: z.string().nullable(),
  grantDigest: z.string().nullable(),
  fields: z.array(z.tuple([z.string(), z.string(), z.string()])),
});

/** The part of a record that its decisions depend on. */
export type RecordedDecisions = z.infer<typeof leafSchema>;

/** One decision of a record, made again. */
export interface ReplayedDecision {
  readonly coordinate: string;
  /** As the record says it: "allow", "mask:plate.region", "match:allow", "deny:PROHIBITED". */
  readonly recorded: string;
  readonly recordedRule: string;
  readonly replayed: string;
  readonly replayedRule: string;
}

/** What making a record's decisions again came to. */
export interface Replay {
  readonly index: number;
  readonly policyDigest: string;
  readonly recordedGrantDigest: string;
  readonly replayedGrantDigest: string;
  readonly decisions: readonly ReplayedDecision[];
  /** Whether digest and every decision are the same. */
  readonly isIdentical: boolean;
}

/** Longest that a request may take between its decision and its record. */
const LONGEST_REQUEST_MS = 60_000;

/**
 * Reads what a replay needs out of a record's bytes.
 *
 * @throws LukouError REPLAY_IMPOSSIBLE where the record is of no decision: a refused token, an ingest, an operator's act.
 */
export function readDecisions(
  leaf: Uint8Array,
): RecordedDecisions & { readonly policyDigest: string; readonly grantDigest: string } {
  const read = leafSchema.safeParse(JSON.parse(Buffer.from(leaf).toString('utf8')));
  const { policyDigest, grantDigest } = read.data ?? {};
  if (!read.success || policyDigest == null || grantDigest == null)
    throw new LukouError('REPLAY_IMPOSSIBLE', 'It holds none about fields.');
  return { ...read.data, policyDigest, grantDigest };
}

/**
 * Makes the decisions of a record again, from the agreements and the schema that were in force then.
 *
 * The record says when it was written; the decision was made shortly before. Where an agreement began, ended or
 * was suspended in between, the instant before that is tried as well.
 */
export function replayRecord(recorded: ReturnType<typeof readDecisions>, policy: Policy): Replay {
  const { grantDigest, policyDigest, fields, seq } = recorded;
  const ask = askOf(recorded);
  const grants = instantsBefore(Date.parse(recorded.time), policy).map((nowMs) =>
    bindGrant(policy, ask, nowMs),
  );
  const grant = grants.find(({ digest }) => digest === grantDigest) ?? grants[0]!;
  const decisions = fields.map(([coordinate, decision, rule]) =>
    replayOne(grant, coordinate, decision, rule),
  );
  return {
    index: seq,
    policyDigest,
    recordedGrantDigest: grantDigest,
    replayedGrantDigest: grant.digest,
    decisions,
    isIdentical:
      policy.digest === policyDigest &&
      grant.digest === grantDigest &&
      decisions.every((one) => one.recorded === one.replayed && one.recordedRule === one.replayedRule),
  };
}

/** One decision of a record, made under another policy. */
export interface TriedDecision extends ReplayedDecision {
  /** The mask with its parameters, which records leave to the clause that they name; null where none is shown through it. */
  readonly mask: string | null;
}

/** The decisions of a record under a policy, at one instant. */
export function replayDecisions(
  recorded: RecordedDecisions,
  policy: Policy,
  nowMs: number,
): readonly TriedDecision[] {
  const grant = bindGrant(policy, askOf(recorded), nowMs);
  return recorded.fields.map(([coordinate, decision, rule]) => {
    const tried = replayOne(grant, coordinate, decision, rule);
    const { mask } = grant.decide(coordinate);
    return {
      ...tried,
      mask: mask === null || !tried.replayed.startsWith('mask:') ? null : describeMask(mask),
    };
  });
}

function askOf({ actor, purpose }: RecordedDecisions): Ask {
  return {
    agency: actor.agency,
    role: actor.role as Ask['role'],
    purpose: purpose.code,
    caseReference: purpose.caseRef,
    ...(purpose.breakGlass !== undefined && { breakGlass: purpose.breakGlass }),
  };
}

function instantsBefore(writtenMs: number, { agreements, suspensions }: Policy): readonly number[] {
  const changes = [
    ...agreements.flatMap(({ validFromMs, validUntilMs }) => [validFromMs, validUntilMs]),
    ...[...suspensions.values()].map(({ fromMs }) => fromMs),
  ].filter((atMs) => atMs <= writtenMs && atMs > writtenMs - LONGEST_REQUEST_MS);
  return [writtenMs, ...changes.map((atMs) => atMs - 1)];
}

function replayOne(
  grant: Grant,
  coordinate: string,
  recorded: string,
  recordedRule: string,
): ReplayedDecision {
  const use = USES.find((name) => recorded.startsWith(`${name}:`));
  const decision: Decision = use === undefined ? grant.decide(coordinate) : grant.decideUse(use, coordinate);
  const replayed = `${use === undefined ? '' : `${use}:`}${describeDecision(decision)}`;
  return { coordinate, recorded, recordedRule, replayed, replayedRule: decision.rule };
}
