/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Administrative class of a road (行政等级): the letter of its code. */
export type AdminClass =
  | 'COUNTY'
  | 'NATIONAL'
  | 'PROVINCIAL'
  | 'SPECIAL'
  | 'TOWNSHIP'
  | 'VILLAGE';

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

/** Which alarms. */
export type AlarmFilter = {
  /** Asked by people of this agency. */
  readonly agency?: string | null | undefined;
  /** Raised in this span. */
  readonly during?: TimeRange | null | undefined;
  /** Raised for this. */
  readonly kind?: AlarmKind | null | undefined;
  /** About this agency’s data. */
  readonly owner?: string | null | undefined;
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

/** Which uses of a broken glass. */
export type BreakGlassUseFilter = {
  /** By people of this agency. */
  readonly agency?: string | null | undefined;
  /** This one. */
  readonly id?: string | null | undefined;
  /** Only those that are overdue, or only those that are not. */
  readonly overdue?: boolean | null | undefined;
  /** That opened this agency's data. */
  readonly owner?: string | null | undefined;
  /** With this outcome of the review. */
  readonly state?: BreakGlassState | null | undefined;
};

/** What a review of a broken glass may find. */
export type BreakGlassVerdict =
  /** It was right to break the glass. */
  | 'JUSTIFIED'
  /** It was not. */
  | 'UNJUSTIFIED';

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

/** What a checkpoint watches (GA/T 1400 TollgateCat). */
export type CheckpointCategory =
  | 'COUNTY'
  | 'INTERNATIONAL'
  | 'INTER_CITY'
  | 'INTER_COUNTY'
  | 'INTER_PROVINCE'
  | 'OTHER'
  | 'URBAN';

/** Which checkpoints. */
export type CheckpointFilter = {
  /** In divisions whose code begins with this one's level. */
  readonly divisionCode?: string | null | undefined;
  /** On roads with one of these route numbers. */
  readonly roadCodes?: ReadonlyArray<string> | null | undefined;
  /** On one of these segments. */
  readonly segmentIds?: ReadonlyArray<string> | null | undefined;
  /** That recorded no vehicle for a while. */
  readonly silent?: SilentFilter | null | undefined;
  /** In one of these states. */
  readonly statuses?: ReadonlyArray<CheckpointStatus> | null | undefined;
};

/** Whether a checkpoint works (GA/T 1400 Status). */
export type CheckpointStatus =
  /** Code 2. */
  | 'DISABLED'
  /** Code 1. */
  | 'NORMAL'
  /** Code 9. */
  | 'OTHER';

/** What a checkpoint is for (GA/T 1400 TollgateUsage). */
export type CheckpointUsage =
  /** Code 82. */
  | 'OTHER'
  /** Code 80, 治安卡口. */
  | 'PUBLIC_SECURITY'
  /** Code 81, 交通卡口. */
  | 'TRAFFIC';

/** Who may be told of an event (DATEX II). */
export type Confidentiality =
  /** The operator of the roads only. */
  | 'INTERNAL_USE'
  /** Everybody. */
  | 'NO_RESTRICTION'
  /** Agencies, not the public. */
  | 'RESTRICTED_TO_AUTHORITIES';

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

/** Which records. */
export type DisclosureRecordFilter = {
  /** Of callers of this agency. */
  readonly agency?: string | null | undefined;
  /** That rest on this agreement: its uid, or uid@version. */
  readonly agreement?: string | null | undefined;
  /** Only records of a broken glass, or only others. */
  readonly breakGlass?: boolean | null | undefined;
  /** Of this caller: a pseudonym. */
  readonly caller?: string | null | undefined;
  /** For this case. */
  readonly caseReference?: string | null | undefined;
  /** With this outcome. */
  readonly code?: string | null | undefined;
  /** That asked for this field: Type.field. */
  readonly coordinate?: string | null | undefined;
  /** In which a field was decided so; with coordinate, that field. */
  readonly decision?: DisclosureDecision | null | undefined;
  /** For which rows of this division were open. */
  readonly division?: string | null | undefined;
  /** Written in this span. */
  readonly during?: TimeRange | null | undefined;
  /** Only records with a case reference, or only without. */
  readonly hasCaseReference?: boolean | null | undefined;
  /** In this log. */
  readonly log?: string | null | undefined;
  /** With this purpose. */
  readonly purpose?: string | null | undefined;
  /** Of callers with this role. */
  readonly role?: CallerRole | null | undefined;
  /** With this stage. */
  readonly stage?: DisclosureStage | null | undefined;
};

/** What a record records. */
export type DisclosureStage =
  | 'ADMIN'
  | 'DENY'
  | 'ERROR'
  | 'INTENT'
  | 'RELEASE';

/** Which gantries. */
export type GantryFilter = {
  /** In divisions whose code begins with this one's level. */
  readonly divisionCode?: string | null | undefined;
  /** On one of these segments. */
  readonly segmentIds?: ReadonlyArray<string> | null | undefined;
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

/** Which incidents. */
export type GuardIncidentFilter = {
  /** Stopped in this span. */
  readonly during?: TimeRange | null | undefined;
  /** At this gate. */
  readonly gate?: GuardGate | null | undefined;
  /** This one. */
  readonly id?: string | null | undefined;
  /** That concern data of this agency. */
  readonly owner?: string | null | undefined;
  /** By this rule of the guard. */
  readonly rule?: string | null | undefined;
  /** In this state. */
  readonly state?: GuardIncidentState | null | undefined;
};

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

/** Whether an event is real. */
export type InformationStatus =
  | 'REAL'
  | 'SECURITY_EXERCISE'
  | 'TECHNICAL_EXERCISE'
  | 'TEST';

/** Cause of a road event. */
export type RoadEventCause =
  | 'ACCIDENT_DISASTER'
  | 'NATURAL_DISASTER'
  | 'PLANNED_EVENT'
  | 'PLANNED_MAINTENANCE'
  | 'PUBLIC_HEALTH'
  | 'SOCIAL_SECURITY';

/** Which road events. */
export type RoadEventFilter = {
  /** In divisions whose code begins with this one's level. */
  readonly divisionCode?: string | null | undefined;
  /** That began in this span. */
  readonly during?: TimeRange | null | undefined;
  /** Of one of these kinds. */
  readonly eventKinds?: ReadonlyArray<RoadEventKind> | null | undefined;
  /** With a detour that is open all the way now, and of this grade or a better one. */
  readonly openDetour?: TechnicalGrade | null | undefined;
  /** Only those that are overdue, or only those that are not. */
  readonly overdue?: boolean | null | undefined;
  /** On one of these roads. */
  readonly roadCodes?: ReadonlyArray<string> | null | undefined;
  /** In one of these states. */
  readonly statuses?: ReadonlyArray<RoadEventStatus> | null | undefined;
  /** With this surface condition. */
  readonly surfaceCondition?: SurfaceCondition | null | undefined;
};

/** Kind of a road event. */
export type RoadEventKind =
  | 'ABNORMAL_TRAFFIC'
  | 'ACCIDENT'
  | 'CLOSURE'
  | 'OBSTRUCTION'
  | 'PUBLIC_EVENT'
  | 'ROADWORKS'
  | 'WEATHER_ROAD_CONDITION';

/** Where a road event stands in its life: the first five for planned events, the others for sudden ones. */
export type RoadEventStatus =
  | 'ACTIVE'
  | 'CANCELLED'
  | 'CLEARED'
  | 'COMPLETED'
  | 'FALSE_ALARM'
  | 'PENDING'
  | 'PLANNED'
  | 'REPORTED'
  | 'VERIFIED';

/** Which road segments. */
export type RoadSegmentFilter = {
  /** In divisions whose code begins with this one's level: 150700 opens the whole prefecture. */
  readonly divisionCode?: string | null | undefined;
  /** Only low-grade segments, or only others. */
  readonly lowGrade?: boolean | null | undefined;
  /** Only segments with at least this annual average daily traffic. */
  readonly minAadt?: number | null | undefined;
  /** On roads with one of these route numbers. */
  readonly roadCodes?: ReadonlyArray<string> | null | undefined;
  /** Of one of these grades. */
  readonly technicalGrades?: ReadonlyArray<TechnicalGrade> | null | undefined;
};

/** No vehicle for some hours before an instant. */
export type SilentFilter = {
  /** The instant. */
  readonly at: string;
  /** Hours before it, 1 to 168. */
  readonly hours: number;
};

/** State of a road's surface. */
export type SurfaceCondition =
  | 'BLACK_ICE'
  | 'CLOSED_PERMANENTLY_FOR_THE_WINTER'
  | 'DRY'
  | 'FRESH_SNOW'
  | 'PACKED_SNOW'
  | 'SNOW_DRIFTS'
  | 'WET';

/** Technical grade of a road (技术等级, JTG B01). */
export type TechnicalGrade =
  | 'CLASS_1'
  | 'CLASS_2'
  | 'CLASS_3'
  | 'CLASS_4'
  | 'EXPRESSWAY'
  | 'SUBSTANDARD';

/** A span of time: from is included, to is not. */
export type TimeRange = {
  /** First instant of the span. */
  readonly from: string;
  /** First instant after the span. */
  readonly to: string;
};

/** What an event does to traffic. */
export type VehicleImpact =
  | 'ALL_LANES_CLOSED'
  | 'ALL_LANES_OPEN'
  | 'ALTERNATING_ONE_WAY'
  | 'SOME_LANES_CLOSED'
  | 'UNKNOWN';

export type AccessMatrixQueryVariables = Exact<{
  owner: string;
  agency?: string | null | undefined;
}>;


export type AccessMatrixQuery = { readonly accessMatrix: { readonly classes: ReadonlyArray<{ readonly agency: string | null, readonly role: CallerRole, readonly purpose: string | null, readonly withCase: boolean, readonly breakGlass: BreakGlassReason | null }>, readonly rows: ReadonlyArray<{ readonly coordinate: string | null, readonly typeName: string | null, readonly sensitivity: string | null, readonly example: string | null, readonly cells: ReadonlyArray<{ readonly decision: string, readonly code: string, readonly clause: string | null, readonly example: string | null }> | null }> } | null, readonly agreements: { readonly nodes: ReadonlyArray<{ readonly assigner: string | null, readonly assignee: string | null }> } | null };

export type AgreementListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type AgreementListQuery = { readonly agreements: { readonly nodes: ReadonlyArray<{ readonly uid: string | null, readonly version: number | null, readonly assigner: string | null, readonly assignee: string | null, readonly roles: ReadonlyArray<CallerRole> | null, readonly purposes: ReadonlyArray<string> | null, readonly legalBasis: string | null, readonly validFrom: string | null, readonly validUntil: string | null, readonly state: AgreementState | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type AgreementVersionsQueryVariables = Exact<{
  uid: string;
}>;


export type AgreementVersionsQuery = { readonly agreements: { readonly nodes: ReadonlyArray<{ readonly uid: string | null, readonly version: number | null, readonly sha256: string | null, readonly assigner: string | null, readonly assignee: string | null, readonly roles: ReadonlyArray<CallerRole> | null, readonly purposes: ReadonlyArray<string> | null, readonly legalBasis: string | null, readonly validFrom: string | null, readonly validUntil: string | null, readonly state: AgreementState | null, readonly loadedAt: string | null, readonly document: string | null, readonly suspension: { readonly from: string, readonly by: string, readonly reason: string } | null, readonly signatures: ReadonlyArray<{ readonly agency: string, readonly keyId: string | null, readonly state: AgreementSignatureState }> | null }> } | null };

export type AlarmListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: AlarmFilter | null | undefined;
}>;


export type AlarmListQuery = { readonly alarms: { readonly nodes: ReadonlyArray<{ readonly id: string | null, readonly raisedAt: string | null, readonly kind: AlarmKind | null, readonly owner: string | null, readonly agency: string | null, readonly actor: string | null, readonly agreement: string | null, readonly clause: string | null, readonly measure: string | null, readonly used: number | null, readonly allowed: number | null, readonly caseReference: string | null, readonly reason: BreakGlassReason | null, readonly breakGlassUse: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type AlarmRaisedSubscriptionVariables = Exact<{
  afterNumber?: number | null | undefined;
}>;


export type AlarmRaisedSubscription = { readonly alarmRaised: { readonly id: string | null, readonly raisedAt: string | null, readonly kind: AlarmKind | null, readonly owner: string | null, readonly agency: string | null, readonly actor: string | null, readonly agreement: string | null, readonly clause: string | null, readonly measure: string | null, readonly used: number | null, readonly allowed: number | null, readonly caseReference: string | null, readonly reason: BreakGlassReason | null, readonly breakGlassUse: string | null } | null };

export type ListedAlarmFragment = { readonly id: string | null, readonly raisedAt: string | null, readonly kind: AlarmKind | null, readonly owner: string | null, readonly agency: string | null, readonly actor: string | null, readonly agreement: string | null, readonly clause: string | null, readonly measure: string | null, readonly used: number | null, readonly allowed: number | null, readonly caseReference: string | null, readonly reason: BreakGlassReason | null, readonly breakGlassUse: string | null };

export type BrokenGlassesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: BreakGlassUseFilter | null | undefined;
}>;


export type BrokenGlassesQuery = { readonly breakGlassUses: { readonly nodes: ReadonlyArray<{ readonly id: string | null, readonly owner: string | null, readonly agency: string | null, readonly role: CallerRole | null, readonly actor: string | null, readonly agreement: string | null, readonly reason: BreakGlassReason | null, readonly purpose: string | null, readonly caseReference: string | null, readonly openedAt: string | null, readonly sessionEndsAt: string | null, readonly dueAt: string | null, readonly state: BreakGlassState | null, readonly overdue: boolean | null, readonly answerCount: number | null, readonly fields: ReadonlyArray<string> | null, readonly reviewedAt: string | null, readonly reviewer: string | null, readonly note: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type ReviewBrokenGlassMutationVariables = Exact<{
  id: string;
  verdict: BreakGlassVerdict;
  note: string;
  key: string;
}>;


export type ReviewBrokenGlassMutation = { readonly reviewBreakGlass: { readonly state: string, readonly log: string, readonly index: number } | null };

export type DisclosureListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: DisclosureRecordFilter | null | undefined;
}>;


export type DisclosureListQuery = { readonly disclosureRecords: { readonly nodes: ReadonlyArray<{ readonly log: string | null, readonly index: number | null, readonly recordedAt: string | null, readonly stage: DisclosureStage | null, readonly agency: string | null, readonly role: CallerRole | null, readonly actor: string | null, readonly purpose: string | null, readonly caseReference: string | null, readonly code: string | null, readonly rowCount: number | null, readonly subjectCount: number | null, readonly breakGlass: BreakGlassReason | null, readonly agreements: ReadonlyArray<string> | null, readonly fields: ReadonlyArray<{ readonly coordinate: string, readonly decision: string }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type CheckDraftQueryVariables = Exact<{
  draft: string;
}>;


export type CheckDraftQuery = { readonly agreementCheck: { readonly name: string | null, readonly sha256: string | null, readonly problems: ReadonlyArray<string> } | null };

export type DraftImpactQueryVariables = Exact<{
  draft: string;
  during: TimeRange;
}>;


export type DraftImpactQuery = { readonly agreementImpact: { readonly problems: ReadonlyArray<string>, readonly recordsRead: number, readonly recordsChanged: number, readonly isWhole: boolean, readonly impacts: ReadonlyArray<{ readonly who: string, readonly coordinate: string, readonly before: string, readonly after: string, readonly kind: DecisionImpactKind, readonly records: number }> } | null };

export type ExplainOperationQueryVariables = Exact<{
  operation: string;
  operationName?: string | null | undefined;
  variables?: string | null | undefined;
  withCase: boolean;
}>;


export type ExplainOperationQuery = { readonly explain: { readonly fields: ReadonlyArray<{ readonly path: string, readonly coordinate: string, readonly decision: string, readonly code: string, readonly clause: string | null, readonly explainId: string, readonly openedBy: ReadonlyArray<{ readonly purpose: string, readonly withCase: boolean }> }> } };

export type GuardIncidentsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: GuardIncidentFilter | null | undefined;
}>;


export type GuardIncidentsQuery = { readonly guardIncidents: { readonly nodes: ReadonlyArray<{ readonly id: string | null, readonly detectedAt: string | null, readonly gate: GuardGate | null, readonly rule: string | null, readonly sourceName: string | null, readonly sourceDigest: string | null, readonly line: number | null, readonly markHash: string | null, readonly owners: ReadonlyArray<string> | null, readonly actor: string | null, readonly agency: string | null, readonly requestId: string | null, readonly state: GuardIncidentState | null, readonly version: number | null, readonly steps: ReadonlyArray<{ readonly state: GuardIncidentState, readonly takenAt: string, readonly actor: string, readonly agency: string | null, readonly role: CallerRole | null, readonly note: string | null }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type GuardDrillsQueryVariables = Exact<{
  first: number;
}>;


export type GuardDrillsQuery = { readonly guardDrills: { readonly nodes: ReadonlyArray<{ readonly id: string | null, readonly drilledAt: string | null, readonly actor: string | null, readonly agency: string | null, readonly passed: boolean | null, readonly kept: ReadonlyArray<string> | null, readonly log: string | null, readonly index: number | null, readonly gates: ReadonlyArray<{ readonly gate: GuardGate, readonly way: GuardDrillWay, readonly isStopped: boolean, readonly by: string }> | null, readonly controls: ReadonlyArray<{ readonly gate: GuardGate | null, readonly way: GuardDrillWay, readonly isPassed: boolean, readonly by: string }> | null }> } | null };

export type JudgeIncidentMutationVariables = Exact<{
  id: string;
  to: GuardIncidentState;
  version: number;
  note: string;
  key: string;
}>;


export type JudgeIncidentMutation = { readonly judgeIncident: { readonly state: string, readonly version: number, readonly log: string, readonly index: number } | null };

export type LogsToVerifyQueryVariables = Exact<{ [key: string]: never; }>;


export type LogsToVerifyQuery = { readonly logs: ReadonlyArray<{ readonly name: string | null, readonly origin: string | null, readonly size: number | null, readonly head: string | null, readonly writtenAt: string | null, readonly derivedTo: number | null, readonly waitingSince: string | null, readonly closedAt: string | null, readonly prunedTo: number | null, readonly keys: ReadonlyArray<{ readonly vkey: string }> | null, readonly witnesses: ReadonlyArray<{ readonly vkey: string }> | null }> | null };

export type NewestRecordQueryVariables = Exact<{
  log: string;
  index: number;
}>;


export type NewestRecordQuery = { readonly disclosureRecord: { readonly index: number | null, readonly recordedAt: string | null, readonly leafHash: string | null, readonly leaf: string | null, readonly origin: string | null, readonly proof: { readonly index: number, readonly treeSize: number, readonly hashes: ReadonlyArray<string>, readonly head: string } | null } | null };

export type MapDivisionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MapDivisionsQuery = { readonly adminDivisions: { readonly nodes: ReadonlyArray<{ readonly code: string, readonly name: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MapSegmentsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: RoadSegmentFilter | null | undefined;
}>;


export type MapSegmentsQuery = { readonly roadSegments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly roadCode: string | null, readonly roadName: string | null, readonly technicalGrade: TechnicalGrade | null, readonly startStakeM: number | null, readonly endStakeM: number | null, readonly aadt: number | null, readonly geometry: Readonly<Record<string, unknown>> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MapGantriesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: GantryFilter | null | undefined;
}>;


export type MapGantriesQuery = { readonly gantries: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly divisionCode: string | null, readonly direction: Direction | null, readonly location: Readonly<Record<string, unknown>> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MapCheckpointsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: CheckpointFilter | null | undefined;
}>;


export type MapCheckpointsQuery = { readonly checkpoints: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string | null, readonly divisionCode: string | null, readonly status: CheckpointStatus | null, readonly usage: CheckpointUsage | null, readonly location: Readonly<Record<string, unknown>> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MapEventsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: RoadEventFilter | null | undefined;
}>;


export type MapEventsQuery = { readonly roadEvents: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly eventKind: RoadEventKind | null, readonly status: RoadEventStatus | null, readonly roadCode: string | null, readonly startStakeM: number | null, readonly informationStatus: InformationStatus | null, readonly validFrom: string | null, readonly validTo: string | null, readonly segment: { readonly id: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type MapSegmentQueryVariables = Exact<{
  id: string;
}>;


export type MapSegmentQuery = { readonly roadSegment: { readonly roadCode: string | null, readonly roadName: string | null, readonly adminClass: AdminClass | null, readonly technicalGrade: TechnicalGrade | null, readonly direction: Direction | null, readonly startStakeM: number | null, readonly endStakeM: number | null, readonly lengthKm: number | null, readonly laneCount: number | null, readonly pavementWidthM: number | null, readonly designSpeedKph: number | null, readonly surfaceType: string | null, readonly builtYear: number | null, readonly isTolled: boolean | null, readonly maintainer: string | null, readonly aadt: number | null, readonly nightFlow: number | null, readonly division: { readonly code: string, readonly name: string | null } | null } | null };

export type MapGantryQueryVariables = Exact<{
  id: string;
}>;


export type MapGantryQuery = { readonly gantry: { readonly name: string | null, readonly gantryHex: string | null, readonly orderNum: number | null, readonly divisionCode: string | null, readonly direction: Direction | null, readonly stakeM: number | null, readonly location: Readonly<Record<string, unknown>> | null, readonly segment: { readonly id: string, readonly roadName: string | null } | null, readonly checkpoint: { readonly id: string, readonly name: string | null } | null } | null };

export type MapCheckpointQueryVariables = Exact<{
  id: string;
}>;


export type MapCheckpointQuery = { readonly checkpoint: { readonly checkpointId: string | null, readonly name: string | null, readonly divisionCode: string | null, readonly orgCode: string | null, readonly status: CheckpointStatus | null, readonly category: CheckpointCategory | null, readonly usage: CheckpointUsage | null, readonly isEnforcement: boolean | null, readonly policeRoadCode: string | null, readonly policeKm: number | null, readonly policeM: number | null, readonly direction: Direction | null, readonly location: Readonly<Record<string, unknown>> | null, readonly segment: { readonly id: string, readonly roadName: string | null } | null, readonly lanes: ReadonlyArray<{ readonly laneNo: number | null, readonly direction: Direction | null, readonly maxSpeedKph: number | null }> | null } | null };

export type MapEventQueryVariables = Exact<{
  id: string;
}>;


export type MapEventQuery = { readonly roadEvent: { readonly eventKind: RoadEventKind | null, readonly cause: RoadEventCause | null, readonly status: RoadEventStatus | null, readonly roadCode: string | null, readonly roadName: string | null, readonly divisionCode: string | null, readonly startStakeM: number | null, readonly endStakeM: number | null, readonly direction: Direction | null, readonly vehicleImpact: VehicleImpact | null, readonly surfaceCondition: SurfaceCondition | null, readonly informationStatus: InformationStatus | null, readonly confidentiality: Confidentiality | null, readonly placeText: string | null, readonly description: string | null, readonly validFrom: string | null, readonly validTo: string | null, readonly deaths: number | null, readonly injuries: number | null, readonly propertyLossYuan: number | null, readonly measures: string | null, readonly overdue: boolean | null, readonly segment: { readonly id: string, readonly roadName: string | null } | null, readonly detour: { readonly description: string | null, readonly lowestGrade: TechnicalGrade | null, readonly isOpen: boolean | null } | null } | null };

export type MapMaskQueryVariables = Exact<{
  operation: string;
  withCase: boolean;
}>;


export type MapMaskQuery = { readonly explain: { readonly fields: ReadonlyArray<{ readonly path: string, readonly decision: string }> } };

export type OverviewQueryVariables = Exact<{
  during: TimeRange;
}>;


export type OverviewQuery = { readonly hours: ReadonlyArray<{ readonly key: string | null, readonly answers: number | null, readonly refusals: number | null }> | null, readonly agencies: ReadonlyArray<{ readonly key: string | null, readonly answers: number | null, readonly refusals: number | null }> | null, readonly purposes: ReadonlyArray<{ readonly key: string | null, readonly answers: number | null, readonly refusals: number | null }> | null, readonly fields: ReadonlyArray<{ readonly key: string | null, readonly answers: number | null, readonly refusals: number | null }> | null, readonly denials: ReadonlyArray<{ readonly key: string | null, readonly answers: number | null, readonly refusals: number | null }> | null, readonly logs: ReadonlyArray<{ readonly name: string | null, readonly size: number | null, readonly writtenAt: string | null, readonly closedAt: string | null, readonly prunedTo: number | null, readonly quorum: number | null, readonly witnessedSize: number | null, readonly witnesses: ReadonlyArray<{ readonly name: string, readonly size: number, readonly seenAt: string | null, readonly behind: number }> | null }> | null, readonly guardIncidentCounts: ReadonlyArray<{ readonly gate: GuardGate, readonly state: GuardIncidentState, readonly incidents: number }> | null, readonly budgetUse: { readonly nodes: ReadonlyArray<{ readonly agreement: string | null, readonly clause: string | null, readonly agency: string | null, readonly actor: string | null, readonly measure: string | null, readonly used: number | null, readonly allowed: number | null }> } | null };

export type ShownRecordQueryVariables = Exact<{
  log: string;
  index: number;
}>;


export type ShownRecordQuery = { readonly disclosureRecord: { readonly index: number | null, readonly log: string | null, readonly id: string | null, readonly recordedAt: string | null, readonly stage: DisclosureStage | null, readonly agency: string | null, readonly role: CallerRole | null, readonly actor: string | null, readonly purpose: string | null, readonly caseReference: string | null, readonly operationName: string | null, readonly code: string | null, readonly rowCount: number | null, readonly subjectCount: number | null, readonly divisions: ReadonlyArray<string> | null, readonly maxSensitivity: string | null, readonly breakGlass: BreakGlassReason | null, readonly recipient: string | null, readonly origin: string | null, readonly agreements: ReadonlyArray<string> | null, readonly resultSha256: string | null, readonly leafHash: string | null, readonly leaf: string | null, readonly fields: ReadonlyArray<{ readonly coordinate: string, readonly decision: string, readonly rule: string }> | null, readonly proof: { readonly index: number, readonly treeSize: number, readonly hashes: ReadonlyArray<string>, readonly head: string } | null, readonly replay: { readonly isIdentical: boolean, readonly policyDigest: string, readonly recordedGrantDigest: string, readonly replayedGrantDigest: string, readonly decisions: ReadonlyArray<{ readonly coordinate: string, readonly recorded: string, readonly recordedRule: string, readonly replayed: string, readonly replayedRule: string }> } | null } | null, readonly logs: ReadonlyArray<{ readonly name: string | null, readonly origin: string | null, readonly keys: ReadonlyArray<{ readonly vkey: string }> | null, readonly witnesses: ReadonlyArray<{ readonly vkey: string }> | null }> | null };

export type ClauseBehindQueryVariables = Exact<{
  uid: string;
}>;


export type ClauseBehindQuery = { readonly agreements: { readonly nodes: ReadonlyArray<{ readonly uid: string | null, readonly version: number | null, readonly state: AgreementState | null, readonly validFrom: string | null, readonly validUntil: string | null, readonly document: string | null }> } | null };

export type RecordsOfSubjectQueryVariables = Exact<{
  kind: DisclosedSubject;
  value: string;
  during?: TimeRange | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RecordsOfSubjectQuery = { readonly disclosuresOfSubject: { readonly nodes: ReadonlyArray<{ readonly log: string | null, readonly index: number | null, readonly recordedAt: string | null, readonly stage: DisclosureStage | null, readonly agency: string | null, readonly role: CallerRole | null, readonly actor: string | null, readonly purpose: string | null, readonly caseReference: string | null, readonly code: string | null, readonly rowCount: number | null, readonly subjectCount: number | null, readonly breakGlass: BreakGlassReason | null, readonly agreements: ReadonlyArray<string> | null, readonly fields: ReadonlyArray<{ readonly coordinate: string, readonly decision: string }> | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } | null };

export type UnusualBoardQueryVariables = Exact<{
  during: TimeRange;
}>;


export type UnusualBoardQuery = { readonly NIGHT: ReadonlyArray<{ readonly measure: string | null, readonly actor: string | null, readonly agency: string | null, readonly role: CallerRole | null, readonly from: string | null, readonly to: string | null, readonly counted: number | null, readonly usual: number | null, readonly least: number | null, readonly recordIds: ReadonlyArray<string> | null }> | null, readonly BREADTH: ReadonlyArray<{ readonly measure: string | null, readonly actor: string | null, readonly agency: string | null, readonly role: CallerRole | null, readonly from: string | null, readonly to: string | null, readonly counted: number | null, readonly usual: number | null, readonly least: number | null, readonly recordIds: ReadonlyArray<string> | null }> | null, readonly REPEATED_SUBJECT: ReadonlyArray<{ readonly measure: string | null, readonly actor: string | null, readonly agency: string | null, readonly role: CallerRole | null, readonly from: string | null, readonly to: string | null, readonly counted: number | null, readonly usual: number | null, readonly least: number | null, readonly recordIds: ReadonlyArray<string> | null }> | null, readonly VAGUE: ReadonlyArray<{ readonly measure: string | null, readonly actor: string | null, readonly agency: string | null, readonly role: CallerRole | null, readonly from: string | null, readonly to: string | null, readonly counted: number | null, readonly usual: number | null, readonly least: number | null, readonly recordIds: ReadonlyArray<string> | null }> | null };

export type FoundUnusualFragment = { readonly measure: string | null, readonly actor: string | null, readonly agency: string | null, readonly role: CallerRole | null, readonly from: string | null, readonly to: string | null, readonly counted: number | null, readonly usual: number | null, readonly least: number | null, readonly recordIds: ReadonlyArray<string> | null };

export type ListedRecordFragment = { readonly log: string | null, readonly index: number | null, readonly recordedAt: string | null, readonly stage: DisclosureStage | null, readonly agency: string | null, readonly role: CallerRole | null, readonly actor: string | null, readonly purpose: string | null, readonly caseReference: string | null, readonly code: string | null, readonly rowCount: number | null, readonly subjectCount: number | null, readonly breakGlass: BreakGlassReason | null, readonly agreements: ReadonlyArray<string> | null, readonly fields: ReadonlyArray<{ readonly coordinate: string, readonly decision: string }> | null };

export type CallerPurposesQueryVariables = Exact<{ [key: string]: never; }>;


export type CallerPurposesQuery = { readonly caller: { readonly purposes: ReadonlyArray<{ readonly code: string }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ListedAlarmFragmentDoc = new TypedDocumentString(`
    fragment ListedAlarm on Alarm {
  id
  raisedAt
  kind
  owner
  agency
  actor
  agreement
  clause
  measure
  used
  allowed
  caseReference
  reason
  breakGlassUse
}
    `, {"fragmentName":"ListedAlarm"}) as unknown as TypedDocumentString<ListedAlarmFragment, unknown>;
export const FoundUnusualFragmentDoc = new TypedDocumentString(`
    fragment FoundUnusual on UnusualAccess {
  measure
  actor
  agency
  role
  from
  to
  counted
  usual
  least
  recordIds
}
    `, {"fragmentName":"FoundUnusual"}) as unknown as TypedDocumentString<FoundUnusualFragment, unknown>;
export const ListedRecordFragmentDoc = new TypedDocumentString(`
    fragment ListedRecord on DisclosureRecord {
  log
  index
  recordedAt
  stage
  agency
  role
  actor
  purpose
  caseReference
  code
  rowCount
  subjectCount
  breakGlass
  agreements
  fields {
    coordinate
    decision
  }
}
    `, {"fragmentName":"ListedRecord"}) as unknown as TypedDocumentString<ListedRecordFragment, unknown>;
export const AccessMatrixDocument = new TypedDocumentString(`
    query AccessMatrix($owner: String!, $agency: String) {
  accessMatrix(owner: $owner, agency: $agency) {
    classes {
      agency
      role
      purpose
      withCase
      breakGlass
    }
    rows {
      coordinate
      typeName
      sensitivity
      example
      cells {
        decision
        code
        clause
        example
      }
    }
  }
  agreements(first: 200) {
    nodes {
      assigner
      assignee
    }
  }
}
    `) as unknown as TypedDocumentString<AccessMatrixQuery, AccessMatrixQueryVariables>;
export const AgreementListDocument = new TypedDocumentString(`
    query AgreementList($first: Int!, $after: String) {
  agreements(first: $first, after: $after) {
    nodes {
      uid
      version
      assigner
      assignee
      roles
      purposes
      legalBasis
      validFrom
      validUntil
      state
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementListQuery, AgreementListQueryVariables>;
export const AgreementVersionsDocument = new TypedDocumentString(`
    query AgreementVersions($uid: ID!) {
  agreements(first: 200, filter: {uid: $uid}) {
    nodes {
      uid
      version
      sha256
      assigner
      assignee
      roles
      purposes
      legalBasis
      validFrom
      validUntil
      state
      loadedAt
      document
      suspension {
        from
        by
        reason
      }
      signatures {
        agency
        keyId
        state
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AgreementVersionsQuery, AgreementVersionsQueryVariables>;
export const AlarmListDocument = new TypedDocumentString(`
    query AlarmList($first: Int!, $after: String, $filter: AlarmFilter) {
  alarms(first: $first, after: $after, filter: $filter) {
    nodes {
      ...ListedAlarm
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ListedAlarm on Alarm {
  id
  raisedAt
  kind
  owner
  agency
  actor
  agreement
  clause
  measure
  used
  allowed
  caseReference
  reason
  breakGlassUse
}`) as unknown as TypedDocumentString<AlarmListQuery, AlarmListQueryVariables>;
export const AlarmRaisedDocument = new TypedDocumentString(`
    subscription AlarmRaised($afterNumber: Int) {
  alarmRaised(afterNumber: $afterNumber) {
    ...ListedAlarm
  }
}
    fragment ListedAlarm on Alarm {
  id
  raisedAt
  kind
  owner
  agency
  actor
  agreement
  clause
  measure
  used
  allowed
  caseReference
  reason
  breakGlassUse
}`) as unknown as TypedDocumentString<AlarmRaisedSubscription, AlarmRaisedSubscriptionVariables>;
export const BrokenGlassesDocument = new TypedDocumentString(`
    query BrokenGlasses($first: Int!, $after: String, $filter: BreakGlassUseFilter) {
  breakGlassUses(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      owner
      agency
      role
      actor
      agreement
      reason
      purpose
      caseReference
      openedAt
      sessionEndsAt
      dueAt
      state
      overdue
      answerCount
      fields
      reviewedAt
      reviewer
      note
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<BrokenGlassesQuery, BrokenGlassesQueryVariables>;
export const ReviewBrokenGlassDocument = new TypedDocumentString(`
    mutation ReviewBrokenGlass($id: ID!, $verdict: BreakGlassVerdict!, $note: String!, $key: ID!) {
  reviewBreakGlass(id: $id, verdict: $verdict, note: $note, key: $key) {
    state
    log
    index
  }
}
    `) as unknown as TypedDocumentString<ReviewBrokenGlassMutation, ReviewBrokenGlassMutationVariables>;
export const DisclosureListDocument = new TypedDocumentString(`
    query DisclosureList($first: Int!, $after: String, $filter: DisclosureRecordFilter) {
  disclosureRecords(first: $first, after: $after, filter: $filter) {
    nodes {
      ...ListedRecord
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ListedRecord on DisclosureRecord {
  log
  index
  recordedAt
  stage
  agency
  role
  actor
  purpose
  caseReference
  code
  rowCount
  subjectCount
  breakGlass
  agreements
  fields {
    coordinate
    decision
  }
}`) as unknown as TypedDocumentString<DisclosureListQuery, DisclosureListQueryVariables>;
export const CheckDraftDocument = new TypedDocumentString(`
    query CheckDraft($draft: String!) {
  agreementCheck(draft: $draft) {
    name
    sha256
    problems
  }
}
    `) as unknown as TypedDocumentString<CheckDraftQuery, CheckDraftQueryVariables>;
export const DraftImpactDocument = new TypedDocumentString(`
    query DraftImpact($draft: String!, $during: TimeRange!) {
  agreementImpact(draft: $draft, during: $during) {
    problems
    recordsRead
    recordsChanged
    isWhole
    impacts {
      who
      coordinate
      before
      after
      kind
      records
    }
  }
}
    `) as unknown as TypedDocumentString<DraftImpactQuery, DraftImpactQueryVariables>;
export const ExplainOperationDocument = new TypedDocumentString(`
    query ExplainOperation($operation: String!, $operationName: String, $variables: String, $withCase: Boolean!) {
  explain(
    operation: $operation
    operationName: $operationName
    variables: $variables
    withCase: $withCase
  ) {
    fields {
      path
      coordinate
      decision
      code
      clause
      explainId
      openedBy {
        purpose
        withCase
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ExplainOperationQuery, ExplainOperationQueryVariables>;
export const GuardIncidentsDocument = new TypedDocumentString(`
    query GuardIncidents($first: Int!, $after: String, $filter: GuardIncidentFilter) {
  guardIncidents(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      detectedAt
      gate
      rule
      sourceName
      sourceDigest
      line
      markHash
      owners
      actor
      agency
      requestId
      state
      version
      steps {
        state
        takenAt
        actor
        agency
        role
        note
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<GuardIncidentsQuery, GuardIncidentsQueryVariables>;
export const GuardDrillsDocument = new TypedDocumentString(`
    query GuardDrills($first: Int!) {
  guardDrills(first: $first) {
    nodes {
      id
      drilledAt
      actor
      agency
      passed
      gates {
        gate
        way
        isStopped
        by
      }
      controls {
        gate
        way
        isPassed
        by
      }
      kept
      log
      index
    }
  }
}
    `) as unknown as TypedDocumentString<GuardDrillsQuery, GuardDrillsQueryVariables>;
export const JudgeIncidentDocument = new TypedDocumentString(`
    mutation JudgeIncident($id: ID!, $to: GuardIncidentState!, $version: Int!, $note: String!, $key: ID!) {
  judgeIncident(id: $id, to: $to, version: $version, note: $note, key: $key) {
    state
    version
    log
    index
  }
}
    `) as unknown as TypedDocumentString<JudgeIncidentMutation, JudgeIncidentMutationVariables>;
export const LogsToVerifyDocument = new TypedDocumentString(`
    query LogsToVerify {
  logs {
    name
    origin
    size
    head
    writtenAt
    derivedTo
    waitingSince
    closedAt
    prunedTo
    keys {
      vkey
    }
    witnesses {
      vkey
    }
  }
}
    `) as unknown as TypedDocumentString<LogsToVerifyQuery, LogsToVerifyQueryVariables>;
export const NewestRecordDocument = new TypedDocumentString(`
    query NewestRecord($log: String!, $index: Int!) {
  disclosureRecord(log: $log, index: $index) {
    index
    recordedAt
    leafHash
    leaf
    origin
    proof {
      index
      treeSize
      hashes
      head
    }
  }
}
    `) as unknown as TypedDocumentString<NewestRecordQuery, NewestRecordQueryVariables>;
export const MapDivisionsDocument = new TypedDocumentString(`
    query MapDivisions($first: Int!, $after: String) {
  adminDivisions(first: $first, after: $after) {
    nodes {
      code
      name
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MapDivisionsQuery, MapDivisionsQueryVariables>;
export const MapSegmentsDocument = new TypedDocumentString(`
    query MapSegments($first: Int!, $after: String, $filter: RoadSegmentFilter) {
  roadSegments(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      roadCode
      roadName
      technicalGrade
      startStakeM
      endStakeM
      aadt
      geometry
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MapSegmentsQuery, MapSegmentsQueryVariables>;
export const MapGantriesDocument = new TypedDocumentString(`
    query MapGantries($first: Int!, $after: String, $filter: GantryFilter) {
  gantries(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      name
      divisionCode
      direction
      location
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MapGantriesQuery, MapGantriesQueryVariables>;
export const MapCheckpointsDocument = new TypedDocumentString(`
    query MapCheckpoints($first: Int!, $after: String, $filter: CheckpointFilter) {
  checkpoints(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      name
      divisionCode
      status
      usage
      location
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MapCheckpointsQuery, MapCheckpointsQueryVariables>;
export const MapEventsDocument = new TypedDocumentString(`
    query MapEvents($first: Int!, $after: String, $filter: RoadEventFilter) {
  roadEvents(first: $first, after: $after, filter: $filter) {
    nodes {
      id
      eventKind
      status
      roadCode
      startStakeM
      informationStatus
      validFrom
      validTo
      segment {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<MapEventsQuery, MapEventsQueryVariables>;
export const MapSegmentDocument = new TypedDocumentString(`
    query MapSegment($id: ID!) {
  roadSegment(id: $id) {
    roadCode
    roadName
    division {
      code
      name
    }
    adminClass
    technicalGrade
    direction
    startStakeM
    endStakeM
    lengthKm
    laneCount
    pavementWidthM
    designSpeedKph
    surfaceType
    builtYear
    isTolled
    maintainer
    aadt
    nightFlow
  }
}
    `) as unknown as TypedDocumentString<MapSegmentQuery, MapSegmentQueryVariables>;
export const MapGantryDocument = new TypedDocumentString(`
    query MapGantry($id: ID!) {
  gantry(id: $id) {
    name
    gantryHex
    orderNum
    segment {
      id
      roadName
    }
    divisionCode
    direction
    stakeM
    location
    checkpoint {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<MapGantryQuery, MapGantryQueryVariables>;
export const MapCheckpointDocument = new TypedDocumentString(`
    query MapCheckpoint($id: ID!) {
  checkpoint(id: $id) {
    checkpointId
    name
    divisionCode
    orgCode
    status
    category
    usage
    isEnforcement
    segment {
      id
      roadName
    }
    policeRoadCode
    policeKm
    policeM
    direction
    location
    lanes {
      laneNo
      direction
      maxSpeedKph
    }
  }
}
    `) as unknown as TypedDocumentString<MapCheckpointQuery, MapCheckpointQueryVariables>;
export const MapEventDocument = new TypedDocumentString(`
    query MapEvent($id: ID!) {
  roadEvent(id: $id) {
    eventKind
    cause
    status
    segment {
      id
      roadName
    }
    roadCode
    roadName
    divisionCode
    startStakeM
    endStakeM
    direction
    vehicleImpact
    surfaceCondition
    informationStatus
    confidentiality
    placeText
    description
    validFrom
    validTo
    deaths
    injuries
    propertyLossYuan
    measures
    detour {
      description
      lowestGrade
      isOpen
    }
    overdue
  }
}
    `) as unknown as TypedDocumentString<MapEventQuery, MapEventQueryVariables>;
export const MapMaskDocument = new TypedDocumentString(`
    query MapMask($operation: String!, $withCase: Boolean!) {
  explain(operation: $operation, withCase: $withCase) {
    fields {
      path
      decision
    }
  }
}
    `) as unknown as TypedDocumentString<MapMaskQuery, MapMaskQueryVariables>;
export const OverviewDocument = new TypedDocumentString(`
    query Overview($during: TimeRange!) {
  hours: disclosureCounts(by: HOUR, during: $during) {
    key
    answers
    refusals
  }
  agencies: disclosureCounts(by: AGENCY, during: $during) {
    key
    answers
    refusals
  }
  purposes: disclosureCounts(by: PURPOSE, during: $during) {
    key
    answers
    refusals
  }
  fields: disclosureCounts(by: FIELD, during: $during) {
    key
    answers
    refusals
  }
  denials: disclosureCounts(by: DENIAL, during: $during) {
    key
    answers
    refusals
  }
  logs {
    name
    size
    writtenAt
    closedAt
    prunedTo
    quorum
    witnessedSize
    witnesses {
      name
      size
      seenAt
      behind
    }
  }
  guardIncidentCounts(during: $during) {
    gate
    state
    incidents
  }
  budgetUse(first: 50) {
    nodes {
      agreement
      clause
      agency
      actor
      measure
      used
      allowed
    }
  }
}
    `) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const ShownRecordDocument = new TypedDocumentString(`
    query ShownRecord($log: String!, $index: Int!) {
  disclosureRecord(log: $log, index: $index) {
    index
    log
    id
    recordedAt
    stage
    agency
    role
    actor
    purpose
    caseReference
    operationName
    code
    rowCount
    subjectCount
    divisions
    maxSensitivity
    breakGlass
    recipient
    origin
    agreements
    fields {
      coordinate
      decision
      rule
    }
    resultSha256
    leafHash
    leaf
    proof {
      index
      treeSize
      hashes
      head
    }
    replay {
      isIdentical
      policyDigest
      recordedGrantDigest
      replayedGrantDigest
      decisions {
        coordinate
        recorded
        recordedRule
        replayed
        replayedRule
      }
    }
  }
  logs {
    name
    origin
    keys {
      vkey
    }
    witnesses {
      vkey
    }
  }
}
    `) as unknown as TypedDocumentString<ShownRecordQuery, ShownRecordQueryVariables>;
export const ClauseBehindDocument = new TypedDocumentString(`
    query ClauseBehind($uid: ID!) {
  agreements(first: 200, filter: {uid: $uid}) {
    nodes {
      uid
      version
      state
      validFrom
      validUntil
      document
    }
  }
}
    `) as unknown as TypedDocumentString<ClauseBehindQuery, ClauseBehindQueryVariables>;
export const RecordsOfSubjectDocument = new TypedDocumentString(`
    query RecordsOfSubject($kind: DisclosedSubject!, $value: String!, $during: TimeRange, $first: Int!, $after: String) {
  disclosuresOfSubject(
    kind: $kind
    value: $value
    during: $during
    first: $first
    after: $after
  ) {
    nodes {
      ...ListedRecord
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment ListedRecord on DisclosureRecord {
  log
  index
  recordedAt
  stage
  agency
  role
  actor
  purpose
  caseReference
  code
  rowCount
  subjectCount
  breakGlass
  agreements
  fields {
    coordinate
    decision
  }
}`) as unknown as TypedDocumentString<RecordsOfSubjectQuery, RecordsOfSubjectQueryVariables>;
export const UnusualBoardDocument = new TypedDocumentString(`
    query UnusualBoard($during: TimeRange!) {
  NIGHT: unusualAccess(kind: NIGHT, during: $during, first: 50) {
    ...FoundUnusual
  }
  BREADTH: unusualAccess(kind: BREADTH, during: $during, first: 50) {
    ...FoundUnusual
  }
  REPEATED_SUBJECT: unusualAccess(
    kind: REPEATED_SUBJECT
    during: $during
    first: 50
  ) {
    ...FoundUnusual
  }
  VAGUE: unusualAccess(kind: VAGUE, during: $during, first: 50) {
    ...FoundUnusual
  }
}
    fragment FoundUnusual on UnusualAccess {
  measure
  actor
  agency
  role
  from
  to
  counted
  usual
  least
  recordIds
}`) as unknown as TypedDocumentString<UnusualBoardQuery, UnusualBoardQueryVariables>;
export const CallerPurposesDocument = new TypedDocumentString(`
    query CallerPurposes {
  caller {
    purposes {
      code
    }
  }
}
    `) as unknown as TypedDocumentString<CallerPurposesQuery, CallerPurposesQueryVariables>;