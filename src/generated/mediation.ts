import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DivisionReference, CaseMeasuresRow, DetentionMediationRow, DisputeWarningRow, FollowUpRow, JointWarningRow, MediationCaseRow, MediationPartyRow, MediationStatisticRow, WarningFactorRow, WarningSubjectRow, WarningMeasuresRow, EntityReference, MediationContext } from '../storage/index.ts';
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

export type AdminDivision = {
  readonly __typename?: 'AdminDivision';
  readonly code: Scalars['AdminDivisionCode']['output'];
  /**
   * Mediation cases accepted in the division in a span of time, of one kind or of all. Told of groups only, they are of whole
   * months, and null where there are too few.
   */
  readonly mediationCount?: Maybe<Scalars['Int']['output']>;
};


export type AdminDivisionMediationCountArgs = {
  disputeKind?: InputMaybe<DisputeKind>;
  during: TimeRange;
};

/** Form of an agreement. */
export type AgreementForm =
  | 'ORAL'
  | 'WRITTEN';

/** Which ability on the field an input uses. */
export type Capability =
  | 'AGGREGATE'
  | 'FILTER'
  | 'GROUP'
  | 'MATCH'
  | 'SORT';

/** Difficulty of a case. */
export type CaseDifficulty =
  | 'DIFFICULT'
  | 'MAJOR'
  | 'ORDINARY'
  | 'SIMPLE';

/** What may come of a case. */
export type CaseForecast =
  | 'GROUP_FIGHT'
  | 'GROUP_PETITION'
  | 'MAY_TURN_CRIMINAL'
  | 'NORMAL'
  | 'OTHER'
  | 'SUICIDE_RISK';

/** How mediation ended. Rates are shares from 0 to 1, to four digits, and null where there is nothing to have a share of. */
export type CaseMeasures = {
  readonly __typename?: 'CaseMeasures';
  /** Cases whose mediation came to an end: their result is SUCCESS or FAILURE. */
  readonly concluded?: Maybe<Scalars['Int']['output']>;
  /** Follow-up rate (回访率): followedUp ÷ concluded. */
  readonly followUpRate?: Maybe<Scalars['Float']['output']>;
  /** Those of the concluded that somebody followed up at least once (回访), however and whenever. */
  readonly followedUp?: Maybe<Scalars['Int']['output']>;
  /** Those of them whose result is SUCCESS. */
  readonly resolved?: Maybe<Scalars['Int']['output']>;
  /** Resolved rate (化解率): resolved ÷ concluded. */
  readonly resolvedRate?: Maybe<Scalars['Float']['output']>;
};

/** How a case came in (案件来源). */
export type CaseSource =
  | 'COURT'
  | 'OTHER_DEPARTMENT'
  | 'OWN_INITIATIVE'
  | 'PARTY_APPLICATION'
  | 'PETITION'
  | 'POLICE'
  | 'PROCURATORATE';

/** A mediation inside the detention centre: screening at intake, mediation during detention, follow-up after release. */
export type DetentionMediation = {
  readonly __typename?: 'DetentionMediation';
  /** Until when it has to leave its state; null where it may stay. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The agency that it goes up to, since it is overdue; null where it is not. */
  readonly escalatedTo?: Maybe<Scalars['String']['output']>;
  /** The detention centre. */
  readonly facilityId?: Maybe<Scalars['String']['output']>;
  /** First follow-up after release. */
  readonly followedUpAt?: Maybe<Scalars['DateTime']['output']>;
  /** Surrogate id. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Intake. */
  readonly intakeAt?: Maybe<Scalars['DateTime']['output']>;
  /** The mediation case. */
  readonly mediationCase?: Maybe<MediationCase>;
  /** Whether it should have left its state by now. */
  readonly overdue?: Maybe<Scalars['Boolean']['output']>;
  /** Release; the deadline for the mediation. */
  readonly releaseAt?: Maybe<Scalars['DateTime']['output']>;
  /** Screening talk. */
  readonly screenedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Goes up with every step of its loop; the next one has to name it. */
  readonly stateVersion?: Maybe<Scalars['Int']['output']>;
  /** Where it stands. */
  readonly status?: Maybe<DetentionMediationStatus>;
  /** The steps that it took here, in order, with who and why. */
  readonly steps?: Maybe<ReadonlyArray<SensitiveLoopStep>>;
};

