import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ShownAccess, ShownAccessRow, AgreementRow, ImpactOfDraft, FoundSignature, AlarmRow, BreakGlassUseRow, BudgetUseRow, DisclosureCountRow, ShownLog, DisclosureRecordRow, GuardDrillRow, GuardIncidentRow, GuardIncidentCountRow, SharedFieldRow, SharingApplicationRow, UnusualAccessRow, OversightContext } from '../storage/index.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Administrative division after GB/T 2260, six digits: 150724. */
  AdminDivisionCode: { input: string; output: string; }
  /** An instant with offset, RFC 3339, answered at +08:00: 2026-01-31T22:15:00+08:00. */
  DateTime: { input: string; output: string; }
  /** A GeoJSON geometry (RFC 7946), longitude before latitude, WGS 84. */
  GeoJSON: { input: Readonly<Record<string, unknown>>; output: Readonly<Record<string, unknown>>; }
  /** A number plate (号牌号码) after GA/T 1400, upper case without separators, or its masked form. */
  PlateNo: { input: string; output: string; }
  /** Route number after GB/T 917: G10, S201, X904. */
  RoadCode: { input: string; output: string; }
  /** A place along a road by its stake: K123+400. */
  StakeMark: { input: number; output: number; }
  _FieldSet: { input: string; output: string; }
};

/** What one class may read of one field. */
export type AccessCell = {
  readonly __typename?: 'AccessCell';
  /** The clause that decides: uid@version#id; null where none speaks of it. */
  readonly clause?: Maybe<Scalars['String']['output']>;
  /** Why: as for Explanation. */
  readonly code: Scalars['String']['output'];
  /** allow, mask:name, statistic:k/round, pointer or deny. */
  readonly decision: Scalars['String']['output'];
  /** What the class would see in the place of the row’s example, as JSON; null where it would see nothing. */
  readonly example?: Maybe<Scalars['String']['output']>;
};

/** A class of callers that some agreement serves. */
export type AccessClass = {
  readonly __typename?: 'AccessClass';
  /** The agency; null for the public. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** Why the glass is broken; null for the ordinary way. */
  readonly breakGlass?: Maybe<BreakGlassReason>;
  /** The purpose stated; null where none need be. */
  readonly purpose?: Maybe<Scalars['String']['output']>;
  /** The role in it. */
  readonly role: CallerRole;
  /** Whether a case is stated. */
  readonly withCase: Scalars['Boolean']['output'];
};

/** Fields of one agency, and what every class of callers may read of them. */
export type AccessMatrix = {
  readonly __typename?: 'AccessMatrix';
  /** The columns, in the order of each row’s cells. */
  readonly classes: ReadonlyArray<AccessClass>;
  /** A row a field, in order of name. */
  readonly rows: ReadonlyArray<AccessRow>;
};

/** One field, and what every class may read of it. */
export type AccessRow = {
  readonly __typename?: 'AccessRow';
  /** A cell a class, in the order of classes. */
  readonly cells?: Maybe<ReadonlyArray<AccessCell>>;
  /** The field: Type.field. */
  readonly coordinate?: Maybe<Scalars['String']['output']>;
  /** An invented value, as JSON; null where the field has fields of its own. */
  readonly example?: Maybe<Scalars['String']['output']>;
  /** The agency that owns it. */
  readonly owner?: Maybe<Scalars['String']['output']>;
  /** How far its values may be shared. */
  readonly sensitivity?: Maybe<Scalars['String']['output']>;
  /** Its type. */
  readonly typeName?: Maybe<Scalars['String']['output']>;
  /** What a value is: a scalar or an enum; null where the field has fields of its own. */
  readonly valueType?: Maybe<Scalars['String']['output']>;
};

/** What came of an act. The same act, asked for again under its key, answers the same. */
export type ActReceipt = {
  readonly __typename?: 'ActReceipt';
  /** When it was done. */
  readonly actedAt: Scalars['DateTime']['output'];
  /** What was acted on. */
  readonly id: Scalars['ID']['output'];
  /** The place of the record there. */
  readonly index: Scalars['Int']['output'];
  /** The disclosure log that holds the record of the act. */
  readonly log: Scalars['String']['output'];
  /** The state that it is in now. */
  readonly state: Scalars['String']['output'];
  /** Goes up with every act on it; the next one has to name it. */
  readonly version: Scalars['Int']['output'];
};

/** A sharing agreement that this gateway has loaded. */
export type Agreement = {
  readonly __typename?: 'Agreement';
  /** The agency that receives it. */
  readonly assignee?: Maybe<Scalars['String']['output']>;
  /** The agency that owns the data. */
  readonly assigner?: Maybe<Scalars['String']['output']>;
  /**
   * The agreement as its parties sign it: canonical JSON, which sha256 is of. For its parties and the agency that keeps the
   * log; null for others.
   */
  readonly document?: Maybe<Scalars['String']['output']>;
  /** Code of its legal basis. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** When this gateway first loaded it. */
  readonly loadedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Purposes that it serves; none means that it is open to the public. */
  readonly purposes?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Roles that it serves. */
  readonly roles?: Maybe<ReadonlyArray<CallerRole>>;
  /** SHA-256 of the agreement, hexadecimal. */
  readonly sha256?: Maybe<Scalars['String']['output']>;
  /** Fields that it decides. Who is no party of it is told of none that a schema hides. */
  readonly sharedFields?: Maybe<ReadonlyArray<SharedField>>;
  /** A line for each signature, and for each party that has not signed; null for whoever is no party of it. */
  readonly signatures?: Maybe<ReadonlyArray<AgreementSignature>>;
  /** What it is at this instant. */
  readonly state?: Maybe<AgreementState>;
  /** By whom, from when and why it is suspended; null where it is not, and for whoever is no party of it. */
  readonly suspension?: Maybe<AgreementSuspension>;
  /** Identifier. */
  readonly uid?: Maybe<Scalars['ID']['output']>;
  /** From when it is in force. */
  readonly validFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Until when it is in force. */
  readonly validUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Version. */
  readonly version?: Maybe<Scalars['Int']['output']>;
};

/** What is wrong with a draft. */
export type AgreementCheck = {
  readonly __typename?: 'AgreementCheck';
  /** The agreement that it is: uid@version; null where it cannot be read. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** A line each, 100 at most; none where the draft could go into force. */
  readonly problems: ReadonlyArray<Scalars['String']['output']>;
  /** SHA-256 of its canonical JSON, which its parties would sign. */
  readonly sha256?: Maybe<Scalars['String']['output']>;
};

