import type { AgreementRow } from '../../statements/oversight/list-agreements.ts';

/** What the oversight subgraph knows of the process that it runs in, beside its database; made for one operation. */
export interface OversightDesk {
  /** That a record is in its log; null while no head covers it. */
  proveRecord(log: string, index: number): Promise<ProofOfRecord | null>;
  /** The decisions of a record, made again; null where it holds none, or what they rest on is not archived. */
  replayRecord(leaf: Buffer): Promise<ReplayedRecord | null>;
  /** Who is to see a log, and what each has cosigned; null where no witnesses are set, or others than this data folder's write it. */
  findWitnesses(log: string, origin: string): Promise<WitnessedLog | null>;
  /** What a version is at this instant. */
  stateOf(agreement: AgreementRow): AgreementState;
  /** Null where it is not suspended. */
  findSuspension(
    agreement: AgreementRow,
  ): { readonly from: string; readonly by: string; readonly reason: string } | null;
  /** A line for each signature, and for each party that has not signed. */
  listSignatures(agreement: AgreementRow, archived: ArchivedText): Promise<readonly FoundSignature[]>;
  /** What classes of callers may read of an agency's fields. */
  showAccess(asked: WantedAccess): ShownAccess;
  /** Whether everybody may know that there is such a field: no schema hides it, and some schema has it. */
  isForEverybody(coordinate: string): boolean;
  checkDraft(text: string): DraftCheck;
  judgeDraft(text: string, records: AsyncIterable<Buffer>): Promise<DraftImpact>;
}

/** What a version of an agreement is at an instant. */
export type AgreementState = 'IN_FORCE' | 'NOT_YET' | 'EXPIRED' | 'SUSPENDED' | 'SUPERSEDED' | 'WITHDRAWN';

/** An inclusion proof, hashes in base64 from the leaf up. */
export interface ProofOfRecord {
  readonly index: number;
  readonly treeSize: number;
  readonly hashes: readonly string[];
  /** A signed note. */
  readonly head: string;
}

/** Decisions of a record as they come out under the policy that it names, digests in hexadecimal. */
export interface ReplayedRecord {
  readonly isIdentical: boolean;
  readonly policyDigest: string;
  readonly recordedGrantDigest: string;
  readonly replayedGrantDigest: string;
  readonly decisions: readonly {
    readonly coordinate: string;
    readonly recorded: string;
    readonly recordedRule: string;
    readonly replayed: string;
    readonly replayedRule: string;
  }[];
}

/** How much of a log its witnesses have seen. */
export interface WitnessedLog {
  readonly quorum: number;
  /** Records that `quorum` of them have seen. */
  readonly witnessedSize: number;
  readonly witnesses: readonly {
    readonly name: string;
    readonly vkey: string;
    readonly size: number;
    readonly seenAt: string | null;
  }[];
}

/** A version of an agreement, word for word. */
export interface ArchivedText {
  /** Canonical JSON without the signatures; null where an earlier Lukou archived it without. */
  readonly document: string | null;
  /** As its file held them when it was first loaded. */
  readonly signatures: readonly {
    readonly agency: string;
    readonly keyId: string;
    readonly signature: string;
  }[];
}

/** One signature that is there, or is missing. */
export interface FoundSignature {
  readonly agency: string;
  readonly keyId: string | null;
  readonly state: string;
}

/** Which fields, and what callers of them: null for all. */
export interface WantedAccess {
  readonly owner: string;
  readonly typeName: string | null;
  readonly assignee: string | null;
}

/** Fields and classes of callers, as the schema writes them. */
export interface ShownAccess {
  readonly classes: readonly {
    readonly agency: string | null;
    readonly role: string;
    readonly purpose: string | null;
    readonly withCase: boolean;
    readonly breakGlass: string | null;
  }[];
  readonly rows: readonly ShownAccessRow[];
}

/** One field, and what every class may read of it. */
export interface ShownAccessRow {
  readonly coordinate: string;
  readonly owner: string;
  readonly typeName: string;
  readonly sensitivity: string;
  readonly valueType: string | null;
  readonly example: string | null;
  readonly cells: readonly {
    readonly decision: string;
    readonly code: string;
    readonly clause: string | null;
    readonly example: string | null;
  }[];
}

/** What is wrong with a draft. */
export interface DraftCheck {
  readonly name: string | null;
  readonly sha256: string | null;
  readonly problems: readonly string[];
}

/** What a draft would have changed. */
export interface DraftImpact {
  readonly problems: readonly string[];
  readonly recordsRead: number;
  readonly recordsChanged: number;
  readonly impacts: readonly {
    readonly who: string;
    readonly coordinate: string;
    readonly before: string;
    readonly after: string;
    readonly kind: string;
    readonly records: number;
  }[];
}
