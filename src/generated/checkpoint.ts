import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ToldCompanion, CaseStayRow, CaseVehicleRow, CheckpointRow, MeasuredCheckpoint, PassageRow, DisputeIncidentRow, EntityReference, LaneRow, PassageStatisticRow, ReachableCheckpointRow, SearchRingRow, ViolationRow, ToldViolationRate, ViolationStatisticRow, CheckpointContext } from '../storage/index.ts';
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

/** Which ability on the field an input uses. */
export type Capability =
  | 'AGGREGATE'
  | 'FILTER'
  | 'GROUP'
  | 'MATCH'
  | 'SORT';

/** A vehicle that went with the one of the case. It is of somebody who is under no suspicion: its plate is opened one by one. */
export type CaseCompanion = {
  readonly __typename?: 'CaseCompanion';
  /** How many different checkpoints both passed together. */
  readonly checkpoints?: Maybe<Scalars['Int']['output']>;
  /** When they were first seen together. */
  readonly firstAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its pseudonym, which holds for this case alone: for Query.companionPlate. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** When they were last seen together. */
  readonly lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many passages of the vehicle of the case it went with. */
  readonly passages?: Maybe<Scalars['Int']['output']>;
};

/** A while between two passages in a row in one division. */
export type CaseStay = {
  readonly __typename?: 'CaseStay';
  /** Division of both checkpoints. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** The passage before it. */
  readonly from?: Maybe<Scalars['DateTime']['output']>;
  /** Where it was seen before. */
  readonly fromCheckpoint?: Maybe<Checkpoint>;
  /** Whole minutes between them. */
  readonly minutes?: Maybe<Scalars['Int']['output']>;
  /** Where it was seen after; the same one where it turned round. */
  readonly toCheckpoint?: Maybe<Checkpoint>;
  /** The passage after it. */
  readonly until?: Maybe<Scalars['DateTime']['output']>;
};

/** What the checkpoints know of one vehicle in one span of time, for one case. */
export type CaseVehicle = {
  readonly __typename?: 'CaseVehicle';
  /**
   * Vehicles that went with it: seen at the same checkpoints shortly before or after it. Those that shared fewer than three
   * checkpoints with it may have been there by chance, and are told to nobody. At most 50, those with the most first. Refused
   * where the vehicle itself passed more than 1,000 times.
   */
  readonly companions?: Maybe<ReadonlyArray<CaseCompanion>>;
  /** Its passages at checkpoints, earliest first: the trajectory. Query.gantryTrajectory is the transport centre's part of it. */
  readonly passages?: Maybe<CheckpointPassageConnection>;
  /**
   * The border of the search: the checkpoints that it can have reached, at 120 km/h as the crow flies, since it was last seen
   * in the span. The first ring is answered to everybody who may ask, each further one to who has the cursor of the one
   * before, so that a search cannot begin with everything. There are 12 rings. Null where it was not seen.
   */
  readonly searchRing?: Maybe<SearchRing>;
  /**
   * Where it stayed, earliest first: two passages in a row in one division, with a long while between them. Of the first 1,000
   * passages of the span; the 200 longest where there are more.
   */
  readonly stays?: Maybe<ReadonlyArray<CaseStay>>;
};


/** What the checkpoints know of one vehicle in one span of time, for one case. */
export type CaseVehicleCompanionsArgs = {
  atLeast?: Scalars['Int']['input'];
  withinSeconds?: Scalars['Int']['input'];
};


/** What the checkpoints know of one vehicle in one span of time, for one case. */
export type CaseVehiclePassagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What the checkpoints know of one vehicle in one span of time, for one case. */
export type CaseVehicleSearchRingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  stepMinutes?: Scalars['Int']['input'];
};


/** What the checkpoints know of one vehicle in one span of time, for one case. */
export type CaseVehicleStaysArgs = {
  atLeastMinutes?: Scalars['Int']['input'];
};

/** A checkpoint: a place where passing vehicles are recorded (公安卡口, GA/T 1400 Tollgate). */
export type Checkpoint = {
  readonly __typename?: 'Checkpoint';
  /** What boundary or road it watches (TollgateCat). */
  readonly category?: Maybe<CheckpointCategory>;
  /** Twenty-digit number after GA/T 1400 (卡口编号). */
  readonly checkpointId?: Maybe<Scalars['String']['output']>;
  /** Direction that it watches. */
  readonly direction?: Maybe<Direction>;
  /** Division where it stands (PlaceCode). */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** Surrogate id. */
  readonly id: Scalars['ID']['output'];
  /** Whether it is a published place of fixed enforcement. */
  readonly isEnforcement?: Maybe<Scalars['Boolean']['output']>;
  /** Its lanes. */
  readonly lanes?: Maybe<ReadonlyArray<Lane>>;
  /** When the last vehicle passed before an instant; null where none has. */
  readonly lastPassageAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  readonly location?: Maybe<Scalars['GeoJSON']['output']>;
  /** Name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Unit that runs it (OrgCode). */
  readonly orgCode?: Maybe<Scalars['String']['output']>;
  /** Vehicles that passed in a span of time. Told of groups only, it is of whole months, and null where there are too few. */
  readonly passageCount?: Maybe<Scalars['Int']['output']>;
  /** Passages, newest first. */
  readonly passages?: Maybe<ReadonlyArray<CheckpointPassage>>;
  /** Kilometre on that road. */
  readonly policeKm?: Maybe<Scalars['Int']['output']>;
  /** Metre within the kilometre. */
  readonly policeM?: Maybe<Scalars['Int']['output']>;
  /** The police's road code. */
  readonly policeRoadCode?: Maybe<Scalars['String']['output']>;
  /** The segment that it stands on. */
  readonly segment?: Maybe<RoadSegment>;
  /** Whether it works. */
  readonly status?: Maybe<CheckpointStatus>;
  /** What it is for (TollgateUsage); those for public security are shared with nobody by default. */
  readonly usage?: Maybe<CheckpointUsage>;
};


/** A checkpoint: a place where passing vehicles are recorded (公安卡口, GA/T 1400 Tollgate). */
export type CheckpointLastPassageAtArgs = {
  before: Scalars['DateTime']['input'];
};


/** A checkpoint: a place where passing vehicles are recorded (公安卡口, GA/T 1400 Tollgate). */
export type CheckpointPassageCountArgs = {
  during: TimeRange;
  vehicleGroup?: InputMaybe<VehicleGroup>;
};