/** A page of agreements. */
export type AgreementConnection = {
  readonly __typename?: 'AgreementConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<AgreementEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Agreement>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** An agreement and its cursor. */
export type AgreementEdge = {
  readonly __typename?: 'AgreementEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Agreement;
};

/** Which agreements. */
export type AgreementFilter = {
  /** By the agency that receives it. */
  readonly assignee?: InputMaybe<Scalars['String']['input']>;
  /** By the agency that owns the data. */
  readonly assigner?: InputMaybe<Scalars['String']['input']>;
  /** All versions of this one. */
  readonly uid?: InputMaybe<Scalars['ID']['input']>;
};

/** What a draft would have changed. */
export type AgreementImpact = {
  readonly __typename?: 'AgreementImpact';
  /** The decisions that would come out otherwise, the most frequent first, 200 at most. */
  readonly impacts: ReadonlyArray<DecisionImpact>;
  /** Whether every record of the span was read; otherwise the newest were. */
  readonly isWhole: Scalars['Boolean']['output'];
  /** What is wrong with the draft, 100 lines at most; where there is any, nothing was judged. */
  readonly problems: ReadonlyArray<Scalars['String']['output']>;
  /** Records in which some decision would come out otherwise. */
  readonly recordsChanged: Scalars['Int']['output'];
  /** Records that were read. */
  readonly recordsRead: Scalars['Int']['output'];
};

/** Order of agreements. */
export type AgreementOrder =
  | 'UID_ASC';

/** One signature that is on an agreement, or is missing. */
export type AgreementSignature = {
  readonly __typename?: 'AgreementSignature';
  /** The party. */
  readonly agency: Scalars['String']['output'];
  /** Its key; null where it has not signed. */
  readonly keyId?: Maybe<Scalars['String']['output']>;
  /** What is found of it. */
  readonly state: AgreementSignatureState;
};

/** What is found of a signature. */
export type AgreementSignatureState =
  /** It is over another text. */
  | 'DOES_NOT_FIT'
  /** The party has not signed. */
  | 'MISSING'
  /** It is there; this gateway holds no list of the agencies’ keys (LUKOU_AGENCY_KEYS). */
  | 'NOT_CHECKED'
  /** The signer is no party. */
  | 'NO_PARTY'
  /** The key is not a steward’s. */
  | 'NO_STEWARD'
  /** The list of keys has no such key of this agency. */
  | 'UNKNOWN_KEY'
  /** It is the party’s, and over this text. */
  | 'VALID';

/** What a version of an agreement is now. */
export type AgreementState =
  /** It has ended. */
  | 'EXPIRED'
  /** It decides. */
  | 'IN_FORCE'
  /** It begins later. */
  | 'NOT_YET'
  /** A newer version took its place among the files. */
  | 'SUPERSEDED'
  /** A party has suspended it. */
  | 'SUSPENDED'
  /** It is no longer among the files, and no newer version is. */
  | 'WITHDRAWN';

/** That an agreement does not count. */
export type AgreementSuspension = {
  readonly __typename?: 'AgreementSuspension';
  /** The party that suspends it. */
  readonly by: Scalars['String']['output'];
  /** From when on. */
  readonly from: Scalars['DateTime']['output'];
  /** Why. */
  readonly reason: Scalars['String']['output'];
};

/** Something that the owner of data must hear of. */
export type Alarm = {
  readonly __typename?: 'Alarm';
  /** The pseudonym of who asked. */
  readonly actor?: Maybe<Scalars['String']['output']>;
  /** The agency of who asked. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** The agreement: uid@version. */
  readonly agreement?: Maybe<Scalars['String']['output']>;
  /** How much is allowed in a day. */
  readonly allowed?: Maybe<Scalars['Int']['output']>;
  /** The use of a broken glass that it tells of: an id of breakGlassUses. */
  readonly breakGlassUse?: Maybe<Scalars['ID']['output']>;
  /** For which case. */
  readonly caseReference?: Maybe<Scalars['String']['output']>;
  /** The clause whose limit it is; null for the agreement’s budget. */
  readonly clause?: Maybe<Scalars['String']['output']>;
  /** Identifier. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** What for. */
  readonly kind?: Maybe<AlarmKind>;
  /** What is bounded: ROWS, SUBJECTS or USES, and for ceilings DIVISIONS or DAYS. */
  readonly measure?: Maybe<Scalars['String']['output']>;
  /** The agency whose data it is about. */
  readonly owner?: Maybe<Scalars['String']['output']>;
  /** When it was raised. */
  readonly raisedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why the glass was broken. */
  readonly reason?: Maybe<BreakGlassReason>;
  /** How much was used when it was raised. */
  readonly used?: Maybe<Scalars['Int']['output']>;
};

/** A page of alarms. */
export type AlarmConnection = {
  readonly __typename?: 'AlarmConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<AlarmEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Alarm>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** An alarm and its cursor. */
export type AlarmEdge = {
  readonly __typename?: 'AlarmEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Alarm;
};

/** Which alarms. */
export type AlarmFilter = {
  /** Asked by people of this agency. */
  readonly agency?: InputMaybe<Scalars['String']['input']>;
  /** Raised in this span. */
  readonly during?: InputMaybe<TimeRange>;
  /** Raised for this. */
  readonly kind?: InputMaybe<AlarmKind>;
  /** About this agency’s data. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
};

/** What an alarm is raised for. */
export type AlarmKind =
  /** The glass was broken. */
  | 'BREAK_GLASS'
  /** Four fifths of an agreement’s budget are used. */
  | 'BUDGET_80'
  /** An agreement’s budget is spent. */
  | 'BUDGET_SPENT'
  /** Four fifths of a clause’s limit are used. */
  | 'LIMIT_80'
  /** A clause’s limit is spent. */
  | 'LIMIT_SPENT';

/** Order of alarms. */
export type AlarmOrder =
  | 'RAISED_AT_DESC';

/** Why the glass may be broken. */
export type BreakGlassReason =
  /** A disaster or a major accident is under way (重大灾害事故). */
  | 'DISASTER'
  /** Somebody's life is at risk (生命危险). */
  | 'LIFE_AT_RISK'
  /** Somebody at risk is missing (失踪人员查找). */
  | 'MISSING_PERSON'
  /** A suspect of a serious crime is being pursued now (正在追捕). */
  | 'PURSUIT_UNDER_WAY';

/** What the review of a use says. */
export type BreakGlassState =
  /** It was right to break the glass. */
  | 'JUSTIFIED'
  /** It was not reviewed yet. */
  | 'OPEN'
  /** It was not. */
  | 'UNJUSTIFIED';

/** What one session opened in an emergency, and what the owner of the data says of it. It holds no disclosed value. */
export type BreakGlassUse = {
  readonly __typename?: 'BreakGlassUse';
  /** The pseudonym of who broke the glass. */
  readonly actor?: Maybe<Scalars['String']['output']>;
  /** The agency of who broke the glass. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** The agreement that it was broken under: uid@version. */
  readonly agreement?: Maybe<Scalars['String']['output']>;
  /** How many questions were asked. */
  readonly answerCount?: Maybe<Scalars['Int']['output']>;
  /** For which case. */
  readonly caseReference?: Maybe<Scalars['String']['output']>;
  /** Until when it has to be reviewed: 72 hours after it was opened. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The fields that were asked for: Type.field. */
  readonly fields?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Identifier, UUID version 7. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** What the reviewer wrote. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** When the first question was asked. */
  readonly openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it should have been reviewed by now, and was not. */
  readonly overdue?: Maybe<Scalars['Boolean']['output']>;
  /** The agency whose data was opened, and which has to review it. */
  readonly owner?: Maybe<Scalars['String']['output']>;
  /** For what purpose. */
  readonly purpose?: Maybe<Scalars['String']['output']>;
  /** Why. */
  readonly reason?: Maybe<BreakGlassReason>;
  /** When it was reviewed. */
  readonly reviewedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The pseudonym of who reviewed it. */
  readonly reviewer?: Maybe<Scalars['String']['output']>;
  /** The role of who broke the glass. */
  readonly role?: Maybe<CallerRole>;
  /** When the session ended, or ends. */
  readonly sessionEndsAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the review says. */
  readonly state?: Maybe<BreakGlassState>;
};

/** A page of uses of a broken glass. */
export type BreakGlassUseConnection = {
  readonly __typename?: 'BreakGlassUseConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<BreakGlassUseEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<BreakGlassUse>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A use of a broken glass and its cursor. */
export type BreakGlassUseEdge = {
  readonly __typename?: 'BreakGlassUseEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: BreakGlassUse;
};

/** Which uses of a broken glass. */
export type BreakGlassUseFilter = {
  /** By people of this agency. */
  readonly agency?: InputMaybe<Scalars['String']['input']>;
  /** This one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** Only those that are overdue, or only those that are not. */
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** That opened this agency's data. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  /** With this outcome of the review. */
  readonly state?: InputMaybe<BreakGlassState>;
};

/** Order of uses of a broken glass. */
export type BreakGlassUseOrder =
  | 'OPENED_AT_DESC';

/** What a review of a broken glass may find. */
export type BreakGlassVerdict =
  /** It was right to break the glass. */
  | 'JUSTIFIED'
  /** It was not. */
  | 'UNJUSTIFIED';

/** What one principal has used of one budget or limit today. */
export type BudgetUse = {
  readonly __typename?: 'BudgetUse';
  /** The pseudonym of who used it. */
  readonly actor?: Maybe<Scalars['String']['output']>;
  /** The agency that the agreement serves. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** The agreement, without its version: amending it gives nothing back. */
  readonly agreement?: Maybe<Scalars['String']['output']>;
  /** How much the agreement’s newest version allows in a day; null where it says nothing of it. */
  readonly allowed?: Maybe<Scalars['Int']['output']>;
  /** The clause whose limit it is; empty for the agreement’s budget. */
  readonly clause?: Maybe<Scalars['String']['output']>;
  /** The day, at +08:00. */
  readonly day?: Maybe<Scalars['String']['output']>;
  /** What is bounded: ROWS, SUBJECTS or USES, and for ceilings DIVISIONS or DAYS. */
  readonly measure?: Maybe<Scalars['String']['output']>;
  /** The agency whose data it is. */
  readonly owner?: Maybe<Scalars['String']['output']>;
  /** How much was used. */
  readonly used?: Maybe<Scalars['Int']['output']>;
};

/** A page of budgets. */
export type BudgetUseConnection = {
  readonly __typename?: 'BudgetUseConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<BudgetUseEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<BudgetUse>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A budget and its cursor. */
export type BudgetUseEdge = {
  readonly __typename?: 'BudgetUseEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: BudgetUse;
};

/** Which budgets. */
export type BudgetUseFilter = {
  /** Of this agreement: its uid. */
  readonly agreement?: InputMaybe<Scalars['String']['input']>;
  /** Of this agency’s data. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
};

/** Order of budgets. */
export type BudgetUseOrder =
  | 'AGREEMENT_ASC';

/** Role of a caller. */
export type CallerRole =
  /** Reads for the own agency, over many agencies' data. */
  | 'analyst'
  /** Reads the log. */
  | 'auditor'
  /** Someone at the machine of the gateway, taking in a file. */
  | 'operator'
  /** Another agency under an agreement. */
  | 'partner'
  /** Nobody in particular: no token. */
  | 'public'
  /** Keeps an agency's agreements. */
  | 'steward'
  /** A token that was refused. */
  | 'unknown';

/** Which ability on the field an input uses. */
export type Capability =
  | 'AGGREGATE'
  | 'FILTER'
  | 'GROUP'
  | 'MATCH'
  | 'SORT';

/** One decision that would come out otherwise, for one class of callers. */
export type DecisionImpact = {
  readonly __typename?: 'DecisionImpact';
  /** What would be. */
  readonly after: Scalars['String']['output'];
  /** What was decided. */
  readonly before: Scalars['String']['output'];
  /** The field: Type.field. */
  readonly coordinate: Scalars['String']['output'];
  /** Whether the caller would see more, less, or otherwise. */
  readonly kind: DecisionImpactKind;
  /** Records in which the decision was made. */
  readonly records: Scalars['Int']['output'];
  /** The class: agency, role, purpose, and whether a case was stated. */
  readonly who: Scalars['String']['output'];
};

/** How a decision would come out otherwise. */
export type DecisionImpactKind =
  /** It would be masked in another way. */
  | 'MASKED_OTHERWISE'
  /** What was not seen would be. */
  | 'NEWLY_ALLOWED'
  /** What was seen would be denied. */
  | 'NEWLY_DENIED'
  /** What was seen would be masked. */
  | 'NEWLY_MASKED'
  /** It would only be told that there is a record. */
  | 'NEWLY_POINTED_AT';

/** Decisions of a record, made again under the agreements and the schema that it names, at the instant that it names. */
export type DecisionReplay = {
  readonly __typename?: 'DecisionReplay';
  /** Each decision of the record, beside the one that comes out now. */
  readonly decisions: ReadonlyArray<ReplayedDecision>;
  /** Whether the digests, each decision and each clause come out as they were recorded. */
  readonly isIdentical: Scalars['Boolean']['output'];
  /** SHA-256 over agreements and schema, hexadecimal: as the record says it, and as the archived ones have it. */
  readonly policyDigest: Scalars['String']['output'];
  /** SHA-256 over all that the caller was granted: as the record says it. */
  readonly recordedGrantDigest: Scalars['String']['output'];
  /** The same, as it comes out now. */
  readonly replayedGrantDigest: Scalars['String']['output'];
};

/** Direction along the road's stakes. */
export type Direction =
  /** Both carriageways. */
  | 'BOTH'
  /** Towards lower stakes (下行). */
  | 'DOWN'
  /** Towards higher stakes (上行). */
  | 'UP';

/** Whom a record tells about. */
export type DisclosedSubject =
  /** A person: by name, identity number, telephone number or pseudonym. */
  | 'PERSON'
  /** A vehicle, by its plate. */
  | 'PLATE';

/** How many answers and refusals have one thing in common. */
export type DisclosureCount = {
  readonly __typename?: 'DisclosureCount';
  /** Answers with at least one granted field. */
  readonly answers?: Maybe<Scalars['Int']['output']>;
  /** What they have in common. */
  readonly key?: Maybe<Scalars['String']['output']>;
  /** Refusals, and answers in which nothing was granted. */
  readonly refusals?: Maybe<Scalars['Int']['output']>;
  /** Rows in the answers. */
  readonly rows?: Maybe<Scalars['Int']['output']>;
};

/** How a field was decided, without the details. */
export type DisclosureDecision =
  /** It was shown in clear. */
  | 'ALLOW'
  /** It was not shown. */
  | 'DENY'
  /** It was shown masked. */
  | 'MASK'
  /** It was told that there is a record, and whom to ask. */
  | 'POINTER'
  /** It was told of groups only, and rounded. */
  | 'STATISTIC';

/** What records are counted by. */
export type DisclosureDimension =
  /** The agency of the caller. */
  | 'AGENCY'
  /** The outcome. */
  | 'CODE'
  /** Why fields were denied. */
  | 'DENIAL'
  /** The field that was asked for. */
  | 'FIELD'
  /** The hour they were written in, at +08:00. */
  | 'HOUR'
  /** The purpose. */
  | 'PURPOSE';

/** One log of the disclosure log, as its reader can verify it: C2SP signed notes over an RFC 6962 tree. */
export type DisclosureLog = {
  readonly __typename?: 'DisclosureLog';
  /** When it was begun. */
  readonly bornAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was closed; null while it may grow. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * How many of its first records can be searched by now. The others are kept and proven like any; every question about
   * records derives them first, or fails.
   */
  readonly derivedTo?: Maybe<Scalars['Int']['output']>;
  /** The signed head: a signed note whose text is origin, size and root. Null where nothing was written yet. */
  readonly head?: Maybe<Scalars['String']['output']>;
  /** Its public keys, the oldest first; the last one signs now. */
  readonly keys?: Maybe<ReadonlyArray<DisclosureLogKey>>;
  /** Its name here. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Its name to the world, first line of its heads. */
  readonly origin?: Maybe<Scalars['String']['output']>;
  /** Index of the first record that is still there: 0 unless it was pruned. */
  readonly prunedTo?: Maybe<Scalars['Int']['output']>;
  /** How many witnesses must have seen a record; null where none are set. */
  readonly quorum?: Maybe<Scalars['Int']['output']>;
  /** Records in it. */
  readonly size?: Maybe<Scalars['Int']['output']>;
  /** When the oldest record was written that cannot be searched yet; null where there is none. */
  readonly waitingSince?: Maybe<Scalars['DateTime']['output']>;
  /** How many of its first records that many witnesses have seen; null where none are set. */
  readonly witnessedSize?: Maybe<Scalars['Int']['output']>;
  /** Who is to see it, and how much each has seen. */
  readonly witnesses?: Maybe<ReadonlyArray<DisclosureLogWitness>>;
  /** When its newest record was written, and its head with it. */
  readonly writtenAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A public key of a log. */
export type DisclosureLogKey = {
  readonly __typename?: 'DisclosureLogKey';
  /** Records in the log when the key took over. */
  readonly fromSize: Scalars['Int']['output'];
  /** In C2SP’s form (vkey): name, id and base64 of the type and 32 bytes of Ed25519. */
  readonly vkey: Scalars['String']['output'];
};

/** A witness of a log, and what it has cosigned last. */
export type DisclosureLogWitness = {
  readonly __typename?: 'DisclosureLogWitness';
  /** How many records of the log it has not seen. */
  readonly behind: Scalars['Int']['output'];
  /** The witness. */
  readonly name: Scalars['String']['output'];
  /** When it cosigned, by its own clock; null where it did not. */
  readonly seenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Records in the head that it cosigned last; 0 where it cosigned none. */
  readonly size: Scalars['Int']['output'];
  /** Its public key, in C2SP’s form. */
  readonly vkey: Scalars['String']['output'];
};

/** One record of the disclosure log: who saw what, why, and under which agreement. It holds no disclosed value. */
export type DisclosureRecord = {
  readonly __typename?: 'DisclosureRecord';
  /** Pseudonym of the caller. */
  readonly actor?: Maybe<Scalars['String']['output']>;
  /** Agency of the caller; null for the public. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** Agreements that the answer rests on, as uid@version. */
  readonly agreements?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Why the glass was broken; null where it was not. */
  readonly breakGlass?: Maybe<BreakGlassReason>;
  /** Case reference stated. */
  readonly caseReference?: Maybe<Scalars['String']['output']>;
  /** Outcome: OK, or a code of docs/errors.md. */
  readonly code?: Maybe<Scalars['String']['output']>;
  /** Prefixes of the divisions whose rows were open (GB/T 2260); null where nothing was limited by division. */
  readonly divisions?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What was decided for each field that was asked for. */
  readonly fields?: Maybe<ReadonlyArray<FieldDecision>>;
  /** Identifier, UUID version 7. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Place in its log, from 0. */
  readonly index?: Maybe<Scalars['Int']['output']>;
  /** The record itself, exactly as it was stored. */
  readonly leaf?: Maybe<Scalars['String']['output']>;
  /** RFC 6962 hash of the record, base64, as its receipt says it. */
  readonly leafHash?: Maybe<Scalars['String']['output']>;
  /** The log that it is in: each gateway process writes one of its own, and operators’ commands another. */
  readonly log?: Maybe<Scalars['String']['output']>;
  /** The highest sensitivity of a field that was not denied. */
  readonly maxSensitivity?: Maybe<Scalars['String']['output']>;
  /** Name of the operation. */
  readonly operationName?: Maybe<Scalars['String']['output']>;
  /** The log’s name to the world, as receipts say it. */
  readonly origin?: Maybe<Scalars['String']['output']>;
  /** That the record is in its log, as the log is now; null while its batch is not signed. */
  readonly proof?: Maybe<InclusionProof>;
  /** Purpose stated. */
  readonly purpose?: Maybe<Scalars['String']['output']>;
  /** The agency that received the answer. */
  readonly recipient?: Maybe<Scalars['String']['output']>;
  /** When it was written. */
  readonly recordedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Its decisions made again, from the archived agreements and schema that it rests on; null where it decides about no field, or
   * these are not archived. Records of one answer may rest on 4 sets of agreements at most.
   */
  readonly replay?: Maybe<DecisionReplay>;
  /** SHA-256 of the answer without its receipt, hexadecimal. */
  readonly resultSha256?: Maybe<Scalars['String']['output']>;
  /** Role of the caller. */
  readonly role?: Maybe<CallerRole>;
  /** Rows in the answer. */
  readonly rowCount?: Maybe<Scalars['Int']['output']>;
  /** What it records. */
  readonly stage?: Maybe<DisclosureStage>;
  /** How many persons and vehicles the answer tells about. */
  readonly subjectCount?: Maybe<Scalars['Int']['output']>;
};

/** A page of records. */
export type DisclosureRecordConnection = {
  readonly __typename?: 'DisclosureRecordConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<DisclosureRecordEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<DisclosureRecord>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A record and its cursor. */
export type DisclosureRecordEdge = {
  readonly __typename?: 'DisclosureRecordEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: DisclosureRecord;
};

/** Which records. */
export type DisclosureRecordFilter = {
  /** Of callers of this agency. */
  readonly agency?: InputMaybe<Scalars['String']['input']>;
  /** That rest on this agreement: its uid, or uid@version. */
  readonly agreement?: InputMaybe<Scalars['String']['input']>;
  /** Only records of a broken glass, or only others. */
  readonly breakGlass?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of this caller: a pseudonym. */
  readonly caller?: InputMaybe<Scalars['String']['input']>;
  /** For this case. */
  readonly caseReference?: InputMaybe<Scalars['String']['input']>;
  /** With this outcome. */
  readonly code?: InputMaybe<Scalars['String']['input']>;
  /** That asked for this field: Type.field. */
  readonly coordinate?: InputMaybe<Scalars['String']['input']>;
  /** In which a field was decided so; with coordinate, that field. */
  readonly decision?: InputMaybe<DisclosureDecision>;
  /** For which rows of this division were open. */
  readonly division?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
  /** Written in this span. */
  readonly during?: InputMaybe<TimeRange>;
  /** Only records with a case reference, or only without. */
  readonly hasCaseReference?: InputMaybe<Scalars['Boolean']['input']>;
  /** In this log. */
  readonly log?: InputMaybe<Scalars['String']['input']>;
  /** With this purpose. */
  readonly purpose?: InputMaybe<Scalars['String']['input']>;
  /** Of callers with this role. */
  readonly role?: InputMaybe<CallerRole>;
  /** With this stage. */
  readonly stage?: InputMaybe<DisclosureStage>;
};

/** Order of records. */
export type DisclosureRecordOrder =
  | 'RECORDED_AT_DESC';

/** What a record records. */
export type DisclosureStage =
  | 'ADMIN'
  | 'DENY'
  | 'ERROR'
  | 'INTENT'
  | 'RELEASE';

/** What was decided for one field. */
export type FieldDecision = {
  readonly __typename?: 'FieldDecision';
  /** The field: Type.field. */
  readonly coordinate: Scalars['String']['output'];
  /** allow, mask:..., or deny:... */
  readonly decision: Scalars['String']['output'];
  /** The clause that decided: uid@version#clause, or default. */
  readonly rule: Scalars['String']['output'];
};

/** One drill of the guard: a mark that nobody has written before was brought to every gate, in a world made for it. */
export type GuardDrill = {
  readonly __typename?: 'GuardDrill';
  /** The pseudonym of who ran it; operator for whoever sat at the terminal without saying who they are. */
  readonly actor?: Maybe<Scalars['String']['output']>;
  /** The agency of who ran it. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** What became of a text without a mark that went the same ways, and of the searches for it: they have to find it. */
  readonly controls?: Maybe<ReadonlyArray<GuardDrillControl>>;
  /** When it was run. */
  readonly drilledAt?: Maybe<Scalars['DateTime']['output']>;
  /** What each gate did with the mark, for each way in which it was brought. */
  readonly gates?: Maybe<ReadonlyArray<GuardDrillStop>>;
  /** Identifier, UUID version 7. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** The place of its record in that log. */
  readonly index?: Maybe<Scalars['Int']['output']>;
  /** Tables, files and messages in which the mark was found afterwards. */
  readonly kept?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** The log that has its record. */
  readonly log?: Maybe<Scalars['String']['output']>;
  /** Whether all gates stopped the mark, all controls passed, and nothing of it was kept. */
  readonly passed?: Maybe<Scalars['Boolean']['output']>;
};

/** A page of drills. */
export type GuardDrillConnection = {
  readonly __typename?: 'GuardDrillConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<GuardDrillEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<GuardDrill>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** What became of a text without a mark in a drill. */
export type GuardDrillControl = {
  readonly __typename?: 'GuardDrillControl';
  /** What happened. */
  readonly by: Scalars['String']['output'];
  /** Which gate; null for a search. */
  readonly gate?: Maybe<GuardGate>;
  /** Whether it got through, or was found. Otherwise the drill shows nothing. */
  readonly isPassed: Scalars['Boolean']['output'];
  /** How the text was brought there, or looked for. */
  readonly way: GuardDrillWay;
};

/** A drill and its cursor. */
export type GuardDrillEdge = {
  readonly __typename?: 'GuardDrillEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: GuardDrill;
};

/** Order of drills. */
export type GuardDrillOrder =
  | 'DRILLED_AT_DESC';

/** What one gate did with the mark of a drill. */
export type GuardDrillStop = {
  readonly __typename?: 'GuardDrillStop';
  /** Code or rule that it was stopped by; of a mark that was not stopped, what happened. */
  readonly by: Scalars['String']['output'];
  /** Which gate. */
  readonly gate: GuardGate;
  /** Whether it was stopped there. */
  readonly isStopped: Scalars['Boolean']['output'];
  /** How the mark was brought there. */
  readonly way: GuardDrillWay;
};

/** How a drill brings a text to a gate, or looks for it afterwards. */
export type GuardDrillWay =
  /** By SQL as the role of the intake, in the address of a picture. */
  | 'ADDRESS_BY_INGEST'
  /** In a value of an answer. */
  | 'ANSWER'
  /** In a cell of a file. */
  | 'CELL'
  /** In a cell of a file, encoded in base64. */
  | 'CELL_IN_BASE64'
  /** By SQL as the role of the application, where a code belongs. */
  | 'CODE_BY_APP'
  /** By SQL as the role of the intake, where a code belongs. */
  | 'CODE_BY_INGEST'
  /** In a deprecation reason of the schema. */
  | 'DEPRECATION_REASON'
  /** In a description of the schema. */
  | 'DESCRIPTION'
  /** In the text of an error. */
  | 'ERROR_TEXT'
  /** As the name of a file. */
  | 'FILE_NAME'
  /** By SQL as the role of the application, where free text belongs. */
  | 'FREE_TEXT_BY_APP'
  /** By SQL as the role of the intake, where free text belongs. */
  | 'FREE_TEXT_BY_INGEST'
  /** Looked for in every file. */
  | 'SEARCH_OF_FILES'
  /** Looked for in every table. */
  | 'SEARCH_OF_TABLES';

/** Where the guard stands. */
export type GuardGate =
  /** Before an answer leaves. */
  | 'EGRESS'
  /** Before a file is taken in. */
  | 'INGEST'
  /** Before a schema goes online. */
  | 'SCHEMA'
  /** In the database itself. */
  | 'STORAGE';

/** What a gate of the classification guard stopped: where, and by which rule; never what it says. */
export type GuardIncident = {
  readonly __typename?: 'GuardIncident';
  /** The pseudonym of who asked; operator for who handed in a file. */
  readonly actor?: Maybe<Scalars['String']['output']>;
  /** The agency of who asked. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** When it was stopped. */
  readonly detectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Which gate stopped it. */
  readonly gate?: Maybe<GuardGate>;
  /** Identifier, UUID version 7. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Line of the file, or number of the feature. */
  readonly line?: Maybe<Scalars['Int']['output']>;
  /** Keyed hash of the text at fault: equal for equal texts, and nobody else can tell of which. */
  readonly markHash?: Maybe<Scalars['String']['output']>;
  /** Agencies whose data it is. */
  readonly owners?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** Identifier of the request, or of the run that took the file in. */
  readonly requestId?: Maybe<Scalars['String']['output']>;
  /** The rule of the guard that decided. */
  readonly rule?: Maybe<Scalars['String']['output']>;
  /** SHA-256 of the file, hexadecimal. */
  readonly sourceDigest?: Maybe<Scalars['String']['output']>;
  /** Name of the file; null where there is none, or where the name itself was at fault. */
  readonly sourceName?: Maybe<Scalars['String']['output']>;
  /** What it is now. */
  readonly state?: Maybe<GuardIncidentState>;
  /** What was said of it, in order. */
  readonly steps?: Maybe<ReadonlyArray<GuardIncidentStep>>;
  /** Goes up with every step; the next one has to name it. */
  readonly version?: Maybe<Scalars['Int']['output']>;
};

/** A page of incidents. */
export type GuardIncidentConnection = {
  readonly __typename?: 'GuardIncidentConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<GuardIncidentEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<GuardIncident>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** How many incidents one gate has in one state. */
export type GuardIncidentCount = {
  readonly __typename?: 'GuardIncidentCount';
  /** Which gate stopped them. */
  readonly gate: GuardGate;
  /** How many there are. */
  readonly incidents: Scalars['Int']['output'];
  /** What they are now. */
  readonly state: GuardIncidentState;
};

/** An incident and its cursor. */
export type GuardIncidentEdge = {
  readonly __typename?: 'GuardIncidentEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: GuardIncident;
};

/** Which incidents. */
export type GuardIncidentFilter = {
  /** Stopped in this span. */
  readonly during?: InputMaybe<TimeRange>;
  /** At this gate. */
  readonly gate?: InputMaybe<GuardGate>;
  /** This one. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** That concern data of this agency. */
  readonly owner?: InputMaybe<Scalars['String']['input']>;
  /** By this rule of the guard. */
  readonly rule?: InputMaybe<Scalars['String']['input']>;
  /** In this state. */
  readonly state?: InputMaybe<GuardIncidentState>;
};

/** Order of incidents. */
export type GuardIncidentOrder =
  | 'DETECTED_AT_DESC';

/** What became of an incident. */
export type GuardIncidentState =
  /** The gate stopped it, and nothing of it was kept. */
  | 'BLOCKED'
  /** All is done. */
  | 'CLOSED'
  /** It is one. */
  | 'CONFIRMED'
  /** The gate saw it. */
  | 'DETECTED'
  /** Two persons have found that it is no mark. */
  | 'FALSE_POSITIVE'
  /** A person has reported it to whoever answers for secrecy. */
  | 'REPORTED';

/** What one person, or the gate, said of an incident. */
export type GuardIncidentStep = {
  readonly __typename?: 'GuardIncidentStep';
  /** The pseudonym of who said so; gate for the gate itself. */
  readonly actor: Scalars['String']['output'];
  /** The agency of who said so. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** Why. */
  readonly note?: Maybe<Scalars['String']['output']>;
  /** The role of who said so. */
  readonly role?: Maybe<CallerRole>;
  /** What it is to be. FALSE_POSITIVE counts once two different persons have said so. */
  readonly state: GuardIncidentState;
  /** When. */
  readonly takenAt: Scalars['DateTime']['output'];
};

/** That one record is in its log: its hash, with these beside it from the leaf up, leads to the root of the head (RFC 6962). */
export type InclusionProof = {
  readonly __typename?: 'InclusionProof';
  /** Siblings from the leaf up, each of 32 bytes in base64. */
  readonly hashes: ReadonlyArray<Scalars['String']['output']>;
  /** The signed head that they lead to: a signed note. */
  readonly head: Scalars['String']['output'];
  /** Place of the record in the log. */
  readonly index: Scalars['Int']['output'];
  /** Size of the tree that it is proved against: that of the head. */
  readonly treeSize: Scalars['Int']['output'];
};

/** One step of a loop, as it was taken. */
export type LoopStep = {
  readonly __typename?: 'LoopStep';
  /** The pseudonym of who took it. */
  readonly actor: Scalars['String']['output'];
  /** Their agency. */
  readonly agency: Scalars['String']['output'];
  /** Until when the next one was due; null where none was. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The state before. */
  readonly fromState: Scalars['String']['output'];
  /** Why. */
  readonly note: Scalars['String']['output'];
  /** Its place in the history, from 1: the version that the item came to. */
  readonly ordinal: Scalars['Int']['output'];
  /** The deadline policy that said so. */
  readonly policyVersion?: Maybe<Scalars['String']['output']>;
  /** The request that it was taken by: the disclosure log holds its records. */
  readonly requestId: Scalars['String']['output'];
  /** When it was taken. */
  readonly takenAt: Scalars['DateTime']['output'];
  /** The state after. */
  readonly toState: Scalars['String']['output'];
};

/** Calendar months at +08:00, from the first to the last, both included and both over: 2026-01. At most 36. */
export type MonthRange = {
  /** First month. */
  readonly from: Scalars['String']['input'];
  /** Last month. */
  readonly to: Scalars['String']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Opens an application to share data, as a draft of the caller’s agency. Nobody else sees it until it is submitted. */
  readonly applyForSharing?: Maybe<ActReceipt>;
  /**
   * Takes an incident of the guard one step further, for an agency whose data it is or the one that keeps the log; never by who
   * asked. FALSE_POSITIVE counts once two different persons have said so.
   */
  readonly judgeIncident?: Maybe<ActReceipt>;
  /**
   * Takes an application to share data one step further. It is returned once at most; whoever refuses it says why and on what
   * basis.
   */
  readonly moveSharingApplication?: Maybe<ActReceipt>;
  /** Says whether it was right to break the glass: for the agency whose data was opened, once, and never by who broke it. */
  readonly reviewBreakGlass?: Maybe<ActReceipt>;
};


export type MutationApplyForSharingArgs = {
  key: Scalars['ID']['input'];
  legalBasis: Scalars['String']['input'];
  provider: Scalars['String']['input'];
  purpose: Scalars['String']['input'];
  resource: Scalars['String']['input'];
};


export type MutationJudgeIncidentArgs = {
  id: Scalars['ID']['input'];
  key: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  to: GuardIncidentState;
  version: Scalars['Int']['input'];
};


export type MutationMoveSharingApplicationArgs = {
  id: Scalars['ID']['input'];
  key: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  to: SharingApplicationStatus;
  version: Scalars['Int']['input'];
};


export type MutationReviewBreakGlassArgs = {
  id: Scalars['ID']['input'];
  key: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  verdict: BreakGlassVerdict;
};

/** Where a page ends and whether more follows. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the page's last row, for after. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more rows follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /**
   * What every class of callers that one of the owner’s agreements serves may read of its fields, at this instant. Whoever
   * neither owns the fields nor keeps the log is told of its own classes alone. 150 classes at most.
   */
  readonly accessMatrix?: Maybe<AccessMatrix>;
  /** What is wrong with a draft of an agreement beside those in force, for the agency that owns the data. It is not kept. */
  readonly agreementCheck?: Maybe<AgreementCheck>;
  /**
   * What a draft of an agreement would have changed in answers of a span of 31 days at most: in the place of the other
   * versions of its agreement, for the agency that owns the data. The newest records are read first, 20,000 at most. The draft
   * is not kept.
   */
  readonly agreementImpact?: Maybe<AgreementImpact>;
  /** Sharing agreements that this gateway has loaded, in order of uid and version. */
  readonly agreements?: Maybe<AgreementConnection>;
  /** Alarms, newest first: all of them for the agency that keeps the log, for every other agency those about its own data. */
  readonly alarms?: Maybe<AlarmConnection>;
  /**
   * Uses of a broken glass (紧急调阅), newest first: all of them for the agency that keeps the log, for every other agency
   * those that opened its own data.
   */
  readonly breakGlassUses?: Maybe<BreakGlassUseConnection>;
  /**
   * What was used today of budgets and limits, in order of agreements: all of it for the agency that keeps the log, for
   * every other agency what was used of its own data.
   */
  readonly budgetUse?: Maybe<BudgetUseConnection>;
  /**
   * How many answers and refusals have one thing in common, in a span of 31 days at most: hours in their order, anything else by
   * how many there are, 745 rows at most.
   */
  readonly disclosureCounts?: Maybe<ReadonlyArray<DisclosureCount>>;
  /** One record of the disclosure log by its index. */
  readonly disclosureRecord?: Maybe<DisclosureRecord>;
  /**
   * Records of the disclosure log, newest first: all of them for the agency that keeps the log, for every other agency those
   * that asked for its own data. Reading them is a record too.
   */
  readonly disclosureRecords?: Maybe<DisclosureRecordConnection>;
  /**
   * Records that tell about one vehicle or person, newest first: who looked at it, and why. Records for a case under an
   * investigation hold are left out until the hold ends. Pass the value as a variable: it is hashed at once with the key that
   * the records were hashed with, and neither kept nor recorded. Asking is a record too.
   */
  readonly disclosuresOfSubject?: Maybe<DisclosureRecordConnection>;
  /**
   * Drills of the classification guard (lukou guard drill), newest first: what was brought to each gate, and where it was
   * stopped. They concern the gateway itself, and no agency's data.
   */
  readonly guardDrills?: Maybe<GuardDrillConnection>;
  /**
   * How many incidents there are by gate and state, in a span of 31 days at most: all of them for the agency that keeps the
   * log, for every other agency those that concern its own data.
   */
  readonly guardIncidentCounts?: Maybe<ReadonlyArray<GuardIncidentCount>>;
  /**
   * What the classification guard stopped at its gates, newest first: all of it for the agency that keeps the log, for every
   * other agency what concerns its own data. Nothing of the content is kept.
   */
  readonly guardIncidents?: Maybe<GuardIncidentConnection>;
  /** Every log that this gateway and its siblings write, by name: how long it is, who signs it, and who has seen it. */
  readonly logs?: Maybe<ReadonlyArray<DisclosureLog>>;
  /**
   * Applications to share data (数据共享申请), newest first: all but drafts for the agency that keeps the log, for every other
   * agency those that it makes or gets.
   */
  readonly sharingApplications?: Maybe<SharingApplicationConnection>;
  /**
   * What callers did that is more than the threshold of their role, in a span of 31 days at most; the most first. It is a
   * reason to look, and proves nothing.
   */
  readonly unusualAccess?: Maybe<ReadonlyArray<UnusualAccess>>;
};


export type QueryAccessMatrixArgs = {
  agency?: InputMaybe<Scalars['String']['input']>;
  owner: Scalars['String']['input'];
  typeName?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAgreementCheckArgs = {
  draft: Scalars['String']['input'];
};


export type QueryAgreementImpactArgs = {
  draft: Scalars['String']['input'];
  during: TimeRange;
};


export type QueryAgreementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AgreementFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: AgreementOrder;
};


export type QueryAlarmsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlarmFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: AlarmOrder;
};


export type QueryBreakGlassUsesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BreakGlassUseFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: BreakGlassUseOrder;
};


export type QueryBudgetUseArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<BudgetUseFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: BudgetUseOrder;
};


export type QueryDisclosureCountsArgs = {
  by: DisclosureDimension;
  during: TimeRange;
};


export type QueryDisclosureRecordArgs = {
  index: Scalars['Int']['input'];
  log?: Scalars['String']['input'];
};


export type QueryDisclosureRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DisclosureRecordFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: DisclosureRecordOrder;
};


export type QueryDisclosuresOfSubjectArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  during?: InputMaybe<TimeRange>;
  first?: Scalars['Int']['input'];
  kind: DisclosedSubject;
  value: Scalars['String']['input'];
};


export type QueryGuardDrillsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  orderBy?: GuardDrillOrder;
};


export type QueryGuardIncidentCountsArgs = {
  during: TimeRange;
};


export type QueryGuardIncidentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GuardIncidentFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: GuardIncidentOrder;
};


export type QuerySharingApplicationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SharingApplicationFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: SharingApplicationOrder;
};


export type QueryUnusualAccessArgs = {
  during: TimeRange;
  first?: Scalars['Int']['input'];
  kind: UnusualAccessKind;
};

/** What was decided for one field, and what comes out now. */
export type ReplayedDecision = {
  readonly __typename?: 'ReplayedDecision';
  /** The field: Type.field. */
  readonly coordinate: Scalars['String']['output'];
  /** As the record says it: allow, mask:..., deny:..., or a use of the field and what was decided of it. */
  readonly recorded: Scalars['String']['output'];
  /** The clause that it names: uid@version#clause, or default. */
  readonly recordedRule: Scalars['String']['output'];
  /** As it comes out now. */
  readonly replayed: Scalars['String']['output'];
  /** The clause that decides now. */
  readonly replayedRule: Scalars['String']['output'];
};

/** What an agreement may open rows by. An operand that a type does not list would not be enforced, so it refuses. */
export type RowOperand =
  /** Greatest age of the row. */
  | 'AGE'
  /** Whether the caller's own agency has a part in the row. */
  | 'AGENCY'
  /** Whether the row belongs to the case that the caller states. */
  | 'CASE'
  /** Division prefixes. */
  | 'SPATIAL'
  /** What the recording checkpoint is for (GA/T 1400 TollgateUsage). */
  | 'USAGE';

/** How far a value may be shared. Unknown counts as the highest. Secrecy marks are no level: they may not be online. */
export type Sensitivity =
  | 'INTERNAL'
  | 'PUBLIC'
  | 'RESTRICTED'
  | 'SENSITIVE';

/** What an agreement decides for one field. */
export type SharedField = {
  readonly __typename?: 'SharedField';
  /** The field: Type.field. */
  readonly coordinate: Scalars['String']['output'];
  /** allow, mask or deny. */
  readonly decision: Scalars['String']['output'];
  /** The mask, where there is one. */
  readonly mask?: Maybe<Scalars['String']['output']>;
  /** The clause. */
  readonly rule: Scalars['String']['output'];
};

/** An application to share data (数据共享申请). */
export type SharingApplication = {
  readonly __typename?: 'SharingApplication';
  /** The agency that asks (申请单位). */
  readonly applicant?: Maybe<Scalars['String']['output']>;
  /** Until when it has to leave its state; null where it may stay. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The agency that it goes up to, since it is overdue; null where it is not. */
  readonly escalatedTo?: Maybe<Scalars['String']['output']>;
  /** Identifier, UUID version 7. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** The law or order that it rests on. */
  readonly legalBasis?: Maybe<Scalars['String']['output']>;
  /** When it was written. */
  readonly openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The pseudonym of who wrote it. */
  readonly openedBy?: Maybe<Scalars['String']['output']>;
  /** Whether it should have left its state by now. */
  readonly overdue?: Maybe<Scalars['Boolean']['output']>;
  /** The agency that is asked (提供单位). */
  readonly provider?: Maybe<Scalars['String']['output']>;
  /** What for: a purpose code. */
  readonly purpose?: Maybe<Scalars['String']['output']>;
  /** What is asked for. */
  readonly resource?: Maybe<Scalars['String']['output']>;
  /** Goes up with every step of its loop; the next one has to name it. */
  readonly stateVersion?: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  readonly status?: Maybe<SharingApplicationStatus>;
  /** The steps that it took, in order, with who and why. */
  readonly steps?: Maybe<ReadonlyArray<LoopStep>>;
};

/** A page of applications to share data. */
export type SharingApplicationConnection = {
  readonly __typename?: 'SharingApplicationConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<SharingApplicationEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<SharingApplication>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** An application to share data and its cursor. */
export type SharingApplicationEdge = {
  readonly __typename?: 'SharingApplicationEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: SharingApplication;
};

/** Which applications to share data. */
export type SharingApplicationFilter = {
  /** Made by this agency. */
  readonly applicant?: InputMaybe<Scalars['String']['input']>;
  /** Only those that are overdue, or only those that are not. */
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Made to this agency. */
  readonly provider?: InputMaybe<Scalars['String']['input']>;
  /** In one of these states. */
  readonly statuses?: InputMaybe<ReadonlyArray<SharingApplicationStatus>>;
};

/** Order of applications to share data. */
export type SharingApplicationOrder =
  | 'OPENED_AT_DESC';

/** Where an application to share data stands. */
export type SharingApplicationStatus =
  | 'ACTIVE'
  | 'APPROVED'
  | 'COMPLETE'
  | 'COORDINATED'
  | 'DISPUTED'
  | 'DRAFT'
  | 'EXPIRED'
  | 'PROVIDER_REVIEW'
  | 'PROVISIONED'
  | 'REJECTED'
  | 'RETURNED_ONCE'
  | 'SUBMITTED'
  | 'SUSPENDED'
  | 'TERMINATED';

/** Whom the values of a field name. */
export type SubjectKind =
  /** A person: by name, identity number, telephone number or pseudonym. */
  | 'PERSON'
  /** A vehicle, by its plate. */
  | 'PLATE';

export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * Alarms as they are raised: all of them for the agency that keeps the log, for every other agency those about its own data.
   * Every one comes once and in order, and carries its number in extensions.event: numbers of one agency have no holes.
   */
  readonly alarmRaised?: Maybe<Alarm>;
  /**
   * Applications to share data whose deadline passes, once each: told to the agency that has to take the next step, and to the
   * one that keeps the log.
   */
  readonly sharingApplicationOverdue?: Maybe<SharingApplication>;
};


export type SubscriptionAlarmRaisedArgs = {
  afterNumber?: InputMaybe<Scalars['Int']['input']>;
};


export type SubscriptionSharingApplicationOverdueArgs = {
  afterNumber?: InputMaybe<Scalars['Int']['input']>;
};

/** A span of time: from is included, to is not. */
export type TimeRange = {
  /** First instant of the span. */
  readonly from: Scalars['DateTime']['input'];
  /** First instant after the span. */
  readonly to: Scalars['DateTime']['input'];
};

/** What one caller did that is more than the threshold of its role. */
export type UnusualAccess = {
  readonly __typename?: 'UnusualAccess';
  /** Pseudonym of the caller. */
  readonly actor?: Maybe<Scalars['String']['output']>;
  /** Agency of the caller. */
  readonly agency?: Maybe<Scalars['String']['output']>;
  /** How many there were. */
  readonly counted?: Maybe<Scalars['Int']['output']>;
  /** When it began. */
  readonly from?: Maybe<Scalars['DateTime']['output']>;
  /** By which rule. */
  readonly kind?: Maybe<UnusualAccessKind>;
  /** From how many on it is unusual. */
  readonly least?: Maybe<Scalars['Int']['output']>;
  /** What was counted: ANSWERS, SUBJECTS, DIVISIONS, FIELDS, DAYS, CASES, WITHOUT_CASE or REFUSED. */
  readonly measure?: Maybe<Scalars['String']['output']>;
  /** Ids of the newest records that were counted, 20 at most. */
  readonly recordIds?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Role of the caller. */
  readonly role?: Maybe<CallerRole>;
  /** When it ended. */
  readonly to?: Maybe<Scalars['DateTime']['output']>;
  /** How many are usual for the caller, where that matters; null where it has no past. */
  readonly usual?: Maybe<Scalars['Float']['output']>;
};

/** Rules by which access is unusual. Thresholds: docs/disclosure-log.md. */
export type UnusualAccessKind =
  /** Many subjects, divisions or fields in an hour, against the caller’s own past. */
  | 'BREADTH'
  /** Many answers between 22:00 and 06:00 at +08:00. */
  | 'NIGHT'
  /** The same subject looked up on several days or for several cases. */
  | 'REPEATED_SUBJECT'
  /** Many sensitive answers without a case in a day, or many refusals for purpose or case. */
  | 'VAGUE';

/** Vehicles in the four groups that flow, gantry and checkpoint data can all be counted in. */
export type VehicleGroup =
  /** Large passenger vehicles (大型客车). */
  | 'COACH'
  /** Everything else. */
  | 'OTHER'
  /** Cars and small passenger vehicles. */
  | 'PASSENGER_CAR'
  /** Goods vehicles, trailers and container vehicles. */
  | 'TRUCK';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AccessCell: ResolverTypeWrapper<AccessCell>;
  AccessClass: ResolverTypeWrapper<AccessClass>;
  AccessMatrix: ResolverTypeWrapper<ShownAccess>;
  AccessRow: ResolverTypeWrapper<ShownAccessRow>;
  ActReceipt: ResolverTypeWrapper<ActReceipt>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AdminDivisionCode: ResolverTypeWrapper<Scalars['AdminDivisionCode']['output']>;
  Agreement: ResolverTypeWrapper<AgreementRow>;
  AgreementCheck: ResolverTypeWrapper<AgreementCheck>;
  AgreementConnection: ResolverTypeWrapper<Omit<AgreementConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AgreementEdge']>, nodes: ReadonlyArray<ResolversTypes['Agreement']> }>;
  AgreementEdge: ResolverTypeWrapper<Omit<AgreementEdge, 'node'> & { node: ResolversTypes['Agreement'] }>;
  AgreementFilter: AgreementFilter;
  AgreementImpact: ResolverTypeWrapper<ImpactOfDraft>;
  AgreementOrder: AgreementOrder;
  AgreementSignature: ResolverTypeWrapper<FoundSignature>;
  AgreementSignatureState: AgreementSignatureState;
  AgreementState: AgreementState;
  AgreementSuspension: ResolverTypeWrapper<AgreementSuspension>;
  Alarm: ResolverTypeWrapper<AlarmRow>;
  AlarmConnection: ResolverTypeWrapper<Omit<AlarmConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AlarmEdge']>, nodes: ReadonlyArray<ResolversTypes['Alarm']> }>;
  AlarmEdge: ResolverTypeWrapper<Omit<AlarmEdge, 'node'> & { node: ResolversTypes['Alarm'] }>;
  AlarmFilter: AlarmFilter;
  AlarmKind: AlarmKind;
  AlarmOrder: AlarmOrder;
  BreakGlassReason: BreakGlassReason;
  BreakGlassState: BreakGlassState;
  BreakGlassUse: ResolverTypeWrapper<BreakGlassUseRow>;
  BreakGlassUseConnection: ResolverTypeWrapper<Omit<BreakGlassUseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BreakGlassUseEdge']>, nodes: ReadonlyArray<ResolversTypes['BreakGlassUse']> }>;
  BreakGlassUseEdge: ResolverTypeWrapper<Omit<BreakGlassUseEdge, 'node'> & { node: ResolversTypes['BreakGlassUse'] }>;
  BreakGlassUseFilter: BreakGlassUseFilter;
  BreakGlassUseOrder: BreakGlassUseOrder;
  BreakGlassVerdict: BreakGlassVerdict;
  BudgetUse: ResolverTypeWrapper<BudgetUseRow>;
  BudgetUseConnection: ResolverTypeWrapper<Omit<BudgetUseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['BudgetUseEdge']>, nodes: ReadonlyArray<ResolversTypes['BudgetUse']> }>;
  BudgetUseEdge: ResolverTypeWrapper<Omit<BudgetUseEdge, 'node'> & { node: ResolversTypes['BudgetUse'] }>;
  BudgetUseFilter: BudgetUseFilter;
  BudgetUseOrder: BudgetUseOrder;
  CallerRole: CallerRole;
  Capability: Capability;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecisionImpact: ResolverTypeWrapper<DecisionImpact>;
  DecisionImpactKind: DecisionImpactKind;
  DecisionReplay: ResolverTypeWrapper<DecisionReplay>;
  Direction: Direction;
  DisclosedSubject: DisclosedSubject;
  DisclosureCount: ResolverTypeWrapper<DisclosureCountRow>;
  DisclosureDecision: DisclosureDecision;
  DisclosureDimension: DisclosureDimension;
  DisclosureLog: ResolverTypeWrapper<ShownLog>;
  DisclosureLogKey: ResolverTypeWrapper<DisclosureLogKey>;
  DisclosureLogWitness: ResolverTypeWrapper<DisclosureLogWitness>;
  DisclosureRecord: ResolverTypeWrapper<DisclosureRecordRow>;
  DisclosureRecordConnection: ResolverTypeWrapper<Omit<DisclosureRecordConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DisclosureRecordEdge']>, nodes: ReadonlyArray<ResolversTypes['DisclosureRecord']> }>;
  DisclosureRecordEdge: ResolverTypeWrapper<Omit<DisclosureRecordEdge, 'node'> & { node: ResolversTypes['DisclosureRecord'] }>;
  DisclosureRecordFilter: DisclosureRecordFilter;
  DisclosureRecordOrder: DisclosureRecordOrder;
  DisclosureStage: DisclosureStage;
  FieldDecision: ResolverTypeWrapper<FieldDecision>;
  GeoJSON: ResolverTypeWrapper<Scalars['GeoJSON']['output']>;
  GuardDrill: ResolverTypeWrapper<GuardDrillRow>;
  GuardDrillConnection: ResolverTypeWrapper<Omit<GuardDrillConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['GuardDrillEdge']>, nodes: ReadonlyArray<ResolversTypes['GuardDrill']> }>;
  GuardDrillControl: ResolverTypeWrapper<GuardDrillControl>;
  GuardDrillEdge: ResolverTypeWrapper<Omit<GuardDrillEdge, 'node'> & { node: ResolversTypes['GuardDrill'] }>;
  GuardDrillOrder: GuardDrillOrder;
  GuardDrillStop: ResolverTypeWrapper<GuardDrillStop>;
  GuardDrillWay: GuardDrillWay;
  GuardGate: GuardGate;
  GuardIncident: ResolverTypeWrapper<GuardIncidentRow>;
  GuardIncidentConnection: ResolverTypeWrapper<Omit<GuardIncidentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['GuardIncidentEdge']>, nodes: ReadonlyArray<ResolversTypes['GuardIncident']> }>;
  GuardIncidentCount: ResolverTypeWrapper<GuardIncidentCountRow>;
  GuardIncidentEdge: ResolverTypeWrapper<Omit<GuardIncidentEdge, 'node'> & { node: ResolversTypes['GuardIncident'] }>;
  GuardIncidentFilter: GuardIncidentFilter;
  GuardIncidentOrder: GuardIncidentOrder;
  GuardIncidentState: GuardIncidentState;
  GuardIncidentStep: ResolverTypeWrapper<GuardIncidentStep>;
  InclusionProof: ResolverTypeWrapper<InclusionProof>;
  LoopStep: ResolverTypeWrapper<LoopStep>;
  MonthRange: MonthRange;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlateNo: ResolverTypeWrapper<Scalars['PlateNo']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReplayedDecision: ResolverTypeWrapper<ReplayedDecision>;
  RoadCode: ResolverTypeWrapper<Scalars['RoadCode']['output']>;
  RowOperand: RowOperand;
  Sensitivity: Sensitivity;
  SharedField: ResolverTypeWrapper<SharedFieldRow>;
  SharingApplication: ResolverTypeWrapper<SharingApplicationRow>;
  SharingApplicationConnection: ResolverTypeWrapper<Omit<SharingApplicationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['SharingApplicationEdge']>, nodes: ReadonlyArray<ResolversTypes['SharingApplication']> }>;
  SharingApplicationEdge: ResolverTypeWrapper<Omit<SharingApplicationEdge, 'node'> & { node: ResolversTypes['SharingApplication'] }>;
  SharingApplicationFilter: SharingApplicationFilter;
  SharingApplicationOrder: SharingApplicationOrder;
  SharingApplicationStatus: SharingApplicationStatus;
  StakeMark: ResolverTypeWrapper<Scalars['StakeMark']['output']>;
  SubjectKind: SubjectKind;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TimeRange: TimeRange;
  UnusualAccess: ResolverTypeWrapper<UnusualAccessRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  UnusualAccessKind: UnusualAccessKind;
  VehicleGroup: VehicleGroup;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AccessCell: AccessCell;
  AccessClass: AccessClass;
  AccessMatrix: ShownAccess;
  AccessRow: ShownAccessRow;
  ActReceipt: ActReceipt;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AdminDivisionCode: Scalars['AdminDivisionCode']['output'];
  Agreement: AgreementRow;
  AgreementCheck: AgreementCheck;
  AgreementConnection: Omit<AgreementConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AgreementEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Agreement']> };
  AgreementEdge: Omit<AgreementEdge, 'node'> & { node: ResolversParentTypes['Agreement'] };
  AgreementFilter: AgreementFilter;
  AgreementImpact: ImpactOfDraft;
  AgreementSignature: FoundSignature;
  AgreementSuspension: AgreementSuspension;
  Alarm: AlarmRow;
  AlarmConnection: Omit<AlarmConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AlarmEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Alarm']> };
  AlarmEdge: Omit<AlarmEdge, 'node'> & { node: ResolversParentTypes['Alarm'] };
  AlarmFilter: AlarmFilter;
  BreakGlassUse: BreakGlassUseRow;
  BreakGlassUseConnection: Omit<BreakGlassUseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BreakGlassUseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['BreakGlassUse']> };
  BreakGlassUseEdge: Omit<BreakGlassUseEdge, 'node'> & { node: ResolversParentTypes['BreakGlassUse'] };
  BreakGlassUseFilter: BreakGlassUseFilter;
  BudgetUse: BudgetUseRow;
  BudgetUseConnection: Omit<BudgetUseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['BudgetUseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['BudgetUse']> };
  BudgetUseEdge: Omit<BudgetUseEdge, 'node'> & { node: ResolversParentTypes['BudgetUse'] };
  BudgetUseFilter: BudgetUseFilter;
  DateTime: Scalars['DateTime']['output'];
  DecisionImpact: DecisionImpact;
  DecisionReplay: DecisionReplay;
  DisclosureCount: DisclosureCountRow;
  DisclosureLog: ShownLog;
  DisclosureLogKey: DisclosureLogKey;
  DisclosureLogWitness: DisclosureLogWitness;
  DisclosureRecord: DisclosureRecordRow;
  DisclosureRecordConnection: Omit<DisclosureRecordConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DisclosureRecordEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DisclosureRecord']> };
  DisclosureRecordEdge: Omit<DisclosureRecordEdge, 'node'> & { node: ResolversParentTypes['DisclosureRecord'] };
  DisclosureRecordFilter: DisclosureRecordFilter;
  FieldDecision: FieldDecision;
  GeoJSON: Scalars['GeoJSON']['output'];
  GuardDrill: GuardDrillRow;
  GuardDrillConnection: Omit<GuardDrillConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['GuardDrillEdge']>, nodes: ReadonlyArray<ResolversParentTypes['GuardDrill']> };
  GuardDrillControl: GuardDrillControl;
  GuardDrillEdge: Omit<GuardDrillEdge, 'node'> & { node: ResolversParentTypes['GuardDrill'] };
  GuardDrillStop: GuardDrillStop;
  GuardIncident: GuardIncidentRow;
  GuardIncidentConnection: Omit<GuardIncidentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['GuardIncidentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['GuardIncident']> };
  GuardIncidentCount: GuardIncidentCountRow;
  GuardIncidentEdge: Omit<GuardIncidentEdge, 'node'> & { node: ResolversParentTypes['GuardIncident'] };
  GuardIncidentFilter: GuardIncidentFilter;
  GuardIncidentStep: GuardIncidentStep;
  InclusionProof: InclusionProof;
  LoopStep: LoopStep;
  MonthRange: MonthRange;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PlateNo: Scalars['PlateNo']['output'];
  Query: Record<PropertyKey, never>;
  ReplayedDecision: ReplayedDecision;
  RoadCode: Scalars['RoadCode']['output'];
  SharedField: SharedFieldRow;
  SharingApplication: SharingApplicationRow;
  SharingApplicationConnection: Omit<SharingApplicationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['SharingApplicationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['SharingApplication']> };
  SharingApplicationEdge: Omit<SharingApplicationEdge, 'node'> & { node: ResolversParentTypes['SharingApplication'] };
  SharingApplicationFilter: SharingApplicationFilter;
  StakeMark: Scalars['StakeMark']['output'];
  Subscription: Record<PropertyKey, never>;
  TimeRange: TimeRange;
  UnusualAccess: UnusualAccessRow;
  Float: Scalars['Float']['output'];
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type BacksDirectiveArgs = {
  as?: Capability;
  field: Scalars['String']['input'];
};

export type BacksDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = BacksDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ClassifiedDirectiveArgs = {
  reason: Scalars['String']['input'];
};

export type ClassifiedDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = ClassifiedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type DerivedFromDirectiveArgs = {
  types: ReadonlyArray<Scalars['String']['input']>;
};

export type DerivedFromDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = DerivedFromDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type HiddenDirectiveArgs = { };

export type HiddenDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = HiddenDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OnlyForDirectiveArgs = {
  purpose: Scalars['String']['input'];
};

export type OnlyForDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = OnlyForDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OrderedByDirectiveArgs = {
  bucketed?: Scalars['Boolean']['input'];
  field: Scalars['String']['input'];
};

export type OrderedByDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = OrderedByDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OwnerDirectiveArgs = {
  agency: Scalars['String']['input'];
};

export type OwnerDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = OwnerDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RowScopedDirectiveArgs = {
  by?: ReadonlyArray<RowOperand>;
};

export type RowScopedDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = RowScopedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SensitivityDirectiveArgs = {
  level: Sensitivity;
};

export type SensitivityDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = SensitivityDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StatisticDirectiveArgs = {
  exact?: Scalars['Boolean']['input'];
};

export type StatisticDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = StatisticDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StructureDirectiveArgs = { };

export type StructureDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = StructureDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SubjectDirectiveArgs = {
  kind: SubjectKind;
};

export type SubjectDirectiveResolver<Result, Parent, ContextType = OversightContext, Args = SubjectDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type AccessCellResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AccessCell'] = ResolversParentTypes['AccessCell']> = {
  clause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  example?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AccessClassResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AccessClass'] = ResolversParentTypes['AccessClass']> = {
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  breakGlass?: Resolver<Maybe<ResolversTypes['BreakGlassReason']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['CallerRole'], ParentType, ContextType>;
  withCase?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type AccessMatrixResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AccessMatrix'] = ResolversParentTypes['AccessMatrix']> = {
  classes?: Resolver<ReadonlyArray<ResolversTypes['AccessClass']>, ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['AccessRow']>, ParentType, ContextType>;
};

export type AccessRowResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AccessRow'] = ResolversParentTypes['AccessRow']> = {
  cells?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AccessCell']>>, ParentType, ContextType>;
  coordinate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  example?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sensitivity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  typeName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  valueType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ActReceiptResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['ActReceipt'] = ResolversParentTypes['ActReceipt']> = {
  actedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface AdminDivisionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AdminDivisionCode'], any> {
  name: 'AdminDivisionCode';
}

export type AgreementResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['Agreement'] = ResolversParentTypes['Agreement']> = {
  assignee?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assigner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  loadedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  purposes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  roles?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CallerRole']>>, ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sharedFields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SharedField']>>, ParentType, ContextType>;
  signatures?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AgreementSignature']>>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['AgreementState']>, ParentType, ContextType>;
  suspension?: Resolver<Maybe<ResolversTypes['AgreementSuspension']>, ParentType, ContextType>;
  uid?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AgreementCheckResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AgreementCheck'] = ResolversParentTypes['AgreementCheck']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AgreementConnectionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AgreementConnection'] = ResolversParentTypes['AgreementConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AgreementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Agreement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AgreementEdgeResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AgreementEdge'] = ResolversParentTypes['AgreementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Agreement'], ParentType, ContextType>;
};

