import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AdminDivisionRow, AxleLoadRow, ClosureSummaryRow, DetourRow, DetourLegRow, FlowBucketRow, FlowObservationRow, GantryRow, GantryPassageRow, GantryStatisticRow, RoadRow, RoadCrosswalkRow, RoadEventRow, ToldRoadMeasures, RoadSegmentRow, TrafficContext } from '../storage/index.ts';
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

/** Administrative class of a road (行政等级): the letter of its code. */
export type AdminClass =
  | 'COUNTY'
  | 'NATIONAL'
  | 'PROVINCIAL'
  | 'SPECIAL'
  | 'TOWNSHIP'
  | 'VILLAGE';

/** An administrative division after GB/T 2260 (行政区划). */
export type AdminDivision = {
  readonly __typename?: 'AdminDivision';
  /** Road accidents recorded in the division in a span of time. */
  readonly accidentCount?: Maybe<Scalars['Int']['output']>;
  /** Six-digit code. */
  readonly code: Scalars['AdminDivisionCode']['output'];
  /** Kind of unit: league, banner, district and so on. */
  readonly kind?: Maybe<DivisionKind>;
  /** Level: province, prefecture or county. */
  readonly level?: Maybe<DivisionLevel>;
  /** Name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** The division above. */
  readonly parent?: Maybe<AdminDivision>;
};


/** An administrative division after GB/T 2260 (行政区划). */
export type AdminDivisionAccidentCountArgs = {
  during: TimeRange;
};