/** A page of mediations inside the detention centre. */
export type DetentionMediationConnection = {
  readonly __typename?: 'DetentionMediationConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<DetentionMediationEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<DetentionMediation>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A mediation inside the detention centre and its cursor. */
export type DetentionMediationEdge = {
  readonly __typename?: 'DetentionMediationEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: DetentionMediation;
};

/** Which mediations inside the detention centre. */
export type DetentionMediationFilter = {
  /** Only those that are overdue, or only those that are not. */
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** In one of these states. */
  readonly statuses?: InputMaybe<ReadonlyArray<DetentionMediationStatus>>;
};

/** Order of mediations inside the detention centre. */
export type DetentionMediationOrder =
  | 'INTAKE_AT_DESC';

/** Where a mediation inside the detention centre stands. */
export type DetentionMediationStatus =
  | 'AGREED'
  | 'CLOSED'
  | 'FAILED'
  | 'FOLLOWED_UP'
  | 'HANDED_OVER'
  | 'INTAKE'
  | 'MEDIATING'
  | 'RELEASED'
  | 'SCREENED';

/** Direction along the road's stakes. */
export type Direction =
  /** Both carriageways. */
  | 'BOTH'
  /** Towards lower stakes (下行). */
  | 'DOWN'
  /** Towards higher stakes (上行). */
  | 'UP';

/** Kind of dispute (纠纷类别). */
export type DisputeKind =
  | 'CONTRACT'
  | 'DAMAGES'
  | 'EXPROPRIATION_DEMOLITION'
  | 'E_COMMERCE'
  | 'FOREST_LAND'
  | 'HOUSING_HOMESTEAD'
  | 'MARRIAGE_FAMILY'
  | 'MEDICAL'
  | 'MIGRANT_WAGES'
  | 'NEIGHBOUR'
  | 'OTHER'
  | 'OTHER_CONSUMER'
  | 'OTHER_LABOUR'
  | 'POLLUTION'
  | 'PRODUCTION_OPERATION'
  | 'PROPERTY_MGMT'
  | 'ROAD_ACCIDENT'
  | 'TOURISM';

/** A warning that a dispute may grow worse. */
export type DisputeWarning = {
  readonly __typename?: 'DisputeWarning';
  /** Division. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** Until when it has to leave its state; null where it may stay. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The agency that it goes up to, since it is overdue; null where it is not. */
  readonly escalatedTo?: Maybe<Scalars['String']['output']>;
  /** What the score is made of. */
  readonly factors?: Maybe<ReadonlyArray<WarningFactor>>;
  /** The unit that must act (责任单位). */
  readonly handlingUnit?: Maybe<Scalars['String']['output']>;
  /** Surrogate id. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Units that act with it. */
  readonly jointUnits?: Maybe<ReadonlyArray<JointUnit>>;
  /** Level. */
  readonly level?: Maybe<WarningLevel>;
  /** The mediation case, where one was opened. */
  readonly mediationCase?: Maybe<MediationCase>;
  /** The scoring model. */
  readonly modelId?: Maybe<Scalars['String']['output']>;
  /** Its version. */
  readonly modelVersion?: Maybe<Scalars['String']['output']>;
  /** Whether it should have left its state by now. */
  readonly overdue?: Maybe<Scalars['Boolean']['output']>;
  /** When it was pushed. */
  readonly pushedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The score. */
  readonly score?: Maybe<Scalars['Int']['output']>;
  /** SHA-256 of the model, the instant, the calls that counted and the score: a replay has the same. */
  readonly scoreSha256?: Maybe<Scalars['String']['output']>;
  /** As of when it was scored; null where a file brought it. */
  readonly scoredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Goes up with every step of its loop; the next one has to name it. */
  readonly stateVersion?: Maybe<Scalars['Int']['output']>;
  /** Where it stands (推送-督办-处置-反馈). */
  readonly status?: Maybe<WarningStatus>;
  /** The steps that it took here, in order, with who and why. */
  readonly steps?: Maybe<ReadonlyArray<SensitiveLoopStep>>;
  /** Who it is about: null until the caller's agency has opened it by openWarningSubject. */
  readonly subject?: Maybe<WarningSubject>;
  /** Pseudonym of the person. */
  readonly subjectRef?: Maybe<Scalars['String']['output']>;
};

/** A page of warnings. */
export type DisputeWarningConnection = {
  readonly __typename?: 'DisputeWarningConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<DisputeWarningEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<DisputeWarning>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A warning and its cursor. */
export type DisputeWarningEdge = {
  readonly __typename?: 'DisputeWarningEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: DisputeWarning;
};

/** Which warnings. */
export type DisputeWarningFilter = {
  /** In divisions whose code begins with this one's level. */
  readonly divisionCode?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
  /** Of one of these levels. */
  readonly levels?: InputMaybe<ReadonlyArray<WarningLevel>>;
  /** Only those that are overdue, or only those that are not. */
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** In one of these states. */
  readonly statuses?: InputMaybe<ReadonlyArray<WarningStatus>>;
};

/** Order of warnings. */
export type DisputeWarningOrder =
  | 'PUSHED_AT_DESC';

/** A follow-up visit (回访). */
export type FollowUp = {
  readonly __typename?: 'FollowUp';
  /** When. */
  readonly followedUpAt?: Maybe<Scalars['DateTime']['output']>;
  /** How. */
  readonly method?: Maybe<FollowUpMethod>;
  /** Whether the agreement was being kept. */
  readonly performed?: Maybe<Scalars['Boolean']['output']>;
  /** Whether the parties were satisfied. */
  readonly satisfied?: Maybe<Scalars['Boolean']['output']>;
};

/** How a follow-up was made. */
export type FollowUpMethod =
  | 'OTHER'
  | 'PHONE'
  | 'VISIT';

/** A unit that acts on a warning. */
export type JointUnit =
  | 'JUDICIAL_OFFICE'
  | 'POLICE_STATION'
  | 'WOMENS_FEDERATION';

/** A warning as a unit sees it that acts on it together with others. */
export type JointWarning = {
  readonly __typename?: 'JointWarning';
  /** Division. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** Until when it has to leave its state; null where it may stay. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the score is made of: for the police station. */
  readonly factors?: Maybe<ReadonlyArray<WarningFactor>>;
  /** The unit that must act (责任单位). */
  readonly handlingUnit?: Maybe<Scalars['String']['output']>;
  /** Id of the warning. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Units that act with it, the caller's among them. */
  readonly jointUnits?: Maybe<ReadonlyArray<JointUnit>>;
  /** Level. */
  readonly level?: Maybe<WarningLevel>;
  /** The mediation case, where one was opened: for the judicial office. */
  readonly mediationCase?: Maybe<MediationCase>;
  /** When it was pushed. */
  readonly pushedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  readonly status?: Maybe<WarningStatus>;
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

/** A case of people's mediation (人民调解案件). */
export type MediationCase = {
  readonly __typename?: 'MediationCase';
  /** When it was accepted. */
  readonly acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Text of the agreement. */
  readonly agreementText?: Maybe<Scalars['String']['output']>;
  /** Amount at stake in yuan. */
  readonly amountYuan?: Maybe<Scalars['Float']['output']>;
  /** Case number (案号). */
  readonly caseNo?: Maybe<Scalars['String']['output']>;
  /** When it was closed. */
  readonly closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Mediation committee (调委会). */
  readonly committeeId?: Maybe<Scalars['String']['output']>;
  /** Difficulty (难度). */
  readonly difficulty?: Maybe<CaseDifficulty>;
  /** Kind of dispute (纠纷类别). */
  readonly disputeKind?: Maybe<DisputeKind>;
  /** Division. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** Until when it has to leave its state; null where it may stay. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The agency that it goes up to, since it is overdue; null where it is not. */
  readonly escalatedTo?: Maybe<Scalars['String']['output']>;
  /** Facts of the dispute, in the mediator's words. */
  readonly facts?: Maybe<Scalars['String']['output']>;
  /** Follow-up visits (回访). */
  readonly followUps?: Maybe<ReadonlyArray<FollowUp>>;
  /** What may come of it (案件预测). */
  readonly forecast?: Maybe<CaseForecast>;
  /** Oral or written (形式). */
  readonly form?: Maybe<AgreementForm>;
  /** Surrogate id. */
  readonly id: Scalars['ID']['output'];
  /** Whether it should have left its state by now. */
  readonly overdue?: Maybe<Scalars['Boolean']['output']>;
  /** Its parties. */
  readonly parties?: Maybe<ReadonlyArray<MediationParty>>;
  /** Whether the agreement was kept (履行情况). */
  readonly performance?: Maybe<Performance>;
  /** How it is to be put right (履行方式). */
  readonly remedies?: Maybe<ReadonlyArray<Remedy>>;
  /** Outcome (结果). */
  readonly result?: Maybe<MediationResult>;
  /** The road accident that the case is about. */
  readonly roadEvent?: Maybe<RoadEvent>;
  /** Mediation room (调解室). */
  readonly roomId?: Maybe<Scalars['String']['output']>;
  /** Where the road accident happened that the case is about. */
  readonly segment?: Maybe<RoadSegment>;
  /** How the case came in (案件来源). */
  readonly source?: Maybe<CaseSource>;
  /** Goes up with every step of its loop; the next one has to name it. */
  readonly stateVersion?: Maybe<Scalars['Int']['output']>;
  /** Where it stands in its life. */
  readonly status?: Maybe<MediationStatus>;
  /** The steps that it took here, in order, with who and why. */
  readonly steps?: Maybe<ReadonlyArray<SensitiveLoopStep>>;
};

/** A page of mediation cases. */
export type MediationCaseConnection = {
  readonly __typename?: 'MediationCaseConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<MediationCaseEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<MediationCase>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A mediation case and its cursor. */
export type MediationCaseEdge = {
  readonly __typename?: 'MediationCaseEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: MediationCase;
};

/** Which mediation cases. */
export type MediationCaseFilter = {
  /** Of one of these kinds. */
  readonly disputeKinds?: InputMaybe<ReadonlyArray<DisputeKind>>;
  /** In divisions whose code begins with this one's level. */
  readonly divisionCode?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
  /** Accepted in this span. */
  readonly during?: InputMaybe<TimeRange>;
  /** Only those that are overdue, or only those that are not. */
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** In one of these states. */
  readonly statuses?: InputMaybe<ReadonlyArray<MediationStatus>>;
};

/** Order of mediation cases. */
export type MediationCaseOrder =
  | 'ACCEPTED_AT_DESC'
  | 'ID_ASC';

/** What mediation cases can be grouped by. */
export type MediationGroup =
  | 'DIVISION'
  | 'KIND'
  | 'OUTCOME';

/** A party to a mediation case (当事人). */
export type MediationParty = {
  readonly __typename?: 'MediationParty';
  /** Address. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Identity number, GB 11643. */
  readonly idNo?: Maybe<Scalars['String']['output']>;
  /** Name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Place in the case, from 1. */
  readonly ordinal?: Maybe<Scalars['Int']['output']>;
  /** Telephone. */
  readonly phone?: Maybe<Scalars['String']['output']>;
  /** Role: applicant or respondent. */
  readonly role?: Maybe<PartyRole>;
};

/** Outcome of a mediation. */
export type MediationResult =
  | 'CONTINUE'
  | 'FAILURE'
  | 'SUCCESS';

/** A group of mediation cases of one month. What it is not grouped by is null. */
export type MediationStatistic = {
  readonly __typename?: 'MediationStatistic';
  /** Cases, rounded; null where all are left out. */
  readonly cases?: Maybe<Scalars['Int']['output']>;
  /** Kind of dispute. */
  readonly disputeKind?: Maybe<DisputeKind>;
  /** Division. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** The month: 2026-01. */
  readonly month: Scalars['String']['output'];
  /** Outcome; null also where there is none yet. */
  readonly result?: Maybe<MediationResult>;
  /** Whether cases are left out, to hide a small group beside it: the number is of the rest. */
  readonly suppressed: Scalars['Boolean']['output'];
};

/** Where a mediation case stands. */
export type MediationStatus =
  | 'ACCEPTED'
  | 'AGREED'
  | 'ARCHIVED'
  | 'BREACHED'
  | 'CONFIRMATION_ACCEPTED'
  | 'CONFIRMATION_APPLIED'
  | 'CONFIRMED'
  | 'FAILED'
  | 'FOLLOW_UP'
  | 'MEDIATING'
  | 'NOT_CONFIRMED'
  | 'PERFORMED'
  | 'PERFORMING'
  | 'REGISTERED'
  | 'WITHDRAWN';

/** Calendar months at +08:00, from the first to the last, both included and both over: 2026-01. At most 36. */
export type MonthRange = {
  /** First month. */
  readonly from: Scalars['String']['input'];
  /** Last month. */
  readonly to: Scalars['String']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Takes a mediation inside the detention centre one step further (入所排查-拘中调解-跟踪回访). */
  readonly moveDetentionMediation?: Maybe<ActReceipt>;
  /** Takes a warning one step further (市局推送-旗县督办-基层处置-结果反馈). Who handled it cannot close it. */
  readonly moveDisputeWarning?: Maybe<ActReceipt>;
  /** Takes a mediation case one step further. */
  readonly moveMediationCase?: Maybe<ActReceipt>;
  /** Opens whom a warning is about to the handling unit that has received it, until its loop is closed. */
  readonly openWarningSubject?: Maybe<ActReceipt>;
};


export type MutationMoveDetentionMediationArgs = {
  id: Scalars['ID']['input'];
  key: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  to: DetentionMediationStatus;
  version: Scalars['Int']['input'];
};


export type MutationMoveDisputeWarningArgs = {
  id: Scalars['ID']['input'];
  key: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  to: WarningStatus;
  version: Scalars['Int']['input'];
};


export type MutationMoveMediationCaseArgs = {
  id: Scalars['ID']['input'];
  key: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  to: MediationStatus;
  version: Scalars['Int']['input'];
};


export type MutationOpenWarningSubjectArgs = {
  id: Scalars['ID']['input'];
  key: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  version: Scalars['Int']['input'];
};

/** Where a page ends and whether more follows. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** The cursor of the page's last row, for after. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether more rows follow this page. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** Role of a party. */
export type PartyRole =
  | 'APPLICANT'
  | 'OTHER'
  | 'RESPONDENT';

/** Whether an agreement was kept. */
export type Performance =
  | 'JUDICIALLY_CONFIRMED'
  | 'OTHER'
  | 'PERFORMED'
  | 'SUED_AFTER'
  | 'UPHELD';

export type Query = {
  readonly __typename?: 'Query';
  /**
   * How mediation ended, of the cases accepted in a span of time. Told of groups only, it is of whole months, rounded, and
   * what is of too few is null.
   */
  readonly caseMeasures?: Maybe<CaseMeasures>;
  /** Mediations inside the detention centre (拘中调解), newest first. */
  readonly detentionMediations?: Maybe<DetentionMediationConnection>;
  /** Warnings of disputes that may grow worse, newest first. */
  readonly disputeWarnings?: Maybe<DisputeWarningConnection>;
  /** Warnings that the caller's unit acts on together with others, as long as they are not closed, newest first. */
  readonly jointWarnings?: Maybe<ReadonlyArray<JointWarning>>;
  /** One mediation case by its id. */
  readonly mediationCase?: Maybe<MediationCase>;
  /** Mediation cases (人民调解), newest first; those not accepted yet come before all. */
  readonly mediationCases?: Maybe<MediationCaseConnection>;
  /**
   * Mediation cases by the calendar month in which they were accepted and by what is asked for. Groups of few applicants are
   * not there, like empty ones. Of a group that could give a small one beside it away, a part is left out. Numbers are rounded.
   */
  readonly mediationStatistics?: Maybe<ReadonlyArray<MediationStatistic>>;
  /** What became of the warnings pushed in a span of time. Null throughout where numbers are told of groups only. */
  readonly warningMeasures?: Maybe<WarningMeasures>;
};


export type QueryCaseMeasuresArgs = {
  during: TimeRange;
};


export type QueryDetentionMediationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DetentionMediationFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: DetentionMediationOrder;
};


export type QueryDisputeWarningsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DisputeWarningFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: DisputeWarningOrder;
};


export type QueryJointWarningsArgs = {
  first?: Scalars['Int']['input'];
};


export type QueryMediationCaseArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMediationCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MediationCaseFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: MediationCaseOrder;
};


export type QueryMediationStatisticsArgs = {
  groupBy?: ReadonlyArray<MediationGroup>;
  months: MonthRange;
};


export type QueryWarningMeasuresArgs = {
  during: TimeRange;
};

/** How a wrong is put right (Civil Code art. 179). */
export type Remedy =
  | 'APOLOGISE'
  | 'CEASE_INFRINGEMENT'
  | 'COMPENSATE'
  | 'CONTINUE_PERFORMANCE'
  | 'ELIMINATE_DANGER'
  | 'LIQUIDATED_DAMAGES'
  | 'REMOVE_OBSTRUCTION'
  | 'REPAIR_REWORK_REPLACE'
  | 'RESTORE'
  | 'RESTORE_REPUTATION'
  | 'RETURN_PROPERTY';

export type RoadEvent = {
  readonly __typename?: 'RoadEvent';
  readonly id: Scalars['ID']['output'];
  /** Mediation cases about the accident, newest first. */
  readonly roadAccidentCases?: Maybe<ReadonlyArray<MediationCase>>;
};


export type RoadEventRoadAccidentCasesArgs = {
  first?: Scalars['Int']['input'];
};

export type RoadSegment = {
  readonly __typename?: 'RoadSegment';
  readonly id: Scalars['ID']['output'];
  /** Mediation cases about road accidents on the segment, newest first. */
  readonly roadAccidentCases?: Maybe<ReadonlyArray<MediationCase>>;
};


export type RoadSegmentRoadAccidentCasesArgs = {
  first?: Scalars['Int']['input'];
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

/** One step of a loop about a dispute, as it was taken: what it tells is about people, and so is why. */
export type SensitiveLoopStep = {
  readonly __typename?: 'SensitiveLoopStep';
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

/** How far a value may be shared. Unknown counts as the highest. Secrecy marks are no level: they may not be online. */
export type Sensitivity =
  | 'INTERNAL'
  | 'PUBLIC'
  | 'RESTRICTED'
  | 'SENSITIVE';

/** Whom the values of a field name. */
export type SubjectKind =
  /** A person: by name, identity number, telephone number or pseudonym. */
  | 'PERSON'
  /** A vehicle, by its plate. */
  | 'PLATE';

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Mediations inside the detention centre whose deadline passes, told likewise. */
  readonly detentionMediationOverdue?: Maybe<DetentionMediation>;
  /**
   * Warnings that the caller's agency handles, or acts on as a unit together with others: as they are pushed and with every
   * step, the last one included. Numbers are the agency's own; a hole is a warning that its agreement does not open.
   */
  readonly disputeWarningChanged?: Maybe<JointWarning>;
  /** Warnings whose deadline passes, told likewise. */
  readonly disputeWarningOverdue?: Maybe<DisputeWarning>;
  /**
   * Mediation cases whose deadline passes, once each: told to the agency that has to take the next step, and to the one that
   * supervises the loop.
   */
  readonly mediationCaseOverdue?: Maybe<MediationCase>;
};


export type SubscriptionDetentionMediationOverdueArgs = {
  afterNumber?: InputMaybe<Scalars['Int']['input']>;
};


export type SubscriptionDisputeWarningChangedArgs = {
  afterNumber?: InputMaybe<Scalars['Int']['input']>;
};


export type SubscriptionDisputeWarningOverdueArgs = {
  afterNumber?: InputMaybe<Scalars['Int']['input']>;
};


export type SubscriptionMediationCaseOverdueArgs = {
  afterNumber?: InputMaybe<Scalars['Int']['input']>;
};

/** A span of time: from is included, to is not. */
export type TimeRange = {
  /** First instant of the span. */
  readonly from: Scalars['DateTime']['input'];
  /** First instant after the span. */
  readonly to: Scalars['DateTime']['input'];
};

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

/** One factor of a score. */
export type WarningFactor = {
  readonly __typename?: 'WarningFactor';
  /** The factor. */
  readonly code: Scalars['String']['output'];
  /** Points that it adds; fewer than weight times count where a model lets only so many count. */
  readonly contribution: Scalars['Int']['output'];
  /** How often it occurred. */
  readonly count: Scalars['Int']['output'];
  /** Its weight. */
  readonly weight: Scalars['Int']['output'];
};

/** Level of a warning. */
export type WarningLevel =
  | 'BLUE'
  | 'ORANGE'
  | 'RED'
  | 'YELLOW';

/** What became of warnings. The rate is a share from 0 to 1, to four digits, and null where no warning was pushed. */
export type WarningMeasures = {
  readonly __typename?: 'WarningMeasures';
  /** Those of them whose loop is closed: handled, fed back, and approved by another agency (state CLOSED). */
  readonly closed?: Maybe<Scalars['Int']['output']>;
  /** Closed-loop rate (闭环率): closed ÷ pushed. */
  readonly closedLoopRate?: Maybe<Scalars['Float']['output']>;
  /** Warnings pushed to a unit: every state but SCORED. */
  readonly pushed?: Maybe<Scalars['Int']['output']>;
};

/** Where a warning stands. */
export type WarningStatus =
  | 'CLOSED'
  | 'FEEDBACK'
  | 'HANDLING'
  | 'PUSHED'
  | 'RECEIVED'
  | 'RETURNED'
  | 'SCORED'
  | 'SUPERVISED';

/** Who a warning is about. */
export type WarningSubject = {
  readonly __typename?: 'WarningSubject';
  /** Address. */
  readonly address?: Maybe<Scalars['String']['output']>;
  /** Name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Telephone. */
  readonly phone?: Maybe<Scalars['String']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

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

/** Mapping of federation types */
export type FederationTypes = {
  AdminDivision: AdminDivision;
  MediationCase: MediationCase;
  RoadEvent: RoadEvent;
  RoadSegment: RoadSegment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AdminDivision:
    ( { __typename: 'AdminDivision' }
    & GraphQLRecursivePick<FederationTypes['AdminDivision'], {"code":true}> );
  MediationCase:
    ( { __typename: 'MediationCase' }
    & GraphQLRecursivePick<FederationTypes['MediationCase'], {"id":true}> );
  RoadEvent:
    ( { __typename: 'RoadEvent' }
    & GraphQLRecursivePick<FederationTypes['RoadEvent'], {"id":true}> );
  RoadSegment:
    ( { __typename: 'RoadSegment' }
    & GraphQLRecursivePick<FederationTypes['RoadSegment'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActReceipt: ResolverTypeWrapper<ActReceipt>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AdminDivision: ResolverTypeWrapper<DivisionReference>;
  AdminDivisionCode: ResolverTypeWrapper<Scalars['AdminDivisionCode']['output']>;
  AgreementForm: AgreementForm;
  Capability: Capability;
  CaseDifficulty: CaseDifficulty;
  CaseForecast: CaseForecast;
  CaseMeasures: ResolverTypeWrapper<CaseMeasuresRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CaseSource: CaseSource;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DetentionMediation: ResolverTypeWrapper<DetentionMediationRow>;
  DetentionMediationConnection: ResolverTypeWrapper<Omit<DetentionMediationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DetentionMediationEdge']>, nodes: ReadonlyArray<ResolversTypes['DetentionMediation']> }>;
  DetentionMediationEdge: ResolverTypeWrapper<Omit<DetentionMediationEdge, 'node'> & { node: ResolversTypes['DetentionMediation'] }>;
  DetentionMediationFilter: DetentionMediationFilter;
  DetentionMediationOrder: DetentionMediationOrder;
  DetentionMediationStatus: DetentionMediationStatus;
  Direction: Direction;
  DisputeKind: DisputeKind;
  DisputeWarning: ResolverTypeWrapper<DisputeWarningRow>;
  DisputeWarningConnection: ResolverTypeWrapper<Omit<DisputeWarningConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DisputeWarningEdge']>, nodes: ReadonlyArray<ResolversTypes['DisputeWarning']> }>;
  DisputeWarningEdge: ResolverTypeWrapper<Omit<DisputeWarningEdge, 'node'> & { node: ResolversTypes['DisputeWarning'] }>;
  DisputeWarningFilter: DisputeWarningFilter;
  DisputeWarningOrder: DisputeWarningOrder;
  FollowUp: ResolverTypeWrapper<FollowUpRow>;
  FollowUpMethod: FollowUpMethod;
  GeoJSON: ResolverTypeWrapper<Scalars['GeoJSON']['output']>;
  JointUnit: JointUnit;
  JointWarning: ResolverTypeWrapper<JointWarningRow>;
  LoopStep: ResolverTypeWrapper<LoopStep>;
  MediationCase: ResolverTypeWrapper<MediationCaseRow>;
  MediationCaseConnection: ResolverTypeWrapper<Omit<MediationCaseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['MediationCaseEdge']>, nodes: ReadonlyArray<ResolversTypes['MediationCase']> }>;
  MediationCaseEdge: ResolverTypeWrapper<Omit<MediationCaseEdge, 'node'> & { node: ResolversTypes['MediationCase'] }>;
  MediationCaseFilter: MediationCaseFilter;
  MediationCaseOrder: MediationCaseOrder;
  MediationGroup: MediationGroup;
  MediationParty: ResolverTypeWrapper<MediationPartyRow>;
  MediationResult: MediationResult;
  MediationStatistic: ResolverTypeWrapper<MediationStatisticRow>;
  MediationStatus: MediationStatus;
  MonthRange: MonthRange;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartyRole: PartyRole;
  Performance: Performance;
  PlateNo: ResolverTypeWrapper<Scalars['PlateNo']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Remedy: Remedy;
  RoadCode: ResolverTypeWrapper<Scalars['RoadCode']['output']>;
  RoadEvent: ResolverTypeWrapper<EntityReference>;
  RoadSegment: ResolverTypeWrapper<EntityReference>;
  RowOperand: RowOperand;
  SensitiveLoopStep: ResolverTypeWrapper<SensitiveLoopStep>;
  Sensitivity: Sensitivity;
  StakeMark: ResolverTypeWrapper<Scalars['StakeMark']['output']>;
  SubjectKind: SubjectKind;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TimeRange: TimeRange;
  VehicleGroup: VehicleGroup;
  WarningFactor: ResolverTypeWrapper<WarningFactorRow>;
  WarningLevel: WarningLevel;
  WarningMeasures: ResolverTypeWrapper<WarningMeasuresRow>;
  WarningStatus: WarningStatus;
  WarningSubject: ResolverTypeWrapper<WarningSubjectRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActReceipt: ActReceipt;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AdminDivision: DivisionReference;
  AdminDivisionCode: Scalars['AdminDivisionCode']['output'];
  CaseMeasures: CaseMeasuresRow;
  Float: Scalars['Float']['output'];
  DateTime: Scalars['DateTime']['output'];
  DetentionMediation: DetentionMediationRow;
  DetentionMediationConnection: Omit<DetentionMediationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DetentionMediationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DetentionMediation']> };
  DetentionMediationEdge: Omit<DetentionMediationEdge, 'node'> & { node: ResolversParentTypes['DetentionMediation'] };
  DetentionMediationFilter: DetentionMediationFilter;
  DisputeWarning: DisputeWarningRow;
  DisputeWarningConnection: Omit<DisputeWarningConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DisputeWarningEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DisputeWarning']> };
  DisputeWarningEdge: Omit<DisputeWarningEdge, 'node'> & { node: ResolversParentTypes['DisputeWarning'] };
  DisputeWarningFilter: DisputeWarningFilter;
  FollowUp: FollowUpRow;
  GeoJSON: Scalars['GeoJSON']['output'];
  JointWarning: JointWarningRow;
  LoopStep: LoopStep;
  MediationCase: MediationCaseRow;
  MediationCaseConnection: Omit<MediationCaseConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['MediationCaseEdge']>, nodes: ReadonlyArray<ResolversParentTypes['MediationCase']> };
  MediationCaseEdge: Omit<MediationCaseEdge, 'node'> & { node: ResolversParentTypes['MediationCase'] };
  MediationCaseFilter: MediationCaseFilter;
  MediationParty: MediationPartyRow;
  MediationStatistic: MediationStatisticRow;
  MonthRange: MonthRange;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PlateNo: Scalars['PlateNo']['output'];
  Query: Record<PropertyKey, never>;
  RoadCode: Scalars['RoadCode']['output'];
  RoadEvent: EntityReference;
  RoadSegment: EntityReference;
  SensitiveLoopStep: SensitiveLoopStep;
  StakeMark: Scalars['StakeMark']['output'];
  Subscription: Record<PropertyKey, never>;
  TimeRange: TimeRange;
  WarningFactor: WarningFactorRow;
  WarningMeasures: WarningMeasuresRow;
  WarningSubject: WarningSubjectRow;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type BacksDirectiveArgs = {
  as?: Capability;
  field: Scalars['String']['input'];
};

export type BacksDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = BacksDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ClassifiedDirectiveArgs = {
  reason: Scalars['String']['input'];
};

export type ClassifiedDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = ClassifiedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type DerivedFromDirectiveArgs = {
  types: ReadonlyArray<Scalars['String']['input']>;
};

export type DerivedFromDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = DerivedFromDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type HiddenDirectiveArgs = { };

export type HiddenDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = HiddenDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OnlyForDirectiveArgs = {
  purpose: Scalars['String']['input'];
};

export type OnlyForDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = OnlyForDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OrderedByDirectiveArgs = {
  bucketed?: Scalars['Boolean']['input'];
  field: Scalars['String']['input'];
};

export type OrderedByDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = OrderedByDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OwnerDirectiveArgs = {
  agency: Scalars['String']['input'];
};

export type OwnerDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = OwnerDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RowScopedDirectiveArgs = {
  by?: ReadonlyArray<RowOperand>;
};

export type RowScopedDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = RowScopedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SensitivityDirectiveArgs = {
  level: Sensitivity;
};

export type SensitivityDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = SensitivityDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StatisticDirectiveArgs = {
  exact?: Scalars['Boolean']['input'];
};

export type StatisticDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = StatisticDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StructureDirectiveArgs = { };

export type StructureDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = StructureDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SubjectDirectiveArgs = {
  kind: SubjectKind;
};

export type SubjectDirectiveResolver<Result, Parent, ContextType = MediationContext, Args = SubjectDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActReceiptResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['ActReceipt'] = ResolversParentTypes['ActReceipt']> = {
  actedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AdminDivisionResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['AdminDivision'] = ResolversParentTypes['AdminDivision'], FederationReferenceType extends FederationReferenceTypes['AdminDivision'] = FederationReferenceTypes['AdminDivision']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AdminDivision']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['AdminDivisionCode'], ParentType, ContextType>;
  mediationCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<AdminDivisionMediationCountArgs, 'during'>>;
};

export interface AdminDivisionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AdminDivisionCode'], any> {
  name: 'AdminDivisionCode';
}

export type CaseMeasuresResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['CaseMeasures'] = ResolversParentTypes['CaseMeasures']> = {
  concluded?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  followUpRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  followedUp?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  resolved?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  resolvedRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DetentionMediationResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['DetentionMediation'] = ResolversParentTypes['DetentionMediation']> = {
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  escalatedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  facilityId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  followedUpAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  intakeAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  mediationCase?: Resolver<Maybe<ResolversTypes['MediationCase']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  releaseAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  screenedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stateVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['DetentionMediationStatus']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SensitiveLoopStep']>>, ParentType, ContextType>;
};

export type DetentionMediationConnectionResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['DetentionMediationConnection'] = ResolversParentTypes['DetentionMediationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DetentionMediationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DetentionMediation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DetentionMediationEdgeResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['DetentionMediationEdge'] = ResolversParentTypes['DetentionMediationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DetentionMediation'], ParentType, ContextType>;
};

export type DisputeWarningResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['DisputeWarning'] = ResolversParentTypes['DisputeWarning']> = {
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  escalatedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  factors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WarningFactor']>>, ParentType, ContextType>;
  handlingUnit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  jointUnits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JointUnit']>>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['WarningLevel']>, ParentType, ContextType>;
  mediationCase?: Resolver<Maybe<ResolversTypes['MediationCase']>, ParentType, ContextType>;
  modelId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  modelVersion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  pushedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  scoreSha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scoredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  stateVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['WarningStatus']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SensitiveLoopStep']>>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['WarningSubject']>, ParentType, ContextType>;
  subjectRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DisputeWarningConnectionResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['DisputeWarningConnection'] = ResolversParentTypes['DisputeWarningConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DisputeWarningEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DisputeWarning']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DisputeWarningEdgeResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['DisputeWarningEdge'] = ResolversParentTypes['DisputeWarningEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DisputeWarning'], ParentType, ContextType>;
};

export type FollowUpResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['FollowUp'] = ResolversParentTypes['FollowUp']> = {
  followedUpAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['FollowUpMethod']>, ParentType, ContextType>;
  performed?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  satisfied?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export interface GeoJsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['GeoJSON'], any> {
  name: 'GeoJSON';
}

export type JointWarningResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['JointWarning'] = ResolversParentTypes['JointWarning']> = {
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  factors?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WarningFactor']>>, ParentType, ContextType>;
  handlingUnit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  jointUnits?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JointUnit']>>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['WarningLevel']>, ParentType, ContextType>;
  mediationCase?: Resolver<Maybe<ResolversTypes['MediationCase']>, ParentType, ContextType>;
  pushedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['WarningStatus']>, ParentType, ContextType>;
};

export type LoopStepResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['LoopStep'] = ResolversParentTypes['LoopStep']> = {
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

export type MediationCaseResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['MediationCase'] = ResolversParentTypes['MediationCase'], FederationReferenceType extends FederationReferenceTypes['MediationCase'] = FederationReferenceTypes['MediationCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MediationCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  agreementText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  amountYuan?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  caseNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  committeeId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  difficulty?: Resolver<Maybe<ResolversTypes['CaseDifficulty']>, ParentType, ContextType>;
  disputeKind?: Resolver<Maybe<ResolversTypes['DisputeKind']>, ParentType, ContextType>;
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  escalatedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  facts?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  followUps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FollowUp']>>, ParentType, ContextType>;
  forecast?: Resolver<Maybe<ResolversTypes['CaseForecast']>, ParentType, ContextType>;
  form?: Resolver<Maybe<ResolversTypes['AgreementForm']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  parties?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MediationParty']>>, ParentType, ContextType>;
  performance?: Resolver<Maybe<ResolversTypes['Performance']>, ParentType, ContextType>;
  remedies?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Remedy']>>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['MediationResult']>, ParentType, ContextType>;
  roadEvent?: Resolver<Maybe<ResolversTypes['RoadEvent']>, ParentType, ContextType>;
  roomId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['RoadSegment']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['CaseSource']>, ParentType, ContextType>;
  stateVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['MediationStatus']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['SensitiveLoopStep']>>, ParentType, ContextType>;
};

export type MediationCaseConnectionResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['MediationCaseConnection'] = ResolversParentTypes['MediationCaseConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MediationCaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MediationCase']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MediationCaseEdgeResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['MediationCaseEdge'] = ResolversParentTypes['MediationCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MediationCase'], ParentType, ContextType>;
};

export type MediationPartyResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['MediationParty'] = ResolversParentTypes['MediationParty']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  idNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ordinal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['PartyRole']>, ParentType, ContextType>;
};

export type MediationStatisticResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['MediationStatistic'] = ResolversParentTypes['MediationStatistic']> = {
  cases?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  disputeKind?: Resolver<Maybe<ResolversTypes['DisputeKind']>, ParentType, ContextType>;
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['MediationResult']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  moveDetentionMediation?: Resolver<Maybe<ResolversTypes['ActReceipt']>, ParentType, ContextType, RequireFields<MutationMoveDetentionMediationArgs, 'id' | 'key' | 'note' | 'to' | 'version'>>;
  moveDisputeWarning?: Resolver<Maybe<ResolversTypes['ActReceipt']>, ParentType, ContextType, RequireFields<MutationMoveDisputeWarningArgs, 'id' | 'key' | 'note' | 'to' | 'version'>>;
  moveMediationCase?: Resolver<Maybe<ResolversTypes['ActReceipt']>, ParentType, ContextType, RequireFields<MutationMoveMediationCaseArgs, 'id' | 'key' | 'note' | 'to' | 'version'>>;
  openWarningSubject?: Resolver<Maybe<ResolversTypes['ActReceipt']>, ParentType, ContextType, RequireFields<MutationOpenWarningSubjectArgs, 'id' | 'key' | 'note' | 'version'>>;
};

export type PageInfoResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface PlateNoScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PlateNo'], any> {
  name: 'PlateNo';
}

export type QueryResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  caseMeasures?: Resolver<Maybe<ResolversTypes['CaseMeasures']>, ParentType, ContextType, RequireFields<QueryCaseMeasuresArgs, 'during'>>;
  detentionMediations?: Resolver<Maybe<ResolversTypes['DetentionMediationConnection']>, ParentType, ContextType, RequireFields<QueryDetentionMediationsArgs, 'first' | 'orderBy'>>;
  disputeWarnings?: Resolver<Maybe<ResolversTypes['DisputeWarningConnection']>, ParentType, ContextType, RequireFields<QueryDisputeWarningsArgs, 'first' | 'orderBy'>>;
  jointWarnings?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JointWarning']>>, ParentType, ContextType, RequireFields<QueryJointWarningsArgs, 'first'>>;
  mediationCase?: Resolver<Maybe<ResolversTypes['MediationCase']>, ParentType, ContextType, RequireFields<QueryMediationCaseArgs, 'id'>>;
  mediationCases?: Resolver<Maybe<ResolversTypes['MediationCaseConnection']>, ParentType, ContextType, RequireFields<QueryMediationCasesArgs, 'first' | 'orderBy'>>;
  mediationStatistics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MediationStatistic']>>, ParentType, ContextType, RequireFields<QueryMediationStatisticsArgs, 'groupBy' | 'months'>>;
  warningMeasures?: Resolver<Maybe<ResolversTypes['WarningMeasures']>, ParentType, ContextType, RequireFields<QueryWarningMeasuresArgs, 'during'>>;
};

export interface RoadCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RoadCode'], any> {
  name: 'RoadCode';
}

export type RoadEventResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['RoadEvent'] = ResolversParentTypes['RoadEvent'], FederationReferenceType extends FederationReferenceTypes['RoadEvent'] = FederationReferenceTypes['RoadEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RoadEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roadAccidentCases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MediationCase']>>, ParentType, ContextType, RequireFields<RoadEventRoadAccidentCasesArgs, 'first'>>;
};