export type AgreementImpactResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AgreementImpact'] = ResolversParentTypes['AgreementImpact']> = {
  impacts?: Resolver<ReadonlyArray<ResolversTypes['DecisionImpact']>, ParentType, ContextType>;
  isWhole?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  recordsChanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recordsRead?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AgreementSignatureResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AgreementSignature'] = ResolversParentTypes['AgreementSignature']> = {
  agency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keyId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AgreementSignatureState'], ParentType, ContextType>;
};

export type AgreementSuspensionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AgreementSuspension'] = ResolversParentTypes['AgreementSuspension']> = {
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AlarmResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['Alarm'] = ResolversParentTypes['Alarm']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agreement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  allowed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  breakGlassUse?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  caseReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['AlarmKind']>, ParentType, ContextType>;
  measure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raisedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['BreakGlassReason']>, ParentType, ContextType>;
  used?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AlarmConnectionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AlarmConnection'] = ResolversParentTypes['AlarmConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AlarmEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Alarm']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AlarmEdgeResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['AlarmEdge'] = ResolversParentTypes['AlarmEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Alarm'], ParentType, ContextType>;
};

export type BreakGlassUseResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['BreakGlassUse'] = ResolversParentTypes['BreakGlassUse']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agreement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  answerCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  caseReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['BreakGlassReason']>, ParentType, ContextType>;
  reviewedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  reviewer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['CallerRole']>, ParentType, ContextType>;
  sessionEndsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['BreakGlassState']>, ParentType, ContextType>;
};