/** A page of administrative divisions. */
export type AdminDivisionConnection = {
  readonly __typename?: 'AdminDivisionConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<AdminDivisionEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<AdminDivision>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** An administrative division and its cursor. */
export type AdminDivisionEdge = {
  readonly __typename?: 'AdminDivisionEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: AdminDivision;
};

/** Which administrative divisions. */
export type AdminDivisionFilter = {
  /** Divisions of this level. */
  readonly level?: InputMaybe<DivisionLevel>;
  /** Divisions directly below this one. */
  readonly parent?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
};

/** Goods vehicles with one number of axles under one gantry. */
export type AxleLoad = {
  readonly __typename?: 'AxleLoad';
  /** Number of axles. */
  readonly axleCount: Scalars['Int']['output'];
  /** Vehicles above the limit. */
  readonly overweight: Scalars['Int']['output'];
  /** Vehicles weighed. */
  readonly passages: Scalars['Int']['output'];
};

/** Which ability on the field an input uses. */
export type Capability =
  | 'AGGREGATE'
  | 'FILTER'
  | 'GROUP'
  | 'MATCH'
  | 'SORT';

/** Closures of one road in one winter. */
export type ClosureSummary = {
  readonly __typename?: 'ClosureSummary';
  /** How often the road was closed. */
  readonly closures: Scalars['Int']['output'];
  /** Mean hours until it was open again; null where none has ended. */
  readonly meanHours?: Maybe<Scalars['Float']['output']>;
  /** Route number. */
  readonly roadCode?: Maybe<Scalars['RoadCode']['output']>;
  /** The winter, by the year that it begins in: 2025 is July 2025 to June 2026. */
  readonly winter: Scalars['Int']['output'];
};

/** Who may be told of an event (DATEX II). */
export type Confidentiality =
  /** The operator of the roads only. */
  | 'INTERNAL_USE'
  /** Everybody. */
  | 'NO_RESTRICTION'
  /** Agencies, not the public. */
  | 'RESTRICTED_TO_AUTHORITIES';

/** A way around a road event (绕行), for everybody on the road. */
export type Detour = {
  readonly __typename?: 'Detour';
  /** In words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** Whether no real event closes all lanes anywhere on the way now; null where a stretch is not in the register. */
  readonly isOpen?: Maybe<Scalars['Boolean']['output']>;
  /** The stretches of road that it leads over, in the order of travel; none where it is told in words only. */
  readonly legs: ReadonlyArray<DetourLeg>;
  /** The lowest technical grade on the way; null where a stretch, or the grade of a part of it, is not in the register. */
  readonly lowestGrade?: Maybe<TechnicalGrade>;
};

/** A stretch of road that a detour leads over. */
export type DetourLeg = {
  readonly __typename?: 'DetourLeg';
  /** Division of a rural road, whose number repeats from county to county; null where it is the event's. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** Stake at which it begins, in metres. */
  readonly fromStakeM: Scalars['Int']['output'];
  /** Route number. */
  readonly roadCode: Scalars['RoadCode']['output'];
  /** The segments that it leads over, in the order of travel. */
  readonly segments: ReadonlyArray<RoadSegment>;
  /** Stake at which it ends, in metres; the lower one where it leads towards lower stakes. */
  readonly toStakeM: Scalars['Int']['output'];
};

/** Direction along the road's stakes. */
export type Direction =
  /** Both carriageways. */
  | 'BOTH'
  /** Towards lower stakes (下行). */
  | 'DOWN'
  /** Towards higher stakes (上行). */
  | 'UP';

/** Kind of an administrative division. */
export type DivisionKind =
  | 'AUTONOMOUS_BANNER'
  | 'AUTONOMOUS_COUNTY'
  | 'AUTONOMOUS_PREFECTURE'
  | 'AUTONOMOUS_REGION'
  | 'BANNER'
  | 'CITY'
  | 'COUNTY'
  | 'COUNTY_CITY'
  | 'DISTRICT'
  | 'LEAGUE'
  | 'MUNICIPALITY'
  | 'OTHER'
  | 'PROVINCE'
  | 'SPECIAL_REGION';

/** Level of an administrative division. */
export type DivisionLevel =
  | 'COUNTY'
  | 'PREFECTURE'
  | 'PROVINCE';

/** Vehicles of one class in one bucket of time. */
export type FlowBucket = {
  readonly __typename?: 'FlowBucket';
  /** Mean speed in km/h, weighted by vehicles; null where no vehicle had a speed. */
  readonly averageSpeedKph?: Maybe<Scalars['Float']['output']>;
  /** First instant of the bucket, at +08:00. */
  readonly start: Scalars['DateTime']['output'];
  /** Class of vehicles. */
  readonly vehicleClass: FlowVehicleClass;
  /** Vehicles counted. */
  readonly vehicleCount: Scalars['Int']['output'];
};

/** Length of a bucket of time. */
export type FlowBucketSize =
  | 'DAY'
  | 'HOUR'
  | 'MONTH';

/** What one station counted of one vehicle class in one period (交通流量). */
export type FlowObservation = {
  readonly __typename?: 'FlowObservation';
  /** Mean speed in km/h; null where no vehicle had a speed. */
  readonly averageSpeedKph?: Maybe<Scalars['Float']['output']>;
  /** Direction observed. */
  readonly direction?: Maybe<Direction>;
  /** Length of the period in minutes: 5, 15, 60 or 1440. */
  readonly periodMinutes?: Maybe<Scalars['Int']['output']>;
  /** First instant of the period. */
  readonly periodStart?: Maybe<Scalars['DateTime']['output']>;
  /** The segment observed. */
  readonly segment?: Maybe<RoadSegment>;
  /** The station: a survey station, a gantry, or a pair of gantries. */
  readonly stationId?: Maybe<Scalars['ID']['output']>;
  /** Whether the station counts always or at times. */
  readonly stationType?: Maybe<StationType>;
  /** Class of vehicles. */
  readonly vehicleClass?: Maybe<FlowVehicleClass>;
  /** Vehicles counted; null where the source had no data. */
  readonly vehicleCount?: Maybe<Scalars['Int']['output']>;
};

/** Vehicle classes of traffic surveys (交调). */
export type FlowVehicleClass =
  | 'CONTAINER'
  | 'EXTRA_LARGE_TRUCK'
  | 'LARGE_PASSENGER'
  | 'LARGE_TRUCK'
  | 'MEDIUM_TRUCK'
  | 'MOTORCYCLE'
  | 'NON_MOTOR'
  | 'SMALL_PASSENGER'
  | 'SMALL_TRUCK'
  | 'TRACTOR'
  | 'TRAILER_TRUCK';

/** An ETC gantry (门架). */
export type Gantry = {
  readonly __typename?: 'Gantry';
  /** Goods vehicles under the gantry by number of axles, and how many weighed more than the limit of GB 1589. */
  readonly axleLoads?: Maybe<ReadonlyArray<AxleLoad>>;
  /** Carriageway that it spans. */
  readonly direction?: Maybe<Direction>;
  /** Division where it stands. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** Observations at the gantry, newest first. */
  readonly flowObservations?: Maybe<ReadonlyArray<FlowObservation>>;
  /** Hexadecimal number, as vehicles' units read it. */
  readonly gantryHex?: Maybe<Scalars['String']['output']>;
  /** Surrogate id: the gantry's number. */
  readonly id: Scalars['ID']['output'];
  /** Where it stands. */
  readonly location?: Maybe<Scalars['GeoJSON']['output']>;
  /** Name: the interchanges that it stands between. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Order along the road: 1xx up, 2xx down. */
  readonly orderNum?: Maybe<Scalars['Int']['output']>;
  /** Passages under the gantry, newest first. */
  readonly passages?: Maybe<ReadonlyArray<GantryPassage>>;
  /** The segment under it. */
  readonly segment?: Maybe<RoadSegment>;
  /** Stake in metres. */
  readonly stakeM?: Maybe<Scalars['Int']['output']>;
};


/** An ETC gantry (门架). */
export type GantryAxleLoadsArgs = {
  during: TimeRange;
};


/** An ETC gantry (门架). */
export type GantryFlowObservationsArgs = {
  during?: InputMaybe<TimeRange>;
  first?: Scalars['Int']['input'];
};


/** An ETC gantry (门架). */
export type GantryPassagesArgs = {
  during?: InputMaybe<TimeRange>;
  first?: Scalars['Int']['input'];
};

/** A page of gantries. */
export type GantryConnection = {
  readonly __typename?: 'GantryConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<GantryEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<Gantry>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A gantry and its cursor. */
export type GantryEdge = {
  readonly __typename?: 'GantryEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: Gantry;
};

/** Which gantries. */
export type GantryFilter = {
  /** In divisions whose code begins with this one's level. */
  readonly divisionCode?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
  /** On one of these segments. */
  readonly segmentIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** Order of gantries. */
export type GantryOrder =
  | 'ID_ASC';

/** One vehicle's passage under a gantry. */
export type GantryPassage = {
  readonly __typename?: 'GantryPassage';
  /** Account balance and card numbers of the toll system; they never leave their owner. */
  readonly account?: Maybe<Scalars['String']['output']>;
  /** Number of axles. */
  readonly axleCount?: Maybe<Scalars['Int']['output']>;
  /** The gantry. */
  readonly gantry?: Maybe<Gantry>;
  /** Surrogate id. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** What the vehicle carried: OBU or CPC card. */
  readonly mediaType?: Maybe<MediaType>;
  /** Total weight in kilograms. */
  readonly totalWeightKg?: Maybe<Scalars['Int']['output']>;
  /** When. */
  readonly transTime?: Maybe<Scalars['DateTime']['output']>;
  /** Group of vehicles. */
  readonly vehicleGroup?: Maybe<VehicleGroup>;
  /** Number plate, where the source has one. */
  readonly vehiclePlate?: Maybe<Scalars['PlateNo']['output']>;
  /** Vehicle type by JT/T 489: 1-4 passenger, 11-16 goods, 21-26 special. */
  readonly vehicleType?: Maybe<Scalars['String']['output']>;
};

/** A page of passages under gantries. */
export type GantryPassageConnection = {
  readonly __typename?: 'GantryPassageConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<GantryPassageEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<GantryPassage>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A passage under a gantry and its cursor. */
export type GantryPassageEdge = {
  readonly __typename?: 'GantryPassageEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: GantryPassage;
};

/** What passages under gantries can be grouped by. */
export type GantryPassageGroup =
  | 'DIVISION'
  | 'GANTRY'
  | 'SEGMENT'
  | 'VEHICLE_GROUP';

/** What can be told of a group of passages under gantries. */
export type GantryPassageMeasure =
  /** How many different vehicles. One that is in two groups counts in both. */
  | 'VEHICLES';

/** A group of passages under gantries in one month. What it is not grouped by is null. */
export type GantryStatistic = {
  readonly __typename?: 'GantryStatistic';
  /** Division of the gantries. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** The gantry. */
  readonly gantry?: Maybe<Gantry>;
  /** The month: 2026-01. */
  readonly month: Scalars['String']['output'];
  /** Passages, rounded; null where all are left out. */
  readonly passages?: Maybe<Scalars['Int']['output']>;
  /** Segment under the gantries. */
  readonly segment?: Maybe<RoadSegment>;
  /** Whether rows are left out, to hide a small group beside it: the numbers are of the rest. */
  readonly suppressed: Scalars['Boolean']['output'];
  /** Group of vehicles. */
  readonly vehicleGroup?: Maybe<VehicleGroup>;
  /** Different vehicles, rounded; null where some are left out, or not asked for. */
  readonly vehicles?: Maybe<Scalars['Int']['output']>;
};

/** Whether an event is real. */
export type InformationStatus =
  | 'REAL'
  | 'SECURITY_EXERCISE'
  | 'TECHNICAL_EXERCISE'
  | 'TEST';

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

/** What identifies a vehicle to a gantry. */
export type MediaType =
  | 'CPC'
  | 'OBU';

/** Calendar months at +08:00, from the first to the last, both included and both over: 2026-01. At most 36. */
export type MonthRange = {
  /** First month. */
  readonly from: Scalars['String']['input'];
  /** Last month. */
  readonly to: Scalars['String']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Takes a road event one step further. What was planned is completed or cancelled; what was sudden is verified and cleared. */
  readonly moveRoadEvent?: Maybe<ActReceipt>;
};


export type MutationMoveRoadEventArgs = {
  id: Scalars['ID']['input'];
  key: Scalars['ID']['input'];
  note: Scalars['String']['input'];
  to: RoadEventStatus;
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

export type Query = {
  readonly __typename?: 'Query';
  /** One administrative division by its code. */
  readonly adminDivision?: Maybe<AdminDivision>;
  /** Administrative divisions, in order of code. */
  readonly adminDivisions?: Maybe<AdminDivisionConnection>;
  /** How often and how long each road was closed for a surface condition, by winter (July to June). */
  readonly closureSummary?: Maybe<ReadonlyArray<ClosureSummary>>;
  /** Vehicles counted at one stake of a road, in buckets of time by vehicle class, earliest first. */
  readonly flowAtStake?: Maybe<ReadonlyArray<FlowBucket>>;
  /** ETC gantries (门架). */
  readonly gantries?: Maybe<GantryConnection>;
  /** One ETC gantry by its id. */
  readonly gantry?: Maybe<Gantry>;
  /**
   * Passages under gantries by calendar month and by what is asked for. Groups of few vehicles are not there, like empty ones.
   * Of a group that could give a small one beside it away, a part is left out. Numbers are rounded.
   */
  readonly gantryStatistics?: Maybe<ReadonlyArray<GantryStatistic>>;
  /**
   * Passages of one vehicle under gantries, earliest first: the transport centre's part of a trajectory. The plate is looked
   * for exactly (match): for public safety and with an open case of your own agency. Query.caseVehicle has the police's part.
   */
  readonly gantryTrajectory?: Maybe<GantryPassageConnection>;
  /** One road event by its id. */
  readonly roadEvent?: Maybe<RoadEvent>;
  /** Road events: closures, accidents, roadworks, weather. */
  readonly roadEvents?: Maybe<RoadEventConnection>;
  /** How well roads are watched, and how fast events are told of, in a span of time. */
  readonly roadMeasures?: Maybe<RoadMeasures>;
  /** One road segment by its id. */
  readonly roadSegment?: Maybe<RoadSegment>;
  /** Road segments. */
  readonly roadSegments?: Maybe<RoadSegmentConnection>;
};


export type QueryAdminDivisionArgs = {
  code: Scalars['AdminDivisionCode']['input'];
};


export type QueryAdminDivisionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AdminDivisionFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryClosureSummaryArgs = {
  during: TimeRange;
  surfaceCondition: SurfaceCondition;
};


export type QueryFlowAtStakeArgs = {
  bucket?: FlowBucketSize;
  during: TimeRange;
  roadCode: Scalars['RoadCode']['input'];
  stake: Scalars['StakeMark']['input'];
};


export type QueryGantriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GantryFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: GantryOrder;
};


export type QueryGantryArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGantryStatisticsArgs = {
  groupBy?: ReadonlyArray<GantryPassageGroup>;
  measures?: ReadonlyArray<GantryPassageMeasure>;
  months: MonthRange;
};


export type QueryGantryTrajectoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  during: TimeRange;
  first?: Scalars['Int']['input'];
  plateNo: Scalars['PlateNo']['input'];
};


export type QueryRoadEventArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRoadEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RoadEventFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: RoadEventOrder;
};


export type QueryRoadMeasuresArgs = {
  during: TimeRange;
};


export type QueryRoadSegmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRoadSegmentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RoadSegmentFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: RoadSegmentOrder;
};

/** A road (路线). */
export type Road = {
  readonly __typename?: 'Road';
  /** Administrative class (行政等级). */
  readonly adminClass?: Maybe<AdminClass>;
  /** Which standard or register the road's reference comes from. */
  readonly codeSystem?: Maybe<RoadCodeSystem>;
  /** Surrogate id. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Name. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** Route number after GB/T 917, where the source uses that standard. */
  readonly roadCode?: Maybe<Scalars['RoadCode']['output']>;
  /** The road's reference as its register writes it. */
  readonly roadRef?: Maybe<Scalars['String']['output']>;
};

/** Where a road reference comes from. */
export type RoadCodeSystem =
  /** GB/T 917, the national standard. */
  | 'GB_T_917'
  /** The ref tag of OpenStreetMap. */
  | 'OSM_REF'
  /** Freeway numbers of a gantry register. */
  | 'TW_FREEWAY';

/** Where a place in the police's own road code meets the road register: without it there is no join. */
export type RoadCrosswalk = {
  readonly __typename?: 'RoadCrosswalk';
  /** Surrogate id. */
  readonly id?: Maybe<Scalars['ID']['output']>;
  /** Kilometre. */
  readonly policeKm?: Maybe<Scalars['Int']['output']>;
  /** Metre within the kilometre. */
  readonly policeM?: Maybe<Scalars['Int']['output']>;
  /** The police's road code (公安道路代码). */
  readonly policeRoadCode?: Maybe<Scalars['String']['output']>;
  /** Route number in the register. */
  readonly roadCode?: Maybe<Scalars['RoadCode']['output']>;
  /** Stake in the register, in metres. */
  readonly stakeM?: Maybe<Scalars['Int']['output']>;
  /** When both agencies last looked at it together. */
  readonly verifiedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A road event (DATEX II, 公路交通阻断信息). */
export type RoadEvent = {
  readonly __typename?: 'RoadEvent';
  /** Cause. */
  readonly cause?: Maybe<RoadEventCause>;
  /** Who may be told of it: nobody else finds it, or sees it counted. Tests and exercises are told to authorities only. */
  readonly confidentiality?: Maybe<Confidentiality>;
  /** People killed. */
  readonly deaths?: Maybe<Scalars['Int']['output']>;
  /** What happened, in the reporter's words. */
  readonly description?: Maybe<Scalars['String']['output']>;
  /** The way around (绕行), where there is one. */
  readonly detour?: Maybe<Detour>;
  /** Direction. */
  readonly direction?: Maybe<Direction>;
  /** Division. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** Until when it has to leave its state; null where it may stay. */
  readonly dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Stake at the end, in metres. */
  readonly endStakeM?: Maybe<Scalars['Int']['output']>;
  /** The agency that it goes up to, since it is overdue; null where it is not. */
  readonly escalatedTo?: Maybe<Scalars['String']['output']>;
  /** Kind. */
  readonly eventKind?: Maybe<RoadEventKind>;
  /** Where it is on the ground, in the direction of travel, as its reporter measured it; where null, its segment tells. */
  readonly geometry?: Maybe<Scalars['GeoJSON']['output']>;
  /** Surrogate id. */
  readonly id: Scalars['ID']['output'];
  /** Whether it is real or an exercise. */
  readonly informationStatus?: Maybe<InformationStatus>;
  /** People injured. */
  readonly injuries?: Maybe<Scalars['Int']['output']>;
  /** What is done about it (处置措施), and by whom. */
  readonly measures?: Maybe<Scalars['String']['output']>;
  /** Whether it should have left its state by now. */
  readonly overdue?: Maybe<Scalars['Boolean']['output']>;
  /** Place in the reporter's words. */
  readonly placeText?: Maybe<Scalars['String']['output']>;
  /** Loss of property (财产损失), in yuan. */
  readonly propertyLossYuan?: Maybe<Scalars['Float']['output']>;
  /** Route number. */
  readonly roadCode?: Maybe<Scalars['RoadCode']['output']>;
  /** Name of the road, where it has no number of ours or the segment is not known. */
  readonly roadName?: Maybe<Scalars['String']['output']>;
  /** The segment, where it is known. */
  readonly segment?: Maybe<RoadSegment>;
  /** Stake at the start, in metres. */
  readonly startStakeM?: Maybe<Scalars['Int']['output']>;
  /** Goes up with every step of its loop; the next one has to name it. */
  readonly stateVersion?: Maybe<Scalars['Int']['output']>;
  /** Where it stands in its life. */
  readonly status?: Maybe<RoadEventStatus>;
  /** The steps that it took here, in order, with who and why. */
  readonly steps?: Maybe<ReadonlyArray<LoopStep>>;
  /** State of the surface. */
  readonly surfaceCondition?: Maybe<SurfaceCondition>;
  /** From when. */
  readonly validFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Until when; null while it lasts. */
  readonly validTo?: Maybe<Scalars['DateTime']['output']>;
  /** What it does to traffic. */
  readonly vehicleImpact?: Maybe<VehicleImpact>;
};

/** Cause of a road event. */
export type RoadEventCause =
  | 'ACCIDENT_DISASTER'
  | 'NATURAL_DISASTER'
  | 'PLANNED_EVENT'
  | 'PLANNED_MAINTENANCE'
  | 'PUBLIC_HEALTH'
  | 'SOCIAL_SECURITY';

/** A page of road events. */
export type RoadEventConnection = {
  readonly __typename?: 'RoadEventConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<RoadEventEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<RoadEvent>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A road event and its cursor. */
export type RoadEventEdge = {
  readonly __typename?: 'RoadEventEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: RoadEvent;
};

/** Which road events. */
export type RoadEventFilter = {
  /** In divisions whose code begins with this one's level. */
  readonly divisionCode?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
  /** That began in this span. */
  readonly during?: InputMaybe<TimeRange>;
  /** Of one of these kinds. */
  readonly eventKinds?: InputMaybe<ReadonlyArray<RoadEventKind>>;
  /** With a detour that is open all the way now, and of this grade or a better one. */
  readonly openDetour?: InputMaybe<TechnicalGrade>;
  /** Only those that are overdue, or only those that are not. */
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** On one of these roads. */
  readonly roadCodes?: InputMaybe<ReadonlyArray<Scalars['RoadCode']['input']>>;
  /** In one of these states. */
  readonly statuses?: InputMaybe<ReadonlyArray<RoadEventStatus>>;
  /** With this surface condition. */
  readonly surfaceCondition?: InputMaybe<SurfaceCondition>;
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

/** Order of road events. */
export type RoadEventOrder =
  | 'ID_ASC'
  | 'VALID_FROM_DESC';

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

/** How well roads are watched, and how fast events are told of. */
export type RoadMeasures = {
  readonly __typename?: 'RoadMeasures';
  /** Segments of class 3, class 4 or below (低等级公路): lowGrade is true. */
  readonly lowGradeSegments: Scalars['Int']['output'];
  /** Time to publication: median minutes from validFrom to that step, to one digit; null where there is none. */
  readonly medianMinutesToPublication?: Maybe<Scalars['Float']['output']>;
  /** Those of them on which some station counted vehicles in the span: at least one observation with a count. */
  readonly observedSegments: Scalars['Int']['output'];
  /** Share of low-grade roads under observation: observedSegments ÷ lowGradeSegments, 0 to 1, to four digits; null where there is none. */
  readonly observedShare?: Maybe<Scalars['Float']['output']>;
  /**
   * Sudden events that began in the span, are real, and were published here: taken from VERIFIED to ACTIVE. What a file
   * brought as ACTIVE was published elsewhere, and is not among them.
   */
  readonly publishedEvents: Scalars['Int']['output'];
};

/** A stretch of road between two stakes (路段). */
export type RoadSegment = {
  readonly __typename?: 'RoadSegment';
  /** Annual average daily traffic, vehicles a day (年均日交通量). */
  readonly aadt?: Maybe<Scalars['Int']['output']>;
  /** Administrative class. */
  readonly adminClass?: Maybe<AdminClass>;
  /** Year of building. */
  readonly builtYear?: Maybe<Scalars['Int']['output']>;
  /** Where the police's own road code, kilometre and metre meet the segment. */
  readonly crosswalks?: Maybe<ReadonlyArray<RoadCrosswalk>>;
  /** Design speed in km/h. */
  readonly designSpeedKph?: Maybe<Scalars['Int']['output']>;
  /** Carriageways that the segment stands for. */
  readonly direction?: Maybe<Direction>;
  /** Division where the segment lies. */
  readonly division?: Maybe<AdminDivision>;
  /** Division where the segment lies. */
  readonly divisionCode?: Maybe<Scalars['AdminDivisionCode']['output']>;
  /** Stake at the end, in metres. */
  readonly endStakeM?: Maybe<Scalars['Int']['output']>;
  /** Road events on the segment, newest first. */
  readonly events?: Maybe<ReadonlyArray<RoadEvent>>;
  /** Observations on the segment, newest first. */
  readonly flowObservations?: Maybe<ReadonlyArray<FlowObservation>>;
  /**
   * Vehicles counted on the segment, in buckets of time by vehicle class, earliest first. Where several stations count one
   * direction, the one that counted most stands; periods longer than the bucket are left out.
   */
  readonly flowSummary?: Maybe<ReadonlyArray<FlowBucket>>;
  /** Gantries on the segment. */
  readonly gantries?: Maybe<ReadonlyArray<Gantry>>;
  /**
   * Vehicles that passed the segment's gantries in a span of time. Told of groups only, it is of whole months, and null where
   * there are too few.
   */
  readonly gantryCount?: Maybe<Scalars['Int']['output']>;
  /** Course of the segment. */
  readonly geometry?: Maybe<Scalars['GeoJSON']['output']>;
  /** Surrogate id. */
  readonly id: Scalars['ID']['output'];
  /** Whether tolls are taken. */
  readonly isTolled?: Maybe<Scalars['Boolean']['output']>;
  /** Number of lanes. */
  readonly laneCount?: Maybe<Scalars['Int']['output']>;
  /** Length in kilometres; not the difference of stakes, which breaks (断链). */
  readonly lengthKm?: Maybe<Scalars['Float']['output']>;
  /** Whether the grade is class 3, class 4 or substandard (低等级公路). */
  readonly lowGrade?: Maybe<Scalars['Boolean']['output']>;
  /** Who maintains it (管养单位). */
  readonly maintainer?: Maybe<Scalars['String']['output']>;
  /** Vehicles a night between 22:00 and 06:00, mean over the nights observed. */
  readonly nightFlow?: Maybe<Scalars['Float']['output']>;
  /** Width of the pavement in metres. */
  readonly pavementWidthM?: Maybe<Scalars['Float']['output']>;
  /** The road that it is part of. */
  readonly road?: Maybe<Road>;
  /** Route number after GB/T 917. */
  readonly roadCode?: Maybe<Scalars['RoadCode']['output']>;
  /** Name of the road. */
  readonly roadName?: Maybe<Scalars['String']['output']>;
  /** Stake at the start, in metres. */
  readonly startStakeM?: Maybe<Scalars['Int']['output']>;
  /** Surface layer. */
  readonly surfaceType?: Maybe<Scalars['String']['output']>;
  /** Technical grade. */
  readonly technicalGrade?: Maybe<TechnicalGrade>;
  /**
   * How traffic flows (路况, DATEX II): the mean speed of the slower carriageway beside the design speed, by the newest
   * observation with a speed. Null where there was none, or where the segment has no design speed. Whether a road is closed,
   * its events tell.
   */
  readonly trafficStatus?: Maybe<TrafficStatus>;
  /** The end of the period that trafficStatus is of. */
  readonly trafficStatusAt?: Maybe<Scalars['DateTime']['output']>;
};


/** A stretch of road between two stakes (路段). */
export type RoadSegmentEventsArgs = {
  during?: InputMaybe<TimeRange>;
  first?: Scalars['Int']['input'];
};


/** A stretch of road between two stakes (路段). */
export type RoadSegmentFlowObservationsArgs = {
  during?: InputMaybe<TimeRange>;
  first?: Scalars['Int']['input'];
};


/** A stretch of road between two stakes (路段). */
export type RoadSegmentFlowSummaryArgs = {
  bucket?: FlowBucketSize;
  during: TimeRange;
};


/** A stretch of road between two stakes (路段). */
export type RoadSegmentGantryCountArgs = {
  during: TimeRange;
  vehicleGroup?: InputMaybe<VehicleGroup>;
};

/** A page of road segments. */
export type RoadSegmentConnection = {
  readonly __typename?: 'RoadSegmentConnection';
  /** The rows, each with its cursor. */
  readonly edges: ReadonlyArray<RoadSegmentEdge>;
  /** The rows. */
  readonly nodes: ReadonlyArray<RoadSegment>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A road segment and its cursor. */
export type RoadSegmentEdge = {
  readonly __typename?: 'RoadSegmentEdge';
  /** The row's place in the list, for after. */
  readonly cursor: Scalars['String']['output'];
  /** The row. */
  readonly node: RoadSegment;
};

/** Which road segments. */
export type RoadSegmentFilter = {
  /** In divisions whose code begins with this one's level: 150700 opens the whole prefecture. */
  readonly divisionCode?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
  /** Only low-grade segments, or only others. */
  readonly lowGrade?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only segments with at least this annual average daily traffic. */
  readonly minAadt?: InputMaybe<Scalars['Int']['input']>;
  /** On roads with one of these route numbers. */
  readonly roadCodes?: InputMaybe<ReadonlyArray<Scalars['RoadCode']['input']>>;
  /** Of one of these grades. */
  readonly technicalGrades?: InputMaybe<ReadonlyArray<TechnicalGrade>>;
};

/** Order of road segments; those without the value come last. */
export type RoadSegmentOrder =
  | 'AADT_DESC'
  | 'ID_ASC'
  | 'NIGHT_FLOW_DESC';

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

/** How a station counts. */
export type StationType =
  | 'CONTINUOUS'
  | 'INTERMITTENT';

/** Whom the values of a field name. */
export type SubjectKind =
  /** A person: by name, identity number, telephone number or pseudonym. */
  | 'PERSON'
  /** A vehicle, by its plate. */
  | 'PLATE';

export type Subscription = {
  readonly __typename?: 'Subscription';
  /**
   * Road events as they are reported and as they change: every one once, in the order in which it was taken in. Each answer
   * carries its number in extensions.event.
   */
  readonly roadEventChanged?: Maybe<RoadEvent>;
  /**
   * Road events whose deadline passes, once each: told to the agency that has to take the next step, and to the one that
   * supervises the loop.
   */
  readonly roadEventOverdue?: Maybe<RoadEvent>;
  /** Segments whose trafficStatus has changed with newly published flow. An observation that says the same again is no event. */
  readonly roadStatusChanged?: Maybe<RoadSegment>;
};


export type SubscriptionRoadEventChangedArgs = {
  afterNumber?: InputMaybe<Scalars['Int']['input']>;
  divisionCode?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
};


export type SubscriptionRoadEventOverdueArgs = {
  afterNumber?: InputMaybe<Scalars['Int']['input']>;
};


export type SubscriptionRoadStatusChangedArgs = {
  afterNumber?: InputMaybe<Scalars['Int']['input']>;
  divisionCode?: InputMaybe<Scalars['AdminDivisionCode']['input']>;
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
  readonly from: Scalars['DateTime']['input'];
  /** First instant after the span. */
  readonly to: Scalars['DateTime']['input'];
};

/** How traffic flows. Where the lines lie is a choice of Lukou, and of no standard (docs/measures.md). */
export type TrafficStatus =
  /** Slower than that. */
  | 'CONGESTED'
  /** At half of the design speed or more. */
  | 'FREE_FLOW'
  /** At three tenths of it or more. */
  | 'HEAVY';

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

/** What an event does to traffic. */
export type VehicleImpact =
  | 'ALL_LANES_CLOSED'
  | 'ALL_LANES_OPEN'
  | 'ALTERNATING_ONE_WAY'
  | 'SOME_LANES_CLOSED'
  | 'UNKNOWN';



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
  Gantry: Gantry;
  RoadEvent: RoadEvent;
  RoadSegment: RoadSegment;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AdminDivision:
    ( { __typename: 'AdminDivision' }
    & GraphQLRecursivePick<FederationTypes['AdminDivision'], {"code":true}> );
  Gantry:
    ( { __typename: 'Gantry' }
    & GraphQLRecursivePick<FederationTypes['Gantry'], {"id":true}> );
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
  AdminClass: AdminClass;
  AdminDivision: ResolverTypeWrapper<AdminDivisionRow>;
  AdminDivisionCode: ResolverTypeWrapper<Scalars['AdminDivisionCode']['output']>;
  AdminDivisionConnection: ResolverTypeWrapper<Omit<AdminDivisionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['AdminDivisionEdge']>, nodes: ReadonlyArray<ResolversTypes['AdminDivision']> }>;
  AdminDivisionEdge: ResolverTypeWrapper<Omit<AdminDivisionEdge, 'node'> & { node: ResolversTypes['AdminDivision'] }>;
  AdminDivisionFilter: AdminDivisionFilter;
  AxleLoad: ResolverTypeWrapper<AxleLoadRow>;
  Capability: Capability;
  ClosureSummary: ResolverTypeWrapper<ClosureSummaryRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Confidentiality: Confidentiality;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Detour: ResolverTypeWrapper<DetourRow>;
  DetourLeg: ResolverTypeWrapper<DetourLegRow>;
  Direction: Direction;
  DivisionKind: DivisionKind;
  DivisionLevel: DivisionLevel;
  FlowBucket: ResolverTypeWrapper<FlowBucketRow>;
  FlowBucketSize: FlowBucketSize;
  FlowObservation: ResolverTypeWrapper<FlowObservationRow>;
  FlowVehicleClass: FlowVehicleClass;
  Gantry: ResolverTypeWrapper<GantryRow>;
  GantryConnection: ResolverTypeWrapper<Omit<GantryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['GantryEdge']>, nodes: ReadonlyArray<ResolversTypes['Gantry']> }>;
  GantryEdge: ResolverTypeWrapper<Omit<GantryEdge, 'node'> & { node: ResolversTypes['Gantry'] }>;
  GantryFilter: GantryFilter;
  GantryOrder: GantryOrder;
  GantryPassage: ResolverTypeWrapper<GantryPassageRow>;
  GantryPassageConnection: ResolverTypeWrapper<Omit<GantryPassageConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['GantryPassageEdge']>, nodes: ReadonlyArray<ResolversTypes['GantryPassage']> }>;
  GantryPassageEdge: ResolverTypeWrapper<Omit<GantryPassageEdge, 'node'> & { node: ResolversTypes['GantryPassage'] }>;
  GantryPassageGroup: GantryPassageGroup;
  GantryPassageMeasure: GantryPassageMeasure;
  GantryStatistic: ResolverTypeWrapper<GantryStatisticRow>;
  GeoJSON: ResolverTypeWrapper<Scalars['GeoJSON']['output']>;
  InformationStatus: InformationStatus;
  LoopStep: ResolverTypeWrapper<LoopStep>;
  MediaType: MediaType;
  MonthRange: MonthRange;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlateNo: ResolverTypeWrapper<Scalars['PlateNo']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Road: ResolverTypeWrapper<RoadRow>;
  RoadCode: ResolverTypeWrapper<Scalars['RoadCode']['output']>;
  RoadCodeSystem: RoadCodeSystem;
  RoadCrosswalk: ResolverTypeWrapper<RoadCrosswalkRow>;
  RoadEvent: ResolverTypeWrapper<RoadEventRow>;
  RoadEventCause: RoadEventCause;
  RoadEventConnection: ResolverTypeWrapper<Omit<RoadEventConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['RoadEventEdge']>, nodes: ReadonlyArray<ResolversTypes['RoadEvent']> }>;
  RoadEventEdge: ResolverTypeWrapper<Omit<RoadEventEdge, 'node'> & { node: ResolversTypes['RoadEvent'] }>;
  RoadEventFilter: RoadEventFilter;
  RoadEventKind: RoadEventKind;
  RoadEventOrder: RoadEventOrder;
  RoadEventStatus: RoadEventStatus;
  RoadMeasures: ResolverTypeWrapper<ToldRoadMeasures>;
  RoadSegment: ResolverTypeWrapper<RoadSegmentRow>;
  RoadSegmentConnection: ResolverTypeWrapper<Omit<RoadSegmentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['RoadSegmentEdge']>, nodes: ReadonlyArray<ResolversTypes['RoadSegment']> }>;
  RoadSegmentEdge: ResolverTypeWrapper<Omit<RoadSegmentEdge, 'node'> & { node: ResolversTypes['RoadSegment'] }>;
  RoadSegmentFilter: RoadSegmentFilter;
  RoadSegmentOrder: RoadSegmentOrder;
  RowOperand: RowOperand;
  Sensitivity: Sensitivity;
  StakeMark: ResolverTypeWrapper<Scalars['StakeMark']['output']>;
  StationType: StationType;
  SubjectKind: SubjectKind;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  SurfaceCondition: SurfaceCondition;
  TechnicalGrade: TechnicalGrade;
  TimeRange: TimeRange;
  TrafficStatus: TrafficStatus;
  VehicleGroup: VehicleGroup;
  VehicleImpact: VehicleImpact;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActReceipt: ActReceipt;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AdminDivision: AdminDivisionRow;
  AdminDivisionCode: Scalars['AdminDivisionCode']['output'];
  AdminDivisionConnection: Omit<AdminDivisionConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['AdminDivisionEdge']>, nodes: ReadonlyArray<ResolversParentTypes['AdminDivision']> };
  AdminDivisionEdge: Omit<AdminDivisionEdge, 'node'> & { node: ResolversParentTypes['AdminDivision'] };
  AdminDivisionFilter: AdminDivisionFilter;
  AxleLoad: AxleLoadRow;
  ClosureSummary: ClosureSummaryRow;
  Float: Scalars['Float']['output'];
  DateTime: Scalars['DateTime']['output'];
  Detour: DetourRow;
  DetourLeg: DetourLegRow;
  FlowBucket: FlowBucketRow;
  FlowObservation: FlowObservationRow;
  Gantry: GantryRow;
  GantryConnection: Omit<GantryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['GantryEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Gantry']> };
  GantryEdge: Omit<GantryEdge, 'node'> & { node: ResolversParentTypes['Gantry'] };
  GantryFilter: GantryFilter;
  GantryPassage: GantryPassageRow;
  GantryPassageConnection: Omit<GantryPassageConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['GantryPassageEdge']>, nodes: ReadonlyArray<ResolversParentTypes['GantryPassage']> };
  GantryPassageEdge: Omit<GantryPassageEdge, 'node'> & { node: ResolversParentTypes['GantryPassage'] };
  GantryStatistic: GantryStatisticRow;
  GeoJSON: Scalars['GeoJSON']['output'];
  LoopStep: LoopStep;
  MonthRange: MonthRange;
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  PlateNo: Scalars['PlateNo']['output'];
  Query: Record<PropertyKey, never>;
  Road: RoadRow;
  RoadCode: Scalars['RoadCode']['output'];
  RoadCrosswalk: RoadCrosswalkRow;
  RoadEvent: RoadEventRow;
  RoadEventConnection: Omit<RoadEventConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['RoadEventEdge']>, nodes: ReadonlyArray<ResolversParentTypes['RoadEvent']> };
  RoadEventEdge: Omit<RoadEventEdge, 'node'> & { node: ResolversParentTypes['RoadEvent'] };
  RoadEventFilter: RoadEventFilter;
  RoadMeasures: ToldRoadMeasures;
  RoadSegment: RoadSegmentRow;
  RoadSegmentConnection: Omit<RoadSegmentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['RoadSegmentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['RoadSegment']> };
  RoadSegmentEdge: Omit<RoadSegmentEdge, 'node'> & { node: ResolversParentTypes['RoadSegment'] };
  RoadSegmentFilter: RoadSegmentFilter;
  StakeMark: Scalars['StakeMark']['output'];
  Subscription: Record<PropertyKey, never>;
  TimeRange: TimeRange;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export type BacksDirectiveArgs = {
  as?: Capability;
  field: Scalars['String']['input'];
};

export type BacksDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = BacksDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ClassifiedDirectiveArgs = {
  reason: Scalars['String']['input'];
};

export type ClassifiedDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = ClassifiedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type DerivedFromDirectiveArgs = {
  types: ReadonlyArray<Scalars['String']['input']>;
};

export type DerivedFromDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = DerivedFromDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type HiddenDirectiveArgs = { };

export type HiddenDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = HiddenDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OnlyForDirectiveArgs = {
  purpose: Scalars['String']['input'];
};

export type OnlyForDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = OnlyForDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OrderedByDirectiveArgs = {
  bucketed?: Scalars['Boolean']['input'];
  field: Scalars['String']['input'];
};

export type OrderedByDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = OrderedByDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type OwnerDirectiveArgs = {
  agency: Scalars['String']['input'];
};

export type OwnerDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = OwnerDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type RowScopedDirectiveArgs = {
  by?: ReadonlyArray<RowOperand>;
};

export type RowScopedDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = RowScopedDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SensitivityDirectiveArgs = {
  level: Sensitivity;
};

export type SensitivityDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = SensitivityDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StatisticDirectiveArgs = {
  exact?: Scalars['Boolean']['input'];
};

export type StatisticDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = StatisticDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type StructureDirectiveArgs = { };

export type StructureDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = StructureDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type SubjectDirectiveArgs = {
  kind: SubjectKind;
};

export type SubjectDirectiveResolver<Result, Parent, ContextType = TrafficContext, Args = SubjectDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type ActReceiptResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['ActReceipt'] = ResolversParentTypes['ActReceipt']> = {
  actedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  index?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AdminDivisionResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['AdminDivision'] = ResolversParentTypes['AdminDivision'], FederationReferenceType extends FederationReferenceTypes['AdminDivision'] = FederationReferenceTypes['AdminDivision']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AdminDivision']> | FederationReferenceType, FederationReferenceType, ContextType>;
  accidentCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<AdminDivisionAccidentCountArgs, 'during'>>;
  code?: Resolver<ResolversTypes['AdminDivisionCode'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['DivisionKind']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['DivisionLevel']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['AdminDivision']>, ParentType, ContextType>;
};

export interface AdminDivisionCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AdminDivisionCode'], any> {
  name: 'AdminDivisionCode';
}

export type AdminDivisionConnectionResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['AdminDivisionConnection'] = ResolversParentTypes['AdminDivisionConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AdminDivisionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['AdminDivision']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AdminDivisionEdgeResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['AdminDivisionEdge'] = ResolversParentTypes['AdminDivisionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AdminDivision'], ParentType, ContextType>;
};

export type AxleLoadResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['AxleLoad'] = ResolversParentTypes['AxleLoad']> = {
  axleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  overweight?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ClosureSummaryResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['ClosureSummary'] = ResolversParentTypes['ClosureSummary']> = {
  closures?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  meanHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  roadCode?: Resolver<Maybe<ResolversTypes['RoadCode']>, ParentType, ContextType>;
  winter?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DetourResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['Detour'] = ResolversParentTypes['Detour']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isOpen?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  legs?: Resolver<ReadonlyArray<ResolversTypes['DetourLeg']>, ParentType, ContextType>;
  lowestGrade?: Resolver<Maybe<ResolversTypes['TechnicalGrade']>, ParentType, ContextType>;
};

export type DetourLegResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['DetourLeg'] = ResolversParentTypes['DetourLeg']> = {
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  fromStakeM?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  roadCode?: Resolver<ResolversTypes['RoadCode'], ParentType, ContextType>;
  segments?: Resolver<ReadonlyArray<ResolversTypes['RoadSegment']>, ParentType, ContextType>;
  toStakeM?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FlowBucketResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['FlowBucket'] = ResolversParentTypes['FlowBucket']> = {
  averageSpeedKph?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  vehicleClass?: Resolver<ResolversTypes['FlowVehicleClass'], ParentType, ContextType>;
  vehicleCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type FlowObservationResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['FlowObservation'] = ResolversParentTypes['FlowObservation']> = {
  averageSpeedKph?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['Direction']>, ParentType, ContextType>;
  periodMinutes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  periodStart?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['RoadSegment']>, ParentType, ContextType>;
  stationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  stationType?: Resolver<Maybe<ResolversTypes['StationType']>, ParentType, ContextType>;
  vehicleClass?: Resolver<Maybe<ResolversTypes['FlowVehicleClass']>, ParentType, ContextType>;
  vehicleCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GantryResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['Gantry'] = ResolversParentTypes['Gantry'], FederationReferenceType extends FederationReferenceTypes['Gantry'] = FederationReferenceTypes['Gantry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Gantry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  axleLoads?: Resolver<Maybe<ReadonlyArray<ResolversTypes['AxleLoad']>>, ParentType, ContextType, RequireFields<GantryAxleLoadsArgs, 'during'>>;
  direction?: Resolver<Maybe<ResolversTypes['Direction']>, ParentType, ContextType>;
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  flowObservations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FlowObservation']>>, ParentType, ContextType, RequireFields<GantryFlowObservationsArgs, 'first'>>;
  gantryHex?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['GeoJSON']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  orderNum?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  passages?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GantryPassage']>>, ParentType, ContextType, RequireFields<GantryPassagesArgs, 'first'>>;
  segment?: Resolver<Maybe<ResolversTypes['RoadSegment']>, ParentType, ContextType>;
  stakeM?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GantryConnectionResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['GantryConnection'] = ResolversParentTypes['GantryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GantryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Gantry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GantryEdgeResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['GantryEdge'] = ResolversParentTypes['GantryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Gantry'], ParentType, ContextType>;
};

export type GantryPassageResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['GantryPassage'] = ResolversParentTypes['GantryPassage']> = {
  account?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  axleCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  gantry?: Resolver<Maybe<ResolversTypes['Gantry']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  mediaType?: Resolver<Maybe<ResolversTypes['MediaType']>, ParentType, ContextType>;
  totalWeightKg?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  transTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  vehicleGroup?: Resolver<Maybe<ResolversTypes['VehicleGroup']>, ParentType, ContextType>;
  vehiclePlate?: Resolver<Maybe<ResolversTypes['PlateNo']>, ParentType, ContextType>;
  vehicleType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GantryPassageConnectionResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['GantryPassageConnection'] = ResolversParentTypes['GantryPassageConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GantryPassageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GantryPassage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type GantryPassageEdgeResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['GantryPassageEdge'] = ResolversParentTypes['GantryPassageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GantryPassage'], ParentType, ContextType>;
};

export type GantryStatisticResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['GantryStatistic'] = ResolversParentTypes['GantryStatistic']> = {
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  gantry?: Resolver<Maybe<ResolversTypes['Gantry']>, ParentType, ContextType>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  passages?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['RoadSegment']>, ParentType, ContextType>;
  suppressed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  vehicleGroup?: Resolver<Maybe<ResolversTypes['VehicleGroup']>, ParentType, ContextType>;
  vehicles?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface GeoJsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['GeoJSON'], any> {
  name: 'GeoJSON';
}

export type LoopStepResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['LoopStep'] = ResolversParentTypes['LoopStep']> = {
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

export type MutationResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  moveRoadEvent?: Resolver<Maybe<ResolversTypes['ActReceipt']>, ParentType, ContextType, RequireFields<MutationMoveRoadEventArgs, 'id' | 'key' | 'note' | 'to' | 'version'>>;
};

export type PageInfoResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface PlateNoScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PlateNo'], any> {
  name: 'PlateNo';
}

export type QueryResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  adminDivision?: Resolver<Maybe<ResolversTypes['AdminDivision']>, ParentType, ContextType, RequireFields<QueryAdminDivisionArgs, 'code'>>;
  adminDivisions?: Resolver<Maybe<ResolversTypes['AdminDivisionConnection']>, ParentType, ContextType, RequireFields<QueryAdminDivisionsArgs, 'first'>>;
  closureSummary?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ClosureSummary']>>, ParentType, ContextType, RequireFields<QueryClosureSummaryArgs, 'during' | 'surfaceCondition'>>;
  flowAtStake?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FlowBucket']>>, ParentType, ContextType, RequireFields<QueryFlowAtStakeArgs, 'bucket' | 'during' | 'roadCode' | 'stake'>>;
  gantries?: Resolver<Maybe<ResolversTypes['GantryConnection']>, ParentType, ContextType, RequireFields<QueryGantriesArgs, 'first' | 'orderBy'>>;
  gantry?: Resolver<Maybe<ResolversTypes['Gantry']>, ParentType, ContextType, RequireFields<QueryGantryArgs, 'id'>>;
  gantryStatistics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['GantryStatistic']>>, ParentType, ContextType, RequireFields<QueryGantryStatisticsArgs, 'groupBy' | 'measures' | 'months'>>;
  gantryTrajectory?: Resolver<Maybe<ResolversTypes['GantryPassageConnection']>, ParentType, ContextType, RequireFields<QueryGantryTrajectoryArgs, 'during' | 'first' | 'plateNo'>>;
  roadEvent?: Resolver<Maybe<ResolversTypes['RoadEvent']>, ParentType, ContextType, RequireFields<QueryRoadEventArgs, 'id'>>;
  roadEvents?: Resolver<Maybe<ResolversTypes['RoadEventConnection']>, ParentType, ContextType, RequireFields<QueryRoadEventsArgs, 'first' | 'orderBy'>>;
  roadMeasures?: Resolver<Maybe<ResolversTypes['RoadMeasures']>, ParentType, ContextType, RequireFields<QueryRoadMeasuresArgs, 'during'>>;
  roadSegment?: Resolver<Maybe<ResolversTypes['RoadSegment']>, ParentType, ContextType, RequireFields<QueryRoadSegmentArgs, 'id'>>;
  roadSegments?: Resolver<Maybe<ResolversTypes['RoadSegmentConnection']>, ParentType, ContextType, RequireFields<QueryRoadSegmentsArgs, 'first' | 'orderBy'>>;
};

export type RoadResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['Road'] = ResolversParentTypes['Road']> = {
  adminClass?: Resolver<Maybe<ResolversTypes['AdminClass']>, ParentType, ContextType>;
  codeSystem?: Resolver<Maybe<ResolversTypes['RoadCodeSystem']>, ParentType, ContextType>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roadCode?: Resolver<Maybe<ResolversTypes['RoadCode']>, ParentType, ContextType>;
  roadRef?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface RoadCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RoadCode'], any> {
  name: 'RoadCode';
}

export type RoadCrosswalkResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['RoadCrosswalk'] = ResolversParentTypes['RoadCrosswalk']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  policeKm?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  policeM?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  policeRoadCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roadCode?: Resolver<Maybe<ResolversTypes['RoadCode']>, ParentType, ContextType>;
  stakeM?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  verifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type RoadEventResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['RoadEvent'] = ResolversParentTypes['RoadEvent'], FederationReferenceType extends FederationReferenceTypes['RoadEvent'] = FederationReferenceTypes['RoadEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RoadEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['RoadEventCause']>, ParentType, ContextType>;
  confidentiality?: Resolver<Maybe<ResolversTypes['Confidentiality']>, ParentType, ContextType>;
  deaths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  detour?: Resolver<Maybe<ResolversTypes['Detour']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['Direction']>, ParentType, ContextType>;
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endStakeM?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  escalatedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventKind?: Resolver<Maybe<ResolversTypes['RoadEventKind']>, ParentType, ContextType>;
  geometry?: Resolver<Maybe<ResolversTypes['GeoJSON']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  informationStatus?: Resolver<Maybe<ResolversTypes['InformationStatus']>, ParentType, ContextType>;
  injuries?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  measures?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  overdue?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  placeText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  propertyLossYuan?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  roadCode?: Resolver<Maybe<ResolversTypes['RoadCode']>, ParentType, ContextType>;
  roadName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['RoadSegment']>, ParentType, ContextType>;
  startStakeM?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  stateVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['RoadEventStatus']>, ParentType, ContextType>;
  steps?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LoopStep']>>, ParentType, ContextType>;
  surfaceCondition?: Resolver<Maybe<ResolversTypes['SurfaceCondition']>, ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  vehicleImpact?: Resolver<Maybe<ResolversTypes['VehicleImpact']>, ParentType, ContextType>;
};

export type RoadEventConnectionResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['RoadEventConnection'] = ResolversParentTypes['RoadEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RoadEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RoadEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RoadEventEdgeResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['RoadEventEdge'] = ResolversParentTypes['RoadEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RoadEvent'], ParentType, ContextType>;
};

export type RoadMeasuresResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['RoadMeasures'] = ResolversParentTypes['RoadMeasures']> = {
  lowGradeSegments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianMinutesToPublication?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  observedSegments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  observedShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  publishedEvents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RoadSegmentResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['RoadSegment'] = ResolversParentTypes['RoadSegment'], FederationReferenceType extends FederationReferenceTypes['RoadSegment'] = FederationReferenceTypes['RoadSegment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RoadSegment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aadt?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  adminClass?: Resolver<Maybe<ResolversTypes['AdminClass']>, ParentType, ContextType>;
  builtYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  crosswalks?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RoadCrosswalk']>>, ParentType, ContextType>;
  designSpeedKph?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  direction?: Resolver<Maybe<ResolversTypes['Direction']>, ParentType, ContextType>;
  division?: Resolver<Maybe<ResolversTypes['AdminDivision']>, ParentType, ContextType>;
  divisionCode?: Resolver<Maybe<ResolversTypes['AdminDivisionCode']>, ParentType, ContextType>;
  endStakeM?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  events?: Resolver<Maybe<ReadonlyArray<ResolversTypes['RoadEvent']>>, ParentType, ContextType, RequireFields<RoadSegmentEventsArgs, 'first'>>;
  flowObservations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FlowObservation']>>, ParentType, ContextType, RequireFields<RoadSegmentFlowObservationsArgs, 'first'>>;
  flowSummary?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FlowBucket']>>, ParentType, ContextType, RequireFields<RoadSegmentFlowSummaryArgs, 'bucket' | 'during'>>;
  gantries?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Gantry']>>, ParentType, ContextType>;
  gantryCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, RequireFields<RoadSegmentGantryCountArgs, 'during'>>;
  geometry?: Resolver<Maybe<ResolversTypes['GeoJSON']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isTolled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  laneCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lengthKm?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  lowGrade?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  maintainer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nightFlow?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  pavementWidthM?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  road?: Resolver<Maybe<ResolversTypes['Road']>, ParentType, ContextType>;
  roadCode?: Resolver<Maybe<ResolversTypes['RoadCode']>, ParentType, ContextType>;
  roadName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  startStakeM?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  surfaceType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  technicalGrade?: Resolver<Maybe<ResolversTypes['TechnicalGrade']>, ParentType, ContextType>;
  trafficStatus?: Resolver<Maybe<ResolversTypes['TrafficStatus']>, ParentType, ContextType>;
  trafficStatusAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type RoadSegmentConnectionResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['RoadSegmentConnection'] = ResolversParentTypes['RoadSegmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RoadSegmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RoadSegment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RoadSegmentEdgeResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['RoadSegmentEdge'] = ResolversParentTypes['RoadSegmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RoadSegment'], ParentType, ContextType>;
};

export interface StakeMarkScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['StakeMark'], any> {
  name: 'StakeMark';
}

export type SubscriptionResolvers<ContextType = TrafficContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  roadEventChanged?: SubscriptionResolver<Maybe<ResolversTypes['RoadEvent']>, "roadEventChanged", ParentType, ContextType, Partial<SubscriptionRoadEventChangedArgs>>;
  roadEventOverdue?: SubscriptionResolver<Maybe<ResolversTypes['RoadEvent']>, "roadEventOverdue", ParentType, ContextType, Partial<SubscriptionRoadEventOverdueArgs>>;
  roadStatusChanged?: SubscriptionResolver<Maybe<ResolversTypes['RoadSegment']>, "roadStatusChanged", ParentType, ContextType, Partial<SubscriptionRoadStatusChangedArgs>>;
};

export type Resolvers<ContextType = TrafficContext> = {
  ActReceipt?: ActReceiptResolvers<ContextType>;
  AdminDivision?: AdminDivisionResolvers<ContextType>;
  AdminDivisionCode?: GraphQLScalarType;
  AdminDivisionConnection?: AdminDivisionConnectionResolvers<ContextType>;
  AdminDivisionEdge?: AdminDivisionEdgeResolvers<ContextType>;
  AxleLoad?: AxleLoadResolvers<ContextType>;
  ClosureSummary?: ClosureSummaryResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Detour?: DetourResolvers<ContextType>;
  DetourLeg?: DetourLegResolvers<ContextType>;
  FlowBucket?: FlowBucketResolvers<ContextType>;
  FlowObservation?: FlowObservationResolvers<ContextType>;
  Gantry?: GantryResolvers<ContextType>;
  GantryConnection?: GantryConnectionResolvers<ContextType>;
  GantryEdge?: GantryEdgeResolvers<ContextType>;
  GantryPassage?: GantryPassageResolvers<ContextType>;
  GantryPassageConnection?: GantryPassageConnectionResolvers<ContextType>;
  GantryPassageEdge?: GantryPassageEdgeResolvers<ContextType>;
  GantryStatistic?: GantryStatisticResolvers<ContextType>;
  GeoJSON?: GraphQLScalarType;
  LoopStep?: LoopStepResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlateNo?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Road?: RoadResolvers<ContextType>;
  RoadCode?: GraphQLScalarType;
  RoadCrosswalk?: RoadCrosswalkResolvers<ContextType>;
  RoadEvent?: RoadEventResolvers<ContextType>;
  RoadEventConnection?: RoadEventConnectionResolvers<ContextType>;
  RoadEventEdge?: RoadEventEdgeResolvers<ContextType>;
  RoadMeasures?: RoadMeasuresResolvers<ContextType>;
  RoadSegment?: RoadSegmentResolvers<ContextType>;
  RoadSegmentConnection?: RoadSegmentConnectionResolvers<ContextType>;
  RoadSegmentEdge?: RoadSegmentEdgeResolvers<ContextType>;
  StakeMark?: GraphQLScalarType;
  Subscription?: SubscriptionResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = TrafficContext> = {
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