export type RoadSegmentResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['RoadSegment'] = ResolversParentTypes['RoadSegment'], FederationReferenceType extends FederationReferenceTypes['RoadSegment'] = FederationReferenceTypes['RoadSegment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RoadSegment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roadAccidentCases?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MediationCase']>>, ParentType, ContextType, RequireFields<RoadSegmentRoadAccidentCasesArgs, 'first'>>;
};

export type SensitiveLoopStepResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['SensitiveLoopStep'] = ResolversParentTypes['SensitiveLoopStep']> = {
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

export interface StakeMarkScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['StakeMark'], any> {
  name: 'StakeMark';
}

export type SubscriptionResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  detentionMediationOverdue?: SubscriptionResolver<Maybe<ResolversTypes['DetentionMediation']>, "detentionMediationOverdue", ParentType, ContextType, Partial<SubscriptionDetentionMediationOverdueArgs>>;
  disputeWarningChanged?: SubscriptionResolver<Maybe<ResolversTypes['JointWarning']>, "disputeWarningChanged", ParentType, ContextType, Partial<SubscriptionDisputeWarningChangedArgs>>;
  disputeWarningOverdue?: SubscriptionResolver<Maybe<ResolversTypes['DisputeWarning']>, "disputeWarningOverdue", ParentType, ContextType, Partial<SubscriptionDisputeWarningOverdueArgs>>;
  mediationCaseOverdue?: SubscriptionResolver<Maybe<ResolversTypes['MediationCase']>, "mediationCaseOverdue", ParentType, ContextType, Partial<SubscriptionMediationCaseOverdueArgs>>;
};