export type BreakGlassUseConnectionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['BreakGlassUseConnection'] = ResolversParentTypes['BreakGlassUseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BreakGlassUseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['BreakGlassUse']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BreakGlassUseEdgeResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['BreakGlassUseEdge'] = ResolversParentTypes['BreakGlassUseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BreakGlassUse'], ParentType, ContextType>;
};

export type BudgetUseResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['BudgetUse'] = ResolversParentTypes['BudgetUse']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agreement?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  allowed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  clause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  day?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  measure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  used?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BudgetUseConnectionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['BudgetUseConnection'] = ResolversParentTypes['BudgetUseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['BudgetUseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['BudgetUse']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BudgetUseEdgeResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['BudgetUseEdge'] = ResolversParentTypes['BudgetUseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BudgetUse'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DecisionImpactResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DecisionImpact'] = ResolversParentTypes['DecisionImpact']> = {
  after?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DecisionImpactKind'], ParentType, ContextType>;
  records?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  who?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DecisionReplayResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DecisionReplay'] = ResolversParentTypes['DecisionReplay']> = {
  decisions?: Resolver<ReadonlyArray<ResolversTypes['ReplayedDecision']>, ParentType, ContextType>;
  isIdentical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  policyDigest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedGrantDigest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  replayedGrantDigest?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisclosureCountResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DisclosureCount'] = ResolversParentTypes['DisclosureCount']> = {
  answers?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  refusals?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rows?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DisclosureLogResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DisclosureLog'] = ResolversParentTypes['DisclosureLog']> = {
  bornAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  derivedTo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  head?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keys?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisclosureLogKey']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prunedTo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  quorum?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  waitingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  witnessedSize?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  witnesses?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisclosureLogWitness']>>, ParentType, ContextType>;
  writtenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type DisclosureLogKeyResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DisclosureLogKey'] = ResolversParentTypes['DisclosureLogKey']> = {
  fromSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  vkey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisclosureLogWitnessResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DisclosureLogWitness'] = ResolversParentTypes['DisclosureLogWitness']> = {
  behind?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  seenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  vkey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DisclosureRecordResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DisclosureRecord'] = ResolversParentTypes['DisclosureRecord']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agreements?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  breakGlass?: Resolver<Maybe<ResolversTypes['BreakGlassReason']>, ParentType, ContextType>;
  caseReference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  divisions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  fields?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FieldDecision']>>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  index?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  leaf?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  leafHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  log?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maxSensitivity?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  proof?: Resolver<Maybe<ResolversTypes['InclusionProof']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  replay?: Resolver<Maybe<ResolversTypes['DecisionReplay']>, ParentType, ContextType>;
  resultSha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['CallerRole']>, ParentType, ContextType>;
  rowCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['DisclosureStage']>, ParentType, ContextType>;
  subjectCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DisclosureRecordConnectionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DisclosureRecordConnection'] = ResolversParentTypes['DisclosureRecordConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DisclosureRecordEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DisclosureRecord']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DisclosureRecordEdgeResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['DisclosureRecordEdge'] = ResolversParentTypes['DisclosureRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DisclosureRecord'], ParentType, ContextType>;
};