/** A checkpoint: a place where passing vehicles are recorded (公安卡口, GA/T 1400 Tollgate). */
export type CheckpointPassagesArgs = {
  during?: InputMaybe<TimeRange>;
  first?: Scalars['Int']['input'];
};

/** What a checkpoint watches (GA/T 1400 TollgateCat). */
export type CheckpointCategory =
  | 'COUNTY'
  | 'INTERNATIONAL'
  | 'INTER_CITY'
  | 'INTER_COUNTY'
  | 'INTER_PROVINCE'
  | 'OTHER'
  | 'URBAN';

/** A page of checkpoints. */
export type CheckpointConnection = {
  readonly __typename?: 'CheckpointConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<CheckpointEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Checkpoint>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A checkpoint and how far away it is. */
export type CheckpointDistance = {
  readonly __typename?: 'CheckpointDistance';
  /** The checkpoint. */
  readonly checkpoint: Checkpoint;
  /** Distance in kilometres. */
  readonly distanceKm: Scalars['Float']['output'];
};

/** A checkpoint and its cursor. */
export type CheckpointEdge = {
  readonly __typename?: 'CheckpointEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Checkpoint;
};

/** Which checkpoints. */
export type CheckpointFilter = {
  /** In divisions whose code begins with this one's level. */
  readonly divisionCode?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
  /** On roads with one of these route numbers. */
  readonly roadCodes?: InputMaybe<ReadonlyArray<Scalars['RoadCode']['input']>>;
  /** On one of these segments. */
  readonly segmentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** That recorded no vehicle for a while. */
  readonly silent?: InputMaybe<SilentFilter>;
  /** In one of these states. */
  readonly statuses?: InputMaybe<ReadonlyArray<CheckpointStatus>>;
};

/** Order of checkpoints. */
export type CheckpointOrder =
  | 'ID_ASC';

/** One vehicle's passage at a checkpoint (过车, GA/T 1400 MotorVehicle). */
export type CheckpointPassage = {
  readonly __typename?: 'CheckpointPassage';
  /** The checkpoint. */
  readonly checkpoint?: Maybe<Checkpoint>;
  /** Surrogate id. */
  readonly id: Scalars['ID']['output'];
  /** Address of the image, which never leaves its owner. */
  readonly imageUrl?: Maybe<Scalars['String']['output']>;
  /** Lane. */
  readonly laneNo?: Maybe<Scalars['Int']['output']>;
  /** When (PassTime). */
  readonly passTime?: Maybe<Scalars['DateTime']['output']>;
  /** Class of the plate, two digits of GA/T 16 (号牌种类). */
  readonly plateClass?: Maybe<Scalars['String']['output']>;
  /** Colour of the plate (号牌颜色). */
  readonly plateColor?: Maybe<Scalars['String']['output']>;
  /** Number plate (号牌号码). */
  readonly plateNo?: Maybe<Scalars['PlateNo']['output']>;
  /** Speed in km/h. */
  readonly speedKph?: Maybe<Scalars['Int']['output']>;
  /** Vehicle class, GA/T 16.4: K33, H11 and so on. */
  readonly vehicleClass?: Maybe<Scalars['String']['output']>;
  /** Colour of the vehicle. */
  readonly vehicleColor?: Maybe<Scalars['String']['output']>;
  /** Group of vehicles. */
  readonly vehicleGroup?: Maybe<VehicleGroup>;
};

/** A page of passages. */
export type CheckpointPassageConnection = {
  readonly __typename?: 'CheckpointPassageConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<CheckpointPassageEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<CheckpointPassage>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A passage and its cursor. */
export type CheckpointPassageEdge = {
  readonly __typename?: 'CheckpointPassageEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: CheckpointPassage;
};

/** Which passages. */
export type CheckpointPassageFilter = {
  /** At one of these checkpoints. */
  readonly checkpointIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** In divisions whose code begins with this one's level. */
  readonly divisionCode?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
  /** In this span. */
  readonly during?: InputMaybe<TimeRange>;
  /** Of exactly this plate. */
  readonly plateNo?: InputMaybe<Scalars['PlateNo']['input']>;
  /** Of this group of vehicles. */
  readonly vehicleGroup?: InputMaybe<VehicleGroup>;
};

/** Order of passages. */
export type CheckpointPassageOrder =
  | 'PASS_TIME_DESC';

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

/** Direction along the road's stakes. */
export type Direction =
  /** Both carriageways. */
  | 'BOTH'
  /** Towards lower stakes (下行). */
  | 'DOWN'
  /** Towards higher stakes (上行). */
  | 'UP';

/** A call to the police about a dispute (矛盾纠纷警情): what warnings are scored from. */
export type DisputeIncident = {
  readonly __typename?: 'DisputeIncident';
  /** Division. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** Surrogate id. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** What it was about. */
  readonly kind?: Maybe<IncidentKind>;
  /** When. */
  readonly occurredAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether there was violence. */
  readonly physicalConflict?: Maybe<Scalars['Boolean']['output']>;
  /** Who the parties are to each other. */
  readonly relationship?: Maybe<Relationship>;
  /** The police station that went there. */
  readonly station?: Maybe<Scalars['String']['output']>;
  /** Pseudonym of the person. */
  readonly subjectRef?: Maybe<Scalars['String']['output']>;
  /** Whether a warning letter (告诫书) was issued. */
  readonly warningLetter?: Maybe<Scalars['Boolean']['output']>;
};

/** A page of calls. */
export type DisputeIncidentConnection = {
  readonly __typename?: 'DisputeIncidentConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<DisputeIncidentEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<DisputeIncident>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A call and its cursor. */
export type DisputeIncidentEdge = {
  readonly __typename?: 'DisputeIncidentEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: DisputeIncident;
};

/** Which calls. */
export type DisputeIncidentFilter = {
  /** In divisions whose code begins with this one's level. */
  readonly divisionCode?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
  /** In this span. */
  readonly during?: InputMaybe<TimeRange>;
  /** About one of these. */
  readonly kinds?: InputMaybe<ReadonlyArray<IncidentKind>>;
};

/** Order of calls. */
export type DisputeIncidentOrder =
  | 'OCCURRED_AT_DESC';

export type Gantry = {
  readonly __typename?: 'Gantry';
  /** The checkpoint beside the gantry: the nearest on its segment, else the nearest within a kilometre. */
  readonly checkpoint?: Maybe<Checkpoint>;
  /** Checkpoints within a distance as the crow flies, nearest first, at most 20. */
  readonly checkpointsNearby?: Maybe<ReadonlyArray<CheckpointDistance>>;
  readonly id: Scalars['ID']['output'];
};


export type GantryCheckpointsNearbyArgs = {
  withinKm: Scalars['Float']['input'];
};

/** What a call was about. */
export type IncidentKind =
  | 'DEBT'
  | 'LABOUR'
  | 'MARRIAGE_FAMILY'
  | 'NEIGHBOUR'
  | 'OTHER';

/** A lane that a checkpoint watches. */
export type Lane = {
  readonly __typename?: 'Lane';
  /** Direction. */
  readonly direction?: Maybe<Direction>;
  /** Number of the lane. */
  readonly laneNo?: Maybe<Scalars['Int']['output']>;
  /** Speed limit in km/h. */
  readonly maxSpeedKph?: Maybe<Scalars['Int']['output']>;
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
  /**
   * Takes an off-site enforcement record one step further: entered, open to query, told, handled; or objected to, and then
   * upheld or cancelled.
   */
  readonly moveViolation?: Maybe<ActReceipt>;
};


export type MutationMoveViolationArgs = {
  id: Scalars['ID']['input'];
  key: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  to: ViolationStatus;
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

/** What passages can be grouped by. */
export type PassageGroup =
  | 'CHECKPOINT'
  | 'DIVISION'
  /** Hour of the day at +08:00, 0 to 23. */
  | 'HOUR'
  | 'SEGMENT'
  | 'VEHICLE_GROUP';

/** What can be told of a group of passages. No least and no greatest value: that is always the value of one row. */
export type PassageMeasure =
  /** Mean speed. */
  | 'MEAN_SPEED'
  /** How many different vehicles. One that is in two groups counts in both. */
  | 'VEHICLES';

/** A group of passages in one month. What it is not grouped by is null. */
export type PassageStatistic = {
  readonly __typename?: 'PassageStatistic';
  /** The checkpoint. */
  readonly checkpoint?: Maybe<Checkpoint>;
  /** Division of the checkpoints. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** Hour of the day at +08:00, 0 to 23. */
  readonly hour?: Maybe<Scalars['Int']['output']>;
  /** Mean speed in whole km/h; null where not asked for, or known of too few vehicles. */
  readonly meanSpeedKph?: Maybe<Scalars['Int']['output']>;
  /** The month: 2026-01. */
  readonly month: Scalars['String']['output'];
  /** Passages, rounded; null where all are left out. */
  readonly passages?: Maybe<Scalars['Int']['output']>;
  /** Segment of the checkpoints. */
  readonly segment?: Maybe<RoadSegment>;
  /** Whether rows are left out, to hide a small group beside it: the numbers are of the rest. */
  readonly suppressed: Scalars['Boolean']['output'];
  /** Group of vehicles. */
  readonly vehicleGroup?: Maybe<VehicleGroup>;
  /** Different vehicles, rounded; null where some are left out, or not asked for. */
  readonly vehicles?: Maybe<Scalars['Int']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /**
   * The workspace of a case about one vehicle (合成作战): where it was seen, where it stayed, who went with it, and where it can
   * have got to. The plate is looked for exactly (match): for public safety and with an open case of your own agency. A plate
   * that was never seen is answered like one that was: with empty lists.
   */
  readonly caseVehicle?: Maybe<CaseVehicle>;
  /** One checkpoint by its id. */
  readonly checkpoint?: Maybe<Checkpoint>;
  /** Passages (过车), newest first. */
  readonly checkpointPassages?: Maybe<CheckpointPassageConnection>;
  /** Checkpoints (公安卡口). */
  readonly checkpoints?: Maybe<CheckpointConnection>;
  /**
   * The plate behind a companion's pseudonym, opened for the case that the pseudonym is bound to: a step of its own, which
   * is recorded and counted like looking for a plate.
   */
  readonly companionPlate?: Maybe<Scalars['PlateNo']['output']>;
  /** Calls to the police about disputes (矛盾纠纷警情), newest first. */
  readonly disputeIncidents?: Maybe<DisputeIncidentConnection>;
  /**
   * Passages by calendar month and by what is asked for. Groups of few vehicles are not there, like empty ones. Of a group
   * that could give a small one beside it away, a part is left out. Numbers are rounded.
   */
  readonly passageStatistics?: Maybe<ReadonlyArray<PassageStatistic>>;
  /** Violations by calendar month and by what is asked for, under the same conditions. A cancelled record is no violation. */
  readonly violationStatistics?: Maybe<ReadonlyArray<ViolationStatistic>>;
  /** Off-site enforcement records (非现场执法), newest first. */
  readonly violations?: Maybe<ViolationConnection>;
};


export type QueryCaseVehicleArgs = {
  during: TimeRange;
  plateNo: Scalars['PlateNo']['input'];
};


export type QueryCheckpointArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCheckpointPassagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CheckpointPassageFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: CheckpointPassageOrder;
};


export type QueryCheckpointsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CheckpointFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: CheckpointOrder;
};


export type QueryCompanionPlateArgs = {
  companion: Scalars['ID']['input'];
};


export type QueryDisputeIncidentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DisputeIncidentFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: DisputeIncidentOrder;
};


export type QueryPassageStatisticsArgs = {
  groupBy?: ReadonlyArray<PassageGroup>;
  measures?: ReadonlyArray<PassageMeasure>;
  months: MonthRange;
};


export type QueryViolationStatisticsArgs = {
  groupBy?: ReadonlyArray<ViolationGroup>;
  measures?: ReadonlyArray<ViolationMeasure>;
  months: MonthRange;
};


export type QueryViolationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ViolationFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: ViolationOrder;
};