export type WarningFactorResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['WarningFactor'] = ResolversParentTypes['WarningFactor']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contribution?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WarningMeasuresResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['WarningMeasures'] = ResolversParentTypes['WarningMeasures']> = {
  closed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  closedLoopRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pushed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WarningSubjectResolvers<ContextType = MediationContext, ParentType extends ResolversParentTypes['WarningSubject'] = ResolversParentTypes['WarningSubject']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = MediationContext> = {
  ActReceipt?: ActReceiptResolvers<ContextType>;
  AdminDivision?: AdminDivisionResolvers<ContextType>;
  AdminDivisionCode?: GraphQLScalarType;
  CaseMeasures?: CaseMeasuresResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DetentionMediation?: DetentionMediationResolvers<ContextType>;
  DetentionMediationConnection?: DetentionMediationConnectionResolvers<ContextType>;
  DetentionMediationEdge?: DetentionMediationEdgeResolvers<ContextType>;
  DisputeWarning?: DisputeWarningResolvers<ContextType>;
  DisputeWarningConnection?: DisputeWarningConnectionResolvers<ContextType>;
  DisputeWarningEdge?: DisputeWarningEdgeResolvers<ContextType>;
  FollowUp?: FollowUpResolvers<ContextType>;
  GeoJSON?: GraphQLScalarType;
  JointWarning?: JointWarningResolvers<ContextType>;
  LoopStep?: LoopStepResolvers<ContextType>;
  MediationCase?: MediationCaseResolvers<ContextType>;
  MediationCaseConnection?: MediationCaseConnectionResolvers<ContextType>;
  MediationCaseEdge?: MediationCaseEdgeResolvers<ContextType>;
  MediationParty?: MediationPartyResolvers<ContextType>;
  MediationStatistic?: MediationStatisticResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlateNo?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  RoadCode?: GraphQLScalarType;
  RoadEvent?: RoadEventResolvers<ContextType>;
  RoadSegment?: RoadSegmentResolvers<ContextType>;
  SensitiveLoopStep?: SensitiveLoopStepResolvers<ContextType>;
  StakeMark?: GraphQLScalarType;
  Subscription?: SubscriptionResolvers<ContextType>;
  WarningFactor?: WarningFactorResolvers<ContextType>;
  WarningMeasures?: WarningMeasuresResolvers<ContextType>;
  WarningSubject?: WarningSubjectResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = MediationContext> = {
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