export type FieldDecisionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['FieldDecision'] = ResolversParentTypes['FieldDecision']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface GeoJsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['GeoJSON'], any> {
  name: 'GeoJSON';
}

export type GuardDrillResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['GuardDrill'] = ResolversParentTypes['GuardDrill']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  controls?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GuardDrillControl']>>, ParentType, ContextType>;
  drilledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  gates?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GuardDrillStop']>>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  index?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  kept?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  log?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  passed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type GuardDrillConnectionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['GuardDrillConnection'] = ResolversParentTypes['GuardDrillConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GuardDrillEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GuardDrill']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GuardDrillControlResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['GuardDrillControl'] = ResolversParentTypes['GuardDrillControl']> = {
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gate?: Resolver<Maybe<ResolversTypes['GuardGate']>, ParentType, ContextType>;
  isPassed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  way?: Resolver<ResolversTypes['GuardDrillWay'], ParentType, ContextType>;
};

export type GuardDrillEdgeResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['GuardDrillEdge'] = ResolversParentTypes['GuardDrillEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GuardDrill'], ParentType, ContextType>;
};

export type GuardDrillStopResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['GuardDrillStop'] = ResolversParentTypes['GuardDrillStop']> = {
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  gate?: Resolver<ResolversTypes['GuardGate'], ParentType, ContextType>;
  isStopped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  way?: Resolver<ResolversTypes['GuardDrillWay'], ParentType, ContextType>;
};