/** A checkpoint that the vehicle can have reached. */
export type ReachableCheckpoint = {
  readonly __typename?: 'ReachableCheckpoint';
  /** The checkpoint. */
  readonly checkpoint?: Maybe<Checkpoint>;
  /** How far it is from where the vehicle was last seen, as the crow flies. */
  readonly distanceKm?: Maybe<Scalars['Float']['output']>;
  /** When the vehicle can have been there at the earliest. */
  readonly soonestAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Who the parties of a dispute are to each other. */
export type Relationship =
  | 'FORMER_SPOUSES'
  | 'NEIGHBOURS'
  | 'OTHER'
  | 'PARENT_CHILD'
  | 'PARTNERS'
  | 'RELATIVES'
  | 'SPOUSES';

export type RoadSegment = {
  readonly __typename?: 'RoadSegment';
  /** Checkpoints on the segment. */
  readonly checkpoints?: Maybe<ReadonlyArray<Checkpoint>>;
  readonly id: Scalars['ID']['output'];
  /** The checkpoint nearest to the segment along the same road, within a distance; null where there is none. */
  readonly nearestCheckpoint?: Maybe<CheckpointDistance>;
  /**
   * Vehicles that passed the segment's checkpoints in a span of time; with night, only between 22:00 and 06:00. Told of
   * groups only, it is of whole months, and null where there are too few.
   */
  readonly passageCount?: Maybe<Scalars['Int']['output']>;
  /**
   * Violations on the segment in a span of time, by code, with the vehicles counted there in the same span. Told of groups
   * only, they are of whole months, and codes with too few violations are not there.
   */
  readonly violationRates?: Maybe<ReadonlyArray<ViolationRate>>;
};


export type RoadSegmentNearestCheckpointArgs = {
  withinKm: Scalars['Float']['input'];
};


export type RoadSegmentPassageCountArgs = {
  during: TimeRange;
  night?: Scalars['Boolean']['input'];
  vehicleGroup?: InputMaybe<VehicleGroup>;
};


export type RoadSegmentViolationRatesArgs = {
  during: TimeRange;
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

/** The checkpoints that a vehicle can have reached in one more step of a search, beyond the rings before. */
export type SearchRing = {
  readonly __typename?: 'SearchRing';
  /** The checkpoints in the ring, nearest first, at most 200. */
  readonly checkpoints?: Maybe<ReadonlyArray<ReachableCheckpoint>>;
  /** For the next ring; null after the last one. */
  readonly cursor?: Maybe<Scalars['String']['output']>;
  /** The divisions that they lie in, in the order of their codes. */
  readonly divisions?: Maybe<ReadonlyArray<Scalars['AdminDivisionCode']['output']>>;
  /** The ring begins so many kilometres from there. */
  readonly fromKm?: Maybe<Scalars['Float']['output']>;
  /** When the vehicle was last seen. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it was last seen. */
  readonly lastSeenCheckpoint?: Maybe<Checkpoint>;
  /** Which ring, 1 to 12. */
  readonly number?: Maybe<Scalars['Int']['output']>;
  /** When it can have come to the far side of the ring at the earliest. */
  readonly reachedAt?: Maybe<Scalars['DateTime']['output']>;
  /** And ends so many kilometres from there. */
  readonly toKm?: Maybe<Scalars['Float']['output']>;
};

/** How far a value may be shared. Unknown counts as the highest. Secrecy marks are no level: they may not be online. */
export type Sensitivity =
  | 'INTERNAL'
  | 'PUBLIC'
  | 'RESTRICTED'
  | 'SENSITIVE';

/** No vehicle for some hours before an instant. */
export type SilentFilter = {
  /** The instant. */
  readonly at: Scalars['DateTime']['input'];
  /** Hours before it, 1 to 168. */
  readonly hours: Scalars['Int']['input'];
};

/** Whom the values of a field name. */
export type SubjectKind =
  /** A person: by name, identity number, telephone number or pseudonym. */
  | 'PERSON'
  /** A vehicle, by its plate. */
  | 'PLATE';

export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * Passages of one vehicle as they are taken in (布控). The plate is looked for exactly (match): for public safety and with an
   * open case of your own agency. Opening counts as looking for it once, and so does each passage that is told.
   */
  readonly passageRecorded?: Maybe<CheckpointPassage>;
  /**
   * Enforcement records whose deadline passes, once each: told to the agency that has to take the next step, and to the one
   * that supervises the loop.
   */
  readonly violationOverdue?: Maybe<Violation>;
};


export type SubscriptionPassageRecordedArgs = {
  afterNumber?: InputMaybe<Scalars['Int']['input']>;
  plateNo: Scalars['PlateNo']['input'];
};


export type SubscriptionViolationOverdueArgs = {
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

/** An off-site enforcement record (非现场执法): shown from the state ENTERED on. */
export type Violation = {
  readonly __typename?: 'Violation';
  /** The checkpoint, where one recorded it. */
  readonly checkpoint?: Maybe<Checkpoint>;
  /** The device (设备). */
  readonly deviceId?: Maybe<Scalars['String']['output']>;
  /** Division. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** Until when it has to leave its state; null where it may stay. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The agency that it goes up to, since it is overdue; null where it is not. */
  readonly escalatedTo?: Maybe<Scalars['String']['output']>;
  /** Fine in yuan. */
  readonly fineYuan?: Maybe<Scalars['Int']['output']>;
  /** Surrogate id. */
  readonly id: Scalars['ID']['output'];
  /** Measured value, in the unit of the standard value. */
  readonly measured?: Maybe<Scalars['Float']['output']>;
  /** Whether it should have left its state by now. */
  readonly overdue?: Maybe<Scalars['Boolean']['output']>;
  /** Number plate. */
  readonly plateNo?: Maybe<Scalars['PlateNo']['output']>;
  /** Points: 0, 1, 3, 6, 9 or 12. */
  readonly points?: Maybe<Scalars['Int']['output']>;
  /** The segment, by the crosswalk. */
  readonly segment?: Maybe<RoadSegment>;
  /** Where the record comes from. */
  readonly sourceKind?: Maybe<ViolationSource>;
  /** Standard value. */
  readonly standardValue?: Maybe<Scalars['Float']['output']>;
  /** Goes up with every step of its loop; the next one has to name it. */
  readonly stateVersion?: Maybe<Scalars['Int']['output']>;
  /** Where it stands in its life. */
  readonly status?: Maybe<ViolationStatus>;
  /** The steps that it took here, in order, with who and why. */
  readonly steps?: Maybe<ReadonlyArray<LoopStep>>;
  /** Code of the violation, GA/T 16.31. */
  readonly violationCode?: Maybe<Scalars['String']['output']>;
  /** When. */
  readonly violationTime?: Maybe<Scalars['DateTime']['output']>;
};

/** A page of enforcement records. */
export type ViolationConnection = {
  readonly __typename?: 'ViolationConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<ViolationEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Violation>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** An enforcement record and its cursor. */
export type ViolationEdge = {
  readonly __typename?: 'ViolationEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Violation;
};

/** Which enforcement records. */
export type ViolationFilter = {
  /** In divisions whose code begins with this one's level. */
  readonly divisionCode?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
  /** In this span. */
  readonly during?: InputMaybe<TimeRange>;
  /** Only those that are overdue, or only those that are not. */
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** In one of these states. */
  readonly statuses?: InputMaybe<ReadonlyArray<ViolationStatus>>;
  /** With one of these codes. */
  readonly violationCodes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** What violations can be grouped by. */
export type ViolationGroup =
  /** Code of the violation. */
  | 'CODE'
  | 'DIVISION'
  | 'SEGMENT';

/** What can be told of a group of violations. */
export type ViolationMeasure =
  /** How many different vehicles. One that is in two groups counts in both. */
  | 'VEHICLES';

/** Order of enforcement records. */
export type ViolationOrder =
  | 'VIOLATION_TIME_DESC';

/** Violations with one code on one segment. */
export type ViolationRate = {
  readonly __typename?: 'ViolationRate';
  /** Vehicles counted at the segment's checkpoints in the span; null where there are too few to be told. */
  readonly passages?: Maybe<Scalars['Int']['output']>;
  /** Violations for every 10,000 vehicles; null where none was counted. */
  readonly perTenThousand?: Maybe<Scalars['Float']['output']>;
  /** Code of the violation, GA/T 16.31. */
  readonly violationCode: Scalars['String']['output'];
  /** Violations in the span. */
  readonly violations: Scalars['Int']['output'];
};

/** Where an enforcement record comes from. */
export type ViolationSource =
  | 'CCTV'
  | 'CHECKPOINT'
  | 'HANDHELD'
  | 'MOBILE'
  | 'OTHER'
  | 'RED_LIGHT'
  | 'SECTION_SPEED'
  | 'SPEED';

/** A group of violations in one month. What it is not grouped by is null. */
export type ViolationStatistic = {
  readonly __typename?: 'ViolationStatistic';
  /** Division. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** The month: 2026-01. */
  readonly month: Scalars['String']['output'];
  /** The segment. */
  readonly segment?: Maybe<RoadSegment>;
  /** Whether rows are left out, to hide a small group beside it: the numbers are of the rest. */
  readonly suppressed: Scalars['Boolean']['output'];
  /** Different vehicles, rounded; null where some are left out, or not asked for. */
  readonly vehicles?: Maybe<Scalars['Int']['output']>;
  /** Code of the violation, GA/T 16.31. */
  readonly violationCode?: Maybe<Scalars['String']['output']>;
  /** Violations, rounded; null where all are left out. */
  readonly violations?: Maybe<Scalars['Int']['output']>;
};

/** Where an enforcement record stands. */
export type ViolationStatus =
  | 'CANCELLED'
  | 'ENTERED'
  | 'HANDLED'
  | 'NOTIFIED'
  | 'OBJECTED'
  | 'PENALISED'
  | 'QUERYABLE'
  | 'UPHELD';



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
  Checkpoint: Checkpoint;
  CheckpointPassage: CheckpointPassage;
  Gantry: Gantry;
  RoadSegment: RoadSegment;
  Violation: Violation;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Checkpoint:
    ( { __typename: 'Checkpoint' }
    & GraphQLRecursivePick<FederationTypes['Checkpoint'], {"id":true}> );
  CheckpointPassage:
    ( { __typename: 'CheckpointPassage' }
    & GraphQLRecursivePick<FederationTypes['CheckpointPassage'], {"id":true}> );
  Gantry:
    ( { __typename: 'Gantry' }
    & GraphQLRecursivePick<FederationTypes['Gantry'], {"id":true}> );
  RoadSegment:
    ( { __typename: 'RoadSegment' }
    & GraphQLRecursivePick<FederationTypes['RoadSegment'], {"id":true}> );
  Violation:
    ( { __typename: 'Violation' }
    & GraphQLRecursivePick<FederationTypes['Violation'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActReceipt: ResolverTypeWrapper<ActReceipt>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AdminDivisionCode: ResolverTypeWrapper<Scalars['AdminDivisionCode']['output']>;
  Capability: Capability;
  CaseCompanion: ResolverTypeWrapper<ToldCompanion>;
  CaseStay: ResolverTypeWrapper<CaseStayRow>;
  CaseVehicle: ResolverTypeWrapper<CaseVehicleRow>;
  Checkpoint: ResolverTypeWrapper<CheckpointRow>;
  CheckpointCategory: CheckpointCategory;
  CheckpointConnection: ResolverTypeWrapper<Omit<CheckpointConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['CheckpointEdge']>, nodes: ReadonlyArray<ResolversTypes['Checkpoint']> }>;
  CheckpointDistance: ResolverTypeWrapper<MeasuredCheckpoint>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  CheckpointEdge: ResolverTypeWrapper<Omit<CheckpointEdge, 'node'> & { node: ResolversTypes['Checkpoint'] }>;
  CheckpointFilter: CheckpointFilter;
  CheckpointOrder: CheckpointOrder;
  CheckpointPassage: ResolverTypeWrapper<PassageRow>;
  CheckpointPassageConnection: ResolverTypeWrapper<Omit<CheckpointPassageConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['CheckpointPassageEdge']>, nodes: ReadonlyArray<ResolversTypes['CheckpointPassage']> }>;
  CheckpointPassageEdge: ResolverTypeWrapper<Omit<CheckpointPassageEdge, 'node'> & { node: ResolversTypes['CheckpointPassage'] }>;
  CheckpointPassageFilter: CheckpointPassageFilter;
  CheckpointPassageOrder: CheckpointPassageOrder;
  CheckpointStatus: CheckpointStatus;
  CheckpointUsage: CheckpointUsage;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Direction: Direction;
  DisputeIncident: ResolverTypeWrapper<DisputeIncidentRow>;
  DisputeIncidentConnection: ResolverTypeWrapper<Omit<DisputeIncidentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DisputeIncidentEdge']>, nodes: ReadonlyArray<ResolversTypes['DisputeIncident']> }>;
  DisputeIncidentEdge: ResolverTypeWrapper<Omit<DisputeIncidentEdge, 'node'> & { node: ResolversTypes['DisputeIncident'] }>;
  DisputeIncidentFilter: DisputeIncidentFilter;
  DisputeIncidentOrder: DisputeIncidentOrder;
  Gantry: ResolverTypeWrapper<EntityReference>;
  GeoJSON: ResolverTypeWrapper<Scalars['GeoJSON']['output']>;
  IncidentKind: IncidentKind;
  Lane: ResolverTypeWrapper<LaneRow>;
  LoopStep: ResolverTypeWrapper<LoopStep>;
  MonthRange: MonthRange;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PassageGroup: PassageGroup;
  PassageMeasure: PassageMeasure;
  PassageStatistic: ResolverTypeWrapper<PassageStatisticRow>;
  PlateNo: ResolverTypeWrapper<Scalars['PlateNo']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReachableCheckpoint: ResolverTypeWrapper<ReachableCheckpointRow>;
  Relationship: Relationship;
  RoadCode: ResolverTypeWrapper<Scalars['RoadCode']['output']>;
  RoadSegment: ResolverTypeWrapper<EntityReference>;
  RowOperand: RowOperand;
  SearchRing: ResolverTypeWrapper<SearchRingRow>;
  Sensitivity: Sensitivity;
  SilentFilter: SilentFilter;
  StakeMark: ResolverTypeWrapper<Scalars['StakeMark']['output']>;
  SubjectKind: SubjectKind;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TimeRange: TimeRange;
  VehicleGroup: VehicleGroup;
  Violation: ResolverTypeWrapper<ViolationRow>;
  ViolationConnection: ResolverTypeWrapper<Omit<ViolationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ViolationEdge']>, nodes: ReadonlyArray<ResolversTypes['Violation']> }>;
  ViolationEdge: ResolverTypeWrapper<Omit<ViolationEdge, 'node'> & { node: ResolversTypes['Violation'] }>;
  ViolationFilter: ViolationFilter;
  ViolationGroup: ViolationGroup;
  ViolationMeasure: ViolationMeasure;
  ViolationOrder: ViolationOrder;
  ViolationRate: ResolverTypeWrapper<ToldViolationRate>;
  ViolationSource: ViolationSource;
  ViolationStatistic: ResolverTypeWrapper<ViolationStatisticRow>;
  ViolationStatus: ViolationStatus;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActReceipt: ActReceipt;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AdminDivisionCode: Scalars['AdminDivisionCode']['output'];
  CaseCompanion: ToldCompanion;
  CaseStay: CaseStayRow;
  CaseVehicle: CaseVehicleRow;
  Checkpoint: CheckpointRow;
  CheckpointConnection: Omit<CheckpointConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['CheckpointEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Checkpoint']> };
  CheckpointDistance: MeasuredCheckpoint;
  Float: Scalars['Float']['output'];
  CheckpointEdge: Omit<CheckpointEdge, 'node'> & { node: ResolversParentTypes['Checkpoint'] };
  CheckpointFilter: CheckpointFilter;
  CheckpointPassage: PassageRow;
  CheckpointPassageConnection: Omit<CheckpointPassageConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['CheckpointPassageEdge']>, nodes: ReadonlyArray<ResolversParentTypes['CheckpointPassage']> };
  CheckpointPassageEdge: Omit<CheckpointPassageEdge, 'node'> & { node: ResolversParentTypes['CheckpointPassage'] };
  CheckpointPassageFilter: CheckpointPassageFilter;
  DateTime: Scalars['DateTime']['output'];
  DisputeIncident: DisputeIncidentRow;
  DisputeIncidentConnection: Omit<DisputeIncidentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DisputeIncidentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['DisputeIncident']> };
  DisputeIncidentEdge: Omit<DisputeIncidentEdge, 'node'> & { node: ResolversParentTypes['DisputeIncident'] };
  DisputeIncidentFilter: DisputeIncidentFilter;
  Gantry: EntityReference;
  GeoJSON: Scalars['GeoJSON']['output'];
  Lane: LaneRow;
  LoopStep: LoopStep;
  MonthRange: MonthRange;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PassageStatistic: PassageStatisticRow;
  PlateNo: Scalars['PlateNo']['output'];
  Query: Record<PropertyKey, never>;
  ReachableCheckpoint: ReachableCheckpointRow;
  RoadCode: Scalars['RoadCode']['output'];
  RoadSegment: EntityReference;
  SearchRing: SearchRingRow;
  SilentFilter: SilentFilter;
  StakeMark: Scalars['StakeMark']['output'];
  Subscription: Record<PropertyKey, never>;
  TimeRange: TimeRange;
  Violation: ViolationRow;
  ViolationConnection: Omit<ViolationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ViolationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Violation']> };
  ViolationEdge: Omit<ViolationEdge, 'node'> & { node: ResolversParentTypes['Violation'] };
  ViolationFilter: ViolationFilter;
  ViolationRate: ToldViolationRate;
  ViolationStatistic: ViolationStatisticRow;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type BacksDirectiveArgs = {
  as?: Capability;
  field: Scalars['String']['input'];
};

export type BacksDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = BacksDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ClassifiedDirectiveArgs = {
  reason: Scalars['String']['input'];
};

export type ClassifiedDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = ClassifiedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type DerivedFromDirectiveArgs = {
  types: ReadonlyArray<Scalars['String']['input']>;
};

export type DerivedFromDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = DerivedFromDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type HiddenDirectiveArgs = { };

export type HiddenDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = HiddenDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OnlyForDirectiveArgs = {
  purpose: Scalars['String']['input'];
};

export type OnlyForDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = OnlyForDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OrderedByDirectiveArgs = {
  bucketed?: Scalars['Boolean']['input'];
  field: Scalars['String']['input'];
};

export type OrderedByDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = OrderedByDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OwnerDirectiveArgs = {
  agency: Scalars['String']['input'];
};

export type OwnerDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = OwnerDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RowScopedDirectiveArgs = {
  by?: ReadonlyArray<RowOperand>;
};

export type RowScopedDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = RowScopedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SensitivityDirectiveArgs = {
  level: Sensitivity;
};

export type SensitivityDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = SensitivityDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StatisticDirectiveArgs = {
  exact?: Scalars['Boolean']['input'];
};

export type StatisticDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = StatisticDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StructureDirectiveArgs = { };

export type StructureDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = StructureDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SubjectDirectiveArgs = {
  kind: SubjectKind;
};

export type SubjectDirectiveResolver<Result, Parent, ContextType = CheckpointContext, Args = SubjectDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActReceiptResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['ActReceipt'] = ResolversParentTypes['ActReceipt']> = {
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

export type CaseCompanionResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['CaseCompanion'] = ResolversParentTypes['CaseCompanion']> = {
  checkpoints?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  firstAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  lastAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  passages?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CaseStayResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['CaseStay'] = ResolversParentTypes['CaseStay']> = {
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fromCheckpoint?: Resolver<Maybe<ResolversTypes['Checkpoint']>, ParentType, ContextType>;
  minutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  toCheckpoint?: Resolver<Maybe<ResolversTypes['Checkpoint']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CaseVehicleResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['CaseVehicle'] = ResolversParentTypes['CaseVehicle']> = {
  companions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CaseCompanion']>>, ParentType, ContextType, RequireFields<CaseVehicleCompanionsArgs, 'atLeast' | 'withinSeconds'>>;
  passages?: Resolver<Maybe<ResolversTypes['CheckpointPassageConnection']>, ParentType, ContextType, RequireFields<CaseVehiclePassagesArgs, 'first'>>;
  searchRing?: Resolver<Maybe<ResolversTypes['SearchRing']>, ParentType, ContextType, RequireFields<CaseVehicleSearchRingArgs, 'stepMinutes'>>;
  stays?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CaseStay']>>, ParentType, ContextType, RequireFields<CaseVehicleStaysArgs, 'atLeastMinutes'>>;
};

export type CheckpointResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['Checkpoint'] = ResolversParentTypes['Checkpoint'], FederationReferenceType extends FederationReferenceTypes['Checkpoint'] = FederationReferenceTypes['Checkpoint']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Checkpoint']> | FederationReferenceType, FederationReferenceType, ContextType>;
  category?: Resolver<Maybe<ResolversTypes['CheckpointCategory']>, ParentType, ContextType>;
  checkpointId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['Direction']>, ParentType, ContextType>;
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isEnforcement?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  lanes?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Lane']>>, ParentType, ContextType>;
  lastPassageAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType, RequireFields<CheckpointLastPassageAtArgs, 'before'>>;
  location?: Resolver<Maybe<ResolversTypes['GeoJSON']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  orgCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  passageCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<CheckpointPassageCountArgs, 'during'>>;
  passages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CheckpointPassage']>>, ParentType, ContextType, RequireFields<CheckpointPassagesArgs, 'first'>>;
  policeKm?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  policeM?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  policeRoadCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['RoadSegment']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['CheckpointStatus']>, ParentType, ContextType>;
  usage?: Resolver<Maybe<ResolversTypes['CheckpointUsage']>, ParentType, ContextType>;
};

export type CheckpointConnectionResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['CheckpointConnection'] = ResolversParentTypes['CheckpointConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CheckpointEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Checkpoint']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CheckpointDistanceResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['CheckpointDistance'] = ResolversParentTypes['CheckpointDistance']> = {
  checkpoint?: Resolver<ResolversTypes['Checkpoint'], ParentType, ContextType>;
  distanceKm?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CheckpointEdgeResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['CheckpointEdge'] = ResolversParentTypes['CheckpointEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Checkpoint'], ParentType, ContextType>;
};

export type CheckpointPassageResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['CheckpointPassage'] = ResolversParentTypes['CheckpointPassage'], FederationReferenceType extends FederationReferenceTypes['CheckpointPassage'] = FederationReferenceTypes['CheckpointPassage']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CheckpointPassage']> | FederationReferenceType, FederationReferenceType, ContextType>;
  checkpoint?: Resolver<Maybe<ResolversTypes['Checkpoint']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imageUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  laneNo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  passTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  plateClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plateColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plateNo?: Resolver<Maybe<ResolversTypes['PlateNo']>, ParentType, ContextType>;
  speedKph?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  vehicleClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vehicleColor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vehicleGroup?: Resolver<Maybe<ResolversTypes['VehicleGroup']>, ParentType, ContextType>;
};

export type CheckpointPassageConnectionResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['CheckpointPassageConnection'] = ResolversParentTypes['CheckpointPassageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CheckpointPassageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['CheckpointPassage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CheckpointPassageEdgeResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['CheckpointPassageEdge'] = ResolversParentTypes['CheckpointPassageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CheckpointPassage'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DisputeIncidentResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['DisputeIncident'] = ResolversParentTypes['DisputeIncident']> = {
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['IncidentKind']>, ParentType, ContextType>;
  occurredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  physicalConflict?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  relationship?: Resolver<Maybe<ResolversTypes['Relationship']>, ParentType, ContextType>;
  station?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subjectRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  warningLetter?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type DisputeIncidentConnectionResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['DisputeIncidentConnection'] = ResolversParentTypes['DisputeIncidentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DisputeIncidentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['DisputeIncident']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DisputeIncidentEdgeResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['DisputeIncidentEdge'] = ResolversParentTypes['DisputeIncidentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DisputeIncident'], ParentType, ContextType>;
};

export type GantryResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['Gantry'] = ResolversParentTypes['Gantry'], FederationReferenceType extends FederationReferenceTypes['Gantry'] = FederationReferenceTypes['Gantry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Gantry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  checkpoint?: Resolver<Maybe<ResolversTypes['Checkpoint']>, ParentType, ContextType>;
  checkpointsNearby?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CheckpointDistance']>>, ParentType, ContextType, RequireFields<GantryCheckpointsNearbyArgs, 'withinKm'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface GeoJsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['GeoJSON'], any> {
  name: 'GeoJSON';
}

export type LaneResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['Lane'] = ResolversParentTypes['Lane']> = {
  direction?: Resolver<Maybe<ResolversTypes['Direction']>, ParentType, ContextType>;
  laneNo?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  maxSpeedKph?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LoopStepResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['LoopStep'] = ResolversParentTypes['LoopStep']> = {
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

export type MutationResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  moveViolation?: Resolver<Maybe<ResolversTypes['ActReceipt']>, ParentType, ContextType, RequireFields<MutationMoveViolationArgs, 'id' | 'key' | 'note' | 'to' | 'version'>>;
};

export type PageInfoResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type PassageStatisticResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['PassageStatistic'] = ResolversParentTypes['PassageStatistic']> = {
  checkpoint?: Resolver<Maybe<ResolversTypes['Checkpoint']>, ParentType, ContextType>;
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  hour?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  meanSpeedKph?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passages?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['RoadSegment']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  vehicleGroup?: Resolver<Maybe<ResolversTypes['VehicleGroup']>, ParentType, ContextType>;
  vehicles?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface PlateNoScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PlateNo'], any> {
  name: 'PlateNo';
}

export type QueryResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  caseVehicle?: Resolver<Maybe<ResolversTypes['CaseVehicle']>, ParentType, ContextType, RequireFields<QueryCaseVehicleArgs, 'during' | 'plateNo'>>;
  checkpoint?: Resolver<Maybe<ResolversTypes['Checkpoint']>, ParentType, ContextType, RequireFields<QueryCheckpointArgs, 'id'>>;
  checkpointPassages?: Resolver<Maybe<ResolversTypes['CheckpointPassageConnection']>, ParentType, ContextType, RequireFields<QueryCheckpointPassagesArgs, 'first' | 'orderBy'>>;
  checkpoints?: Resolver<Maybe<ResolversTypes['CheckpointConnection']>, ParentType, ContextType, RequireFields<QueryCheckpointsArgs, 'first' | 'orderBy'>>;
  companionPlate?: Resolver<Maybe<ResolversTypes['PlateNo']>, ParentType, ContextType, RequireFields<QueryCompanionPlateArgs, 'companion'>>;
  disputeIncidents?: Resolver<Maybe<ResolversTypes['DisputeIncidentConnection']>, ParentType, ContextType, RequireFields<QueryDisputeIncidentsArgs, 'first' | 'orderBy'>>;
  passageStatistics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['PassageStatistic']>>, ParentType, ContextType, RequireFields<QueryPassageStatisticsArgs, 'groupBy' | 'measures' | 'months'>>;
  violationStatistics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ViolationStatistic']>>, ParentType, ContextType, RequireFields<QueryViolationStatisticsArgs, 'groupBy' | 'measures' | 'months'>>;
  violations?: Resolver<Maybe<ResolversTypes['ViolationConnection']>, ParentType, ContextType, RequireFields<QueryViolationsArgs, 'first' | 'orderBy'>>;
};

export type ReachableCheckpointResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['ReachableCheckpoint'] = ResolversParentTypes['ReachableCheckpoint']> = {
  checkpoint?: Resolver<Maybe<ResolversTypes['Checkpoint']>, ParentType, ContextType>;
  distanceKm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  soonestAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export interface RoadCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RoadCode'], any> {
  name: 'RoadCode';
}

export type RoadSegmentResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['RoadSegment'] = ResolversParentTypes['RoadSegment'], FederationReferenceType extends FederationReferenceTypes['RoadSegment'] = FederationReferenceTypes['RoadSegment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RoadSegment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  checkpoints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Checkpoint']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nearestCheckpoint?: Resolver<Maybe<ResolversTypes['CheckpointDistance']>, ParentType, ContextType, RequireFields<RoadSegmentNearestCheckpointArgs, 'withinKm'>>;
  passageCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<RoadSegmentPassageCountArgs, 'during' | 'night'>>;
  violationRates?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ViolationRate']>>, ParentType, ContextType, RequireFields<RoadSegmentViolationRatesArgs, 'during'>>;
};

export type SearchRingResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['SearchRing'] = ResolversParentTypes['SearchRing']> = {
  checkpoints?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ReachableCheckpoint']>>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  divisions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AdminDivisionCode']>>, ParentType, ContextType>;
  fromKm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastSeenCheckpoint?: Resolver<Maybe<ResolversTypes['Checkpoint']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reachedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  toKm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export interface StakeMarkScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['StakeMark'], any> {
  name: 'StakeMark';
}

export type SubscriptionResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  passageRecorded?: SubscriptionResolver<Maybe<ResolversTypes['CheckpointPassage']>, "passageRecorded", ParentType, ContextType, RequireFields<SubscriptionPassageRecordedArgs, 'plateNo'>>;
  violationOverdue?: SubscriptionResolver<Maybe<ResolversTypes['Violation']>, "violationOverdue", ParentType, ContextType, Partial<SubscriptionViolationOverdueArgs>>;
};

export type ViolationResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['Violation'] = ResolversParentTypes['Violation'], FederationReferenceType extends FederationReferenceTypes['Violation'] = FederationReferenceTypes['Violation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Violation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  checkpoint?: Resolver<Maybe<ResolversTypes['Checkpoint']>, ParentType, ContextType>;
  deviceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  escalatedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  fineYuan?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measured?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  plateNo?: Resolver<Maybe<ResolversTypes['PlateNo']>, ParentType, ContextType>;
  points?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['RoadSegment']>, ParentType, ContextType>;
  sourceKind?: Resolver<Maybe<ResolversTypes['ViolationSource']>, ParentType, ContextType>;
  standardValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stateVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['ViolationStatus']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoopStep']>>, ParentType, ContextType>;
  violationCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  violationTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ViolationConnectionResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['ViolationConnection'] = ResolversParentTypes['ViolationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ViolationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Violation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ViolationEdgeResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['ViolationEdge'] = ResolversParentTypes['ViolationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Violation'], ParentType, ContextType>;
};

export type ViolationRateResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['ViolationRate'] = ResolversParentTypes['ViolationRate']> = {
  passages?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  perTenThousand?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  violationCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  violations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ViolationStatisticResolvers<ContextType = CheckpointContext, ParentType extends ResolversParentTypes['ViolationStatistic'] = ResolversParentTypes['ViolationStatistic']> = {
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['RoadSegment']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  vehicles?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  violationCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  violations?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = CheckpointContext> = {
  ActReceipt?: ActReceiptResolvers<ContextType>;
  AdminDivisionCode?: GraphQLScalarType;
  CaseCompanion?: CaseCompanionResolvers<ContextType>;
  CaseStay?: CaseStayResolvers<ContextType>;
  CaseVehicle?: CaseVehicleResolvers<ContextType>;
  Checkpoint?: CheckpointResolvers<ContextType>;
  CheckpointConnection?: CheckpointConnectionResolvers<ContextType>;
  CheckpointDistance?: CheckpointDistanceResolvers<ContextType>;
  CheckpointEdge?: CheckpointEdgeResolvers<ContextType>;
  CheckpointPassage?: CheckpointPassageResolvers<ContextType>;
  CheckpointPassageConnection?: CheckpointPassageConnectionResolvers<ContextType>;
  CheckpointPassageEdge?: CheckpointPassageEdgeResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DisputeIncident?: DisputeIncidentResolvers<ContextType>;
  DisputeIncidentConnection?: DisputeIncidentConnectionResolvers<ContextType>;
  DisputeIncidentEdge?: DisputeIncidentEdgeResolvers<ContextType>;
  Gantry?: GantryResolvers<ContextType>;
  GeoJSON?: GraphQLScalarType;
  Lane?: LaneResolvers<ContextType>;
  LoopStep?: LoopStepResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PassageStatistic?: PassageStatisticResolvers<ContextType>;
  PlateNo?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  ReachableCheckpoint?: ReachableCheckpointResolvers<ContextType>;
  RoadCode?: GraphQLScalarType;
  RoadSegment?: RoadSegmentResolvers<ContextType>;
  SearchRing?: SearchRingResolvers<ContextType>;
  StakeMark?: GraphQLScalarType;
  Subscription?: SubscriptionResolvers<ContextType>;
  Violation?: ViolationResolvers<ContextType>;
  ViolationConnection?: ViolationConnectionResolvers<ContextType>;
  ViolationEdge?: ViolationEdgeResolvers<ContextType>;
  ViolationRate?: ViolationRateResolvers<ContextType>;
  ViolationStatistic?: ViolationStatisticResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = CheckpointContext> = {
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
