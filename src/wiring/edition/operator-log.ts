import { type Agreement, type Policy, type Suspension, agreementName } from '../../agreement/index.ts';
import { type AuditLog, operatorEntry } from '../../audit/index.ts';
import { type Clock, type ErrorCode, canonicalJson, sha256Hex, uuidV7 } from '../../base/index.ts';

/** What a gateway answers with, as its log names it. */
export interface RecordedState {
  readonly policy: Policy;
  /** SHA-256 of the supergraph. */
  readonly graphDigest: string;
}

/** ADMIN records of what an operator changed while the gateway ran. Each throws AUDIT_UNAVAILABLE. */
export interface OperatorLog {
  /** Call before `next` takes effect: what it answers rests on this record. */
  recordChange(previous: RecordedState, next: RecordedState): Promise<void>;
  /** Agreements that are suspended as the gateway starts; nobody may have seen them be. */
  recordStart(state: RecordedState): Promise<void>;
  /** Files that were refused; `state` stays in force. */
  recordRefusal(what: 'schema' | 'agreements', code: ErrorCode, state: RecordedState): Promise<void>;
}

// A record holds at most 65,535 bytes; an agreement takes some 150 of them.
const AGREEMENTS_A_RECORD = 200;

export function createOperatorLog(audit: AuditLog, clock: Clock): OperatorLog {
  return {
    async recordChange(previous, next) {
      const { policy, graphDigest } = next;
      if (graphDigest !== previous.graphDigest) await record('replace schema', next, []);
      const before = new Set(previous.policy.agreements.map(({ sha256 }) => sha256));
      const after = new Set(policy.agreements.map(({ sha256 }) => sha256));
      const added = policy.agreements.filter(({ sha256 }) => !before.has(sha256));
      const gone = previous.policy.agreements.filter(({ sha256 }) => !after.has(sha256));
      for (const part of inParts(added)) await record('put agreements in force', next, part);
      for (const part of inParts(gone)) await record('withdraw agreements', next, part);
      await recordSuspensions(previous.policy.suspensions, next);
    },
    recordStart: (state) => recordSuspensions(new Map(), state),
    recordRefusal: (what, code, state) => record(`refuse ${what}`, state, [], code),
  };

  async function recordSuspensions(before: Policy['suspensions'], next: RecordedState): Promise<void> {
    const { agreements, suspensions } = next.policy;
    const named = (name: string): readonly Agreement[] =>
      agreements.filter((agreement) => agreementName(agreement) === name);
    for (const [name, suspension] of suspensions) {
      const isNews = canonicalJson(before.get(name) ?? null) !== canonicalJson(suspension);
      if (isNews) await record('suspend agreement', next, named(name), 'OK', digestOf(suspension));
    }
    for (const [name, suspension] of before) {
      if (suspensions.has(name)) continue;
      await record('lift suspension', next, named(name), 'OK', digestOf(suspension));
    }
  }

  async function record(
    name: string,
    { policy, graphDigest }: RecordedState,
    agreements: readonly Agreement[],
    code: 'OK' | ErrorCode = 'OK',
    documentSha256 = graphDigest,
  ): Promise<void> {
    await audit.record(
      operatorEntry({
        name,
        documentSha256,
        requestId: uuidV7(clock.nowMs()),
        agreements: agreements.map(({ uid, version, sha256 }) => ({ uid, version, sha256 })),
        policyDigest: policy.digest,
        result: { code },
      }),
    );
  }
}

/** Names an entry of the list of suspensions; the archive keeps it with the policy. */
function digestOf(suspension: Suspension): string {
  return sha256Hex(canonicalJson(suspension));
}

function inParts(agreements: readonly Agreement[]): readonly (readonly Agreement[])[] {
  const count = Math.ceil(agreements.length / AGREEMENTS_A_RECORD);
  return Array.from({ length: count }, (_, part) =>
    agreements.slice(part * AGREEMENTS_A_RECORD, (part + 1) * AGREEMENTS_A_RECORD),
  );
}