export type GuardIncidentResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['GuardIncident'] = ResolversParentTypes['GuardIncident']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  detectedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  gate?: Resolver<Maybe<ResolversTypes['GuardGate']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  line?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  markHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owners?: Resolver<Maybe<ReadonlyArray<ResolversTypes['String']>>, ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceDigest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sourceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['GuardIncidentState']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GuardIncidentStep']>>, ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GuardIncidentConnectionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['GuardIncidentConnection'] = ResolversParentTypes['GuardIncidentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GuardIncidentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GuardIncident']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GuardIncidentCountResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['GuardIncidentCount'] = ResolversParentTypes['GuardIncidentCount']> = {
  gate?: Resolver<ResolversTypes['GuardGate'], ParentType, ContextType>;
  incidents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['GuardIncidentState'], ParentType, ContextType>;
};

export type GuardIncidentEdgeResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['GuardIncidentEdge'] = ResolversParentTypes['GuardIncidentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GuardIncident'], ParentType, ContextType>;
};

export type GuardIncidentStepResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['GuardIncidentStep'] = ResolversParentTypes['GuardIncidentStep']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['CallerRole']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['GuardIncidentState'], ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type InclusionProofResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['InclusionProof'] = ResolversParentTypes['InclusionProof']> = {
  hashes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  head?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  treeSize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LoopStepResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['LoopStep'] = ResolversParentTypes['LoopStep']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  agency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fromState?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ordinal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  policyVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  takenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  toState?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  applyForSharing?: Resolver<Maybe<ResolversTypes['ActReceipt']>, ParentType, ContextType, RequireFields<MutationApplyForSharingArgs, 'key' | 'legalBasis' | 'provider' | 'purpose' | 'resource'>>;
  judgeIncident?: Resolver<Maybe<ResolversTypes['ActReceipt']>, ParentType, ContextType, RequireFields<MutationJudgeIncidentArgs, 'id' | 'key' | 'note' | 'to' | 'version'>>;
  moveSharingApplication?: Resolver<Maybe<ResolversTypes['ActReceipt']>, ParentType, ContextType, RequireFields<MutationMoveSharingApplicationArgs, 'id' | 'key' | 'note' | 'to' | 'version'>>;
  reviewBreakGlass?: Resolver<Maybe<ResolversTypes['ActReceipt']>, ParentType, ContextType, RequireFields<MutationReviewBreakGlassArgs, 'id' | 'key' | 'note' | 'verdict'>>;
};

export type PageInfoResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface PlateNoScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PlateNo'], any> {
  name: 'PlateNo';
}

export type QueryResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  accessMatrix?: Resolver<Maybe<ResolversTypes['AccessMatrix']>, ParentType, ContextType, RequireFields<QueryAccessMatrixArgs, 'owner'>>;
  agreementCheck?: Resolver<Maybe<ResolversTypes['AgreementCheck']>, ParentType, ContextType, RequireFields<QueryAgreementCheckArgs, 'draft'>>;
  agreementImpact?: Resolver<Maybe<ResolversTypes['AgreementImpact']>, ParentType, ContextType, RequireFields<QueryAgreementImpactArgs, 'draft' | 'during'>>;
  agreements?: Resolver<Maybe<ResolversTypes['AgreementConnection']>, ParentType, ContextType, RequireFields<QueryAgreementsArgs, 'first' | 'orderBy'>>;
  alarms?: Resolver<Maybe<ResolversTypes['AlarmConnection']>, ParentType, ContextType, RequireFields<QueryAlarmsArgs, 'first' | 'orderBy'>>;
  breakGlassUses?: Resolver<Maybe<ResolversTypes['BreakGlassUseConnection']>, ParentType, ContextType, RequireFields<QueryBreakGlassUsesArgs, 'first' | 'orderBy'>>;
  budgetUse?: Resolver<Maybe<ResolversTypes['BudgetUseConnection']>, ParentType, ContextType, RequireFields<QueryBudgetUseArgs, 'first' | 'orderBy'>>;
  disclosureCounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisclosureCount']>>, ParentType, ContextType, RequireFields<QueryDisclosureCountsArgs, 'by' | 'during'>>;
  disclosureRecord?: Resolver<Maybe<ResolversTypes['DisclosureRecord']>, ParentType, ContextType, RequireFields<QueryDisclosureRecordArgs, 'index' | 'log'>>;
  disclosureRecords?: Resolver<Maybe<ResolversTypes['DisclosureRecordConnection']>, ParentType, ContextType, RequireFields<QueryDisclosureRecordsArgs, 'first' | 'orderBy'>>;
  disclosuresOfSubject?: Resolver<Maybe<ResolversTypes['DisclosureRecordConnection']>, ParentType, ContextType, RequireFields<QueryDisclosuresOfSubjectArgs, 'first' | 'kind' | 'value'>>;
  guardDrills?: Resolver<Maybe<ResolversTypes['GuardDrillConnection']>, ParentType, ContextType, RequireFields<QueryGuardDrillsArgs, 'first' | 'orderBy'>>;
  guardIncidentCounts?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GuardIncidentCount']>>, ParentType, ContextType, RequireFields<QueryGuardIncidentCountsArgs, 'during'>>;
  guardIncidents?: Resolver<Maybe<ResolversTypes['GuardIncidentConnection']>, ParentType, ContextType, RequireFields<QueryGuardIncidentsArgs, 'first' | 'orderBy'>>;
  logs?: Resolver<Maybe<ReadonlyArray<ResolversTypes['DisclosureLog']>>, ParentType, ContextType>;
  sharingApplications?: Resolver<Maybe<ResolversTypes['SharingApplicationConnection']>, ParentType, ContextType, RequireFields<QuerySharingApplicationsArgs, 'first' | 'orderBy'>>;
  unusualAccess?: Resolver<Maybe<ReadonlyArray<ResolversTypes['UnusualAccess']>>, ParentType, ContextType, RequireFields<QueryUnusualAccessArgs, 'during' | 'first' | 'kind'>>;
};

export type ReplayedDecisionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['ReplayedDecision'] = ResolversParentTypes['ReplayedDecision']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recorded?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedRule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  replayedRule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface RoadCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RoadCode'], any> {
  name: 'RoadCode';
}

export type SharedFieldResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['SharedField'] = ResolversParentTypes['SharedField']> = {
  coordinate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mask?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SharingApplicationResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['SharingApplication'] = ResolversParentTypes['SharingApplication']> = {
  applicant?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  escalatedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  stateVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['SharingApplicationStatus']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoopStep']>>, ParentType, ContextType>;
};

export type SharingApplicationConnectionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['SharingApplicationConnection'] = ResolversParentTypes['SharingApplicationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SharingApplicationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['SharingApplication']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SharingApplicationEdgeResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['SharingApplicationEdge'] = ResolversParentTypes['SharingApplicationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SharingApplication'], ParentType, ContextType>;
};

export interface StakeMarkScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['StakeMark'], any> {
  name: 'StakeMark';
}

export type SubscriptionResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  alarmRaised?: SubscriptionResolver<Maybe<ResolversTypes['Alarm']>, "alarmRaised", ParentType, ContextType, Partial<SubscriptionAlarmRaisedArgs>>;
  sharingApplicationOverdue?: SubscriptionResolver<Maybe<ResolversTypes['SharingApplication']>, "sharingApplicationOverdue", ParentType, ContextType, Partial<SubscriptionSharingApplicationOverdueArgs>>;
};

export type UnusualAccessResolvers<ContextType = OversightContext, ParentType extends ResolversParentTypes['UnusualAccess'] = ResolversParentTypes['UnusualAccess']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  agency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  counted?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['UnusualAccessKind']>, ParentType, ContextType>;
  least?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  measure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordIds?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ID']>>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['CallerRole']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  usual?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = OversightContext> = {
  AccessCell?: AccessCellResolvers<ContextType>;
  AccessClass?: AccessClassResolvers<ContextType>;
  AccessMatrix?: AccessMatrixResolvers<ContextType>;
  AccessRow?: AccessRowResolvers<ContextType>;
  ActReceipt?: ActReceiptResolvers<ContextType>;
  AdminDivisionCode?: GraphQLScalarType;
  Agreement?: AgreementResolvers<ContextType>;
  AgreementCheck?: AgreementCheckResolvers<ContextType>;
  AgreementConnection?: AgreementConnectionResolvers<ContextType>;
  AgreementEdge?: AgreementEdgeResolvers<ContextType>;
  AgreementImpact?: AgreementImpactResolvers<ContextType>;
  AgreementSignature?: AgreementSignatureResolvers<ContextType>;
  AgreementSuspension?: AgreementSuspensionResolvers<ContextType>;
  Alarm?: AlarmResolvers<ContextType>;
  AlarmConnection?: AlarmConnectionResolvers<ContextType>;
  AlarmEdge?: AlarmEdgeResolvers<ContextType>;
  BreakGlassUse?: BreakGlassUseResolvers<ContextType>;
  BreakGlassUseConnection?: BreakGlassUseConnectionResolvers<ContextType>;
  BreakGlassUseEdge?: BreakGlassUseEdgeResolvers<ContextType>;
  BudgetUse?: BudgetUseResolvers<ContextType>;
  BudgetUseConnection?: BudgetUseConnectionResolvers<ContextType>;
  BudgetUseEdge?: BudgetUseEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DecisionImpact?: DecisionImpactResolvers<ContextType>;
  DecisionReplay?: DecisionReplayResolvers<ContextType>;
  DisclosureCount?: DisclosureCountResolvers<ContextType>;
  DisclosureLog?: DisclosureLogResolvers<ContextType>;
  DisclosureLogKey?: DisclosureLogKeyResolvers<ContextType>;
  DisclosureLogWitness?: DisclosureLogWitnessResolvers<ContextType>;
  DisclosureRecord?: DisclosureRecordResolvers<ContextType>;
  DisclosureRecordConnection?: DisclosureRecordConnectionResolvers<ContextType>;
  DisclosureRecordEdge?: DisclosureRecordEdgeResolvers<ContextType>;
  FieldDecision?: FieldDecisionResolvers<ContextType>;
  GeoJSON?: GraphQLScalarType;
  GuardDrill?: GuardDrillResolvers<ContextType>;
  GuardDrillConnection?: GuardDrillConnectionResolvers<ContextType>;
  GuardDrillControl?: GuardDrillControlResolvers<ContextType>;
  GuardDrillEdge?: GuardDrillEdgeResolvers<ContextType>;
  GuardDrillStop?: GuardDrillStopResolvers<ContextType>;
  GuardIncident?: GuardIncidentResolvers<ContextType>;
  GuardIncidentConnection?: GuardIncidentConnectionResolvers<ContextType>;
  GuardIncidentCount?: GuardIncidentCountResolvers<ContextType>;
  GuardIncidentEdge?: GuardIncidentEdgeResolvers<ContextType>;
  GuardIncidentStep?: GuardIncidentStepResolvers<ContextType>;
  InclusionProof?: InclusionProofResolvers<ContextType>;
  LoopStep?: LoopStepResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlateNo?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  ReplayedDecision?: ReplayedDecisionResolvers<ContextType>;
  RoadCode?: GraphQLScalarType;
  SharedField?: SharedFieldResolvers<ContextType>;
  SharingApplication?: SharingApplicationResolvers<ContextType>;
  SharingApplicationConnection?: SharingApplicationConnectionResolvers<ContextType>;
  SharingApplicationEdge?: SharingApplicationEdgeResolvers<ContextType>;
  StakeMark?: GraphQLScalarType;
  Subscription?: SubscriptionResolvers<ContextType>;
  UnusualAccess?: UnusualAccessResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = OversightContext> = {
  backs?: BacksDirectiveResolver<any, any, ContextType>;
  classified?: ClassifiedDirectiveResolver<any, any, ContextType>;
  derivedFrom?: DerivedFromDirectiveResolver<any, any, ContextType>;
  hidden?: HiddenDirectiveResolver<any, any, ContextType>;
  onlyFor?: OnlyForDirectiveResolver<any, any, ContextType>;
  orderedBy?: OrderedByDirectiveResolver<any, any, ContextType>;
  owner?: OwnerDirectiveResolver<any, any, ContextType>;
  rowScoped?: RowScopedDirectiveResolver<any, any, ContextType>;
  sensitivity?: SensitivityDirectiveResolver<any, any, ContextType>;
  statistic?: StatisticDirectiveResolver<any, any, ContextType>;
  structure?: StructureDirectiveResolver<any, any, ContextType>;
  subject?: SubjectDirectiveResolver<any, any, ContextType>;
};
